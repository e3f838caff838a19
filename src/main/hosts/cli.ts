/** `npm run -s anjuan -- --data DIR COMMAND`. Compiled code is kept between runs: that is most of the time to start. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildBundle, freshBundle } from './cli-bundle.ts'
import { userPlaces } from './user-folders.ts'

const root = join(import.meta.dirname, '..', '..', '..')

enableCompileCache(join(userPlaces().cache, 'compiled'))
const { runCli } = await load()
await runCli(process.argv.slice(2))

async function load(): Promise<typeof import('./cli-program.ts')> {
  try {
    return await import(pathToFileURL(freshBundle(root) ?? (await buildBundle(root))).href)
  } catch {
    // no bundler here, or a folder that cannot be written: slower, the same program
    return import('./cli-program.ts')
  }
}
