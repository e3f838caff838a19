/** The options under which killed and checking processes open the same library. */
import { join } from 'node:path'
import type { AppOptions } from '../../src/main/app.ts'
import { resourcesDir } from './app.ts'

export function openOptions(library: string, scratch: string): AppOptions {
  return {
    dataDir: library,
    clock: Date.now,
    stagingDir: join(scratch, `staging-${process.pid}`),
    checkOutputs: false,
    program: {
      appVersion: '0.0.0-test',
      host: 'cli',
      resourcesDir,
      cacheDir: join(scratch, 'cache'),
      useShippedFonts: true,
    },
  }
}
