/** Builds the app of a checkout when it was never built or a source is newer than the build. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result.ts'

/** Throws AppError when the build fails. Without sources (an unpacked delivery) what is there is taken. */
export async function ensureBuilt(root: string): Promise<void> {
  const page = join(root, 'out', 'renderer', 'index.html')
  if (!existsSync(join(root, 'electron.vite.config.ts'))) return
  if (existsSync(page) && statSync(page).mtimeMs >= newestSource(root)) return
  console.error('正在生成界面，约需半分钟……')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'ignore' })
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', resolve)
  })
  if (code !== 0) throw new AppError('refused', '界面没有生成成功；请运行 npm run build 查看原因。')
}

function newestSource(root: string): number {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const others = ['electron.vite.config.ts', 'package-lock.json'].map((name) => join(root, name))
  return Math.max(...[...files, ...others.filter((file) => existsSync(file))].map((file) => statSync(file).mtimeMs))
}
