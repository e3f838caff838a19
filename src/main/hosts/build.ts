/** Builds the app of a checkout when it was never built or a source is newer than the build. */
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result.ts'
import { BUILT_IN, newestOf } from './sources.ts'

/** Throws AppError when the build fails. Without sources (an unpacked delivery) what is there is taken. */
export async function ensureBuilt(root: string): Promise<void> {
  const page = join(root, 'out', 'renderer', 'index.html')
  if (!existsSync(join(root, 'electron.vite.config.ts'))) return
  if (existsSync(page) && statSync(page).mtimeMs >= newestOf(root, ['src', 'electron.vite.config.ts', ...BUILT_IN]))
    return
  console.error('正在生成界面，约需半分钟……')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'ignore' })
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', resolve)
  })
  if (code !== 0) throw new AppError('refused', '界面没有生成成功；请运行 npm run build 查看原因。')
}
