/**
 * The command line in a few files. Loading it as several hundred modules takes most of a second; as a bundle a third of that.
 * Built by `npm ci` and again when a source or the law in it is newer; without the bundler the sources run as they are.
 */
import { existsSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_IN, newestOf } from './sources.ts'

/** Packages with binaries or workers of their own stay outside. */
const EXTERNAL = [/^node:/, 'better-sqlite3', 'sharp', 'docx', 'pdfmake', 'fontkit', 'electron', 'rolldown']

const folderOf = (root: string) => join(root, 'out', 'cli')

/** The entry of a bundle that is not older than any source, or null. */
export function freshBundle(root: string): string | null {
  const entry = join(folderOf(root), 'cli-program.js')
  if (!existsSync(entry)) return null
  return statSync(entry).mtimeMs >= newestSource(root) ? entry : null
}

/** Builds beside the old one and takes its place at the end; two at once do not disturb each other. Throws when it fails. */
export async function buildBundle(root: string): Promise<string> {
  const since = newestSource(root) / 1000
  const { rolldown } = await import('rolldown')
  const input = {
    'cli-program': join(root, 'src/main/hosts/cli-program.ts'),
    'render-worker': join(root, 'src/main/report/render-worker.ts'),
  }
  const temporary = `${folderOf(root)}.${process.pid}.tmp`
  try {
    const bundle = await rolldown({ input, platform: 'node', external: EXTERNAL, logLevel: 'silent' })
    await bundle.write({
      dir: temporary,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    })
    // a source changed while it was built is newer than this
    utimesSync(join(temporary, 'cli-program.js'), since, since)
    rmSync(folderOf(root), { recursive: true, force: true })
    renameSync(temporary, folderOf(root))
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  return join(folderOf(root), 'cli-program.js')
}

const newestSource = (root: string): number => newestOf(root, ['src/main', 'src/shared', ...BUILT_IN])

if (import.meta.main) {
  await buildBundle(join(import.meta.dirname, '..', '..', '..'))
}
