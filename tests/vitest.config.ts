import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const electron = fileURLToPath(new URL('support/electron.ts', import.meta.url))

/** Unit and core tests run side by side; hosts and e2e start processes and a browser and run one file at a time. */
const project = (name: string, include: readonly string[], parallel: boolean) => ({
  resolve: { alias: { electron } },
  test: {
    name,
    root,
    include: [...include],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: parallel,
  },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/unit/**/*.test.ts'], true),
      project('core', ['tests/core/**/*.test.ts'], true),
      project('hosts', ['tests/hosts/**/*.test.ts'], false),
      project('e2e', ['tests/e2e/**/*.test.ts'], false),
    ],
  },
})
