/** `npm run -s anjuan -- --data DIR COMMAND`. Compiled code is kept between runs: that is most of the time to start. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { userPlaces } from './user-folders.ts'

enableCompileCache(join(userPlaces().cache, 'compiled'))
const { runCli } = await import('./cli-program.ts')
await runCli(process.argv.slice(2))
