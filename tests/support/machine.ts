/**
 * What the tests need beyond npm: a browser, CJK fonts, LibreOffice Writer, poppler. Installs what is missing where apt and root
 * are there; otherwise says in one sentence what to install. No test is skipped because a tool is missing.
 */
import { execFileSync, spawnSync } from 'node:child_process'

type Need = { readonly label: string; readonly packageName: string; readonly isThere: () => boolean }

const answers = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

const needs: readonly Need[] = [
  { label: 'Chromium', packageName: 'chromium', isThere: () => answers('which', ['chromium']) },
  { label: 'poppler-utils', packageName: 'poppler-utils', isThere: () => answers('which', ['pdftotext']) },
  {
    label: 'LibreOffice Writer',
    packageName: 'libreoffice-writer',
    isThere: () => answers('sh', ['-c', 'which soffice && ls /usr/lib/libreoffice/program/libswlo.so']),
  },
  {
    label: 'CJK fonts (Noto CJK)',
    packageName: 'fonts-noto-cjk',
    isThere: () =>
      answers('sh', [
        '-c',
        'ls /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc || fc-list :lang=zh | grep -q .',
      ]),
  },
]

const missing = () => needs.filter(({ isThere }) => !isThere())

function install(): void {
  const names = missing().map(({ packageName }) => packageName)
  const isRoot = process.getuid?.() === 0
  if (names.length === 0 || !isRoot || !answers('which', ['apt-get'])) return
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  console.log(`正在安装测试所需的软件：${names.join(' ')}`)
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  })
}

try {
  install()
} catch {
  // said below: what is still missing after the attempt
}
const left = missing()
if (left.length > 0) {
  const names = left.map(({ label }) => label).join('、')
  console.error(
    `测试缺少以下软件，请先安装：${names}（Debian：apt-get install ${left.map(({ packageName }) => packageName).join(' ')}）`,
  )
  process.exit(1)
}
