import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Wrong copies of the code of the rules, run by themselves: minutes of work that nothing else waits for. */
export default defineConfig({
  test: {
    name: 'mutants',
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/mutants/**/*.test.ts'],
    testTimeout: 600_000,
  },
})
