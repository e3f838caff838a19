/**
 * What the tests need beyond npm: a browser, Chinese fonts, LibreOffice Writer and poppler. Installed where apt and root are
 * there, otherwise named in one sentence. Nothing is skipped: without them the tests do not start.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Need = { readonly name: string; readonly packages: readonly string[]; readonly isThere: () => boolean }

const run = (command: string, args: readonly string[], stdio: 'ignore' | 'inherit' | 'pipe' = 'pipe') =>
  spawnSync(command, args, { stdio, encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })

function isOnPath(...names: readonly string[]): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  return names.some((name) =>
    folders.some((folder) => endings.some((ending) => existsSync(join(folder, name + ending)))),
  )
}

const needs: readonly Need[] = [
  {
    name: 'Chromium',
    packages: ['chromium'],
    isThere: () =>
      existsSync(process.env.ANJUAN_CHROMIUM ?? '') ||
      isOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge') ||
      existsSync('/Applications/Google Chrome.app'),
  },
  {
    name: '中文字体 (CJK fonts)',
    packages: ['fonts-noto-cjk', 'fontconfig'],
    // Windows and macOS bring their own
    isThere: () => process.platform !== 'linux' || run('fc-list', [':lang=zh', 'file']).stdout?.trim() > '',
  },
  {
    name: 'LibreOffice Writer',
    packages: ['libreoffice-writer'],
    isThere: () => isOnPath('soffice') && hasWriter(),
  },
  {
    name: 'poppler (pdftotext, pdftoppm)',
    packages: ['poppler-utils'],
    isThere: () => isOnPath('pdftotext') && isOnPath('pdftoppm'),
  },
]

/** LibreOffice comes in parts: `soffice` alone converts no text document. */
function hasWriter(): boolean {
  if (process.platform !== 'linux') return true
  const homes = ['/usr/lib/libreoffice', '/usr/lib64/libreoffice', '/opt/libreoffice', '/snap/libreoffice/current']
  const known = homes.filter((home) => existsSync(home))
  return (
    known.length === 0 ||
    known.some(
      (home) => existsSync(join(home, 'program', 'libswlo.so')) || existsSync(join(home, 'program', 'libmergedlo.so')),
    )
  )
}

const missing = () => needs.filter((need) => !need.isThere())

function install(packages: readonly string[]): void {
  console.log(`安装测试所需的软件 / installing for the tests: ${packages.join(' ')}`)
  run('apt-get', ['update', '-qq'], 'ignore')
  const { status, stderr } = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  if (status !== 0) console.error(stderr?.trim().split('\n').at(-1))
}

const before = missing()
const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')
if (before.length > 0 && canInstall) install(before.flatMap((need) => need.packages))
const after = before.length > 0 ? missing() : []
if (after.length > 0) {
  const names = after.map((need) => need.name).join('、')
  const packages = after.flatMap((need) => need.packages).join(' ')
  console.error(
    `测试不能开始：这台计算机缺少 ${names}；请安装后重试（Debian/Ubuntu：sudo apt-get install ${packages}）。` +
      ` The tests cannot start: ${names} missing; install them and run npm test again.`,
  )
  process.exitCode = 1
}
