import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        // the worker that renders reports stands beside the program
        input: { index: at('src/main/hosts/electron.ts'), 'render-worker': at('src/main/report/render-worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // a sandboxed preload can load nothing: one CommonJS file with everything in it
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src/main/hosts/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: true,
      chunkSizeWarningLimit: 4000,
      // inlined modulepreload polyfill and data: fonts would ask for more than our CSP gives
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // the hosts serve the fonts of the program: a second copy would be larger than all the rest
      rolldownOptions: { input: at('src/renderer/index.html'), external: [/^\/fonts\//] },
    },
  },
})
