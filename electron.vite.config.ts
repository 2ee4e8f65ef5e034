import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Three bundles: main (ES modules), preload (one CommonJS file, because a sandboxed preload is a plain script)
// and renderer. Everything is bundled except `electron` and the packages listed under "dependencies" in
// package.json (the Typst compilers, which carry native code and WebAssembly). No source maps: they would ship
// the sources and machine paths inside the package.

const root = import.meta.dirname

// electron-vite's own table stops at an older Electron, so the targets are pinned by hand.
const NODE_TARGET = 'node24.18'
const CHROMIUM_TARGET = 'chrome152'

/**
 * Files that run in a worker thread. Each becomes `out/main/<name>.js`, next to the code that starts it, so
 * the same line finds it in the sources (Node strips the types) and in the build:
 *
 *     new Worker(new URL(`./kdfWorker${path.extname(import.meta.url)}`, import.meta.url))
 */
const WORKERS = [
  'src/vault/kdfWorker.ts',
  'src/vault/file/journalWorker.ts',
  'src/brief/typesetWorker.ts',
  'src/main/redaction/redactWorker.ts',
]

const mainInputs = ['src/main/index.ts', ...WORKERS.filter((file) => existsSync(path.join(root, file)))]

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      sourcemap: false,
      rolldownOptions: {
        input: Object.fromEntries(
          mainInputs.map((file) => [path.basename(file, '.ts'), path.join(root, file)]),
        ),
        // One flat folder: `import.meta.url` of shared code then still points next to the workers.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: path.join(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    plugins: [react()],
    build: {
      target: CHROMIUM_TARGET,
      sourcemap: false,
      minify: true,
      emptyOutDir: true, // outside the renderer's root, so not the default; old assets must not be shipped
      // Every asset is a file of its own: the content security policy allows no data: scripts or fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
})
