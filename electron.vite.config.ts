import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { guidePlugin } from './build/guidePlugin.ts'
import { windowZod } from './build/windowZod.ts'

// Three bundles: main (ES modules), preload (one CommonJS file, because a sandboxed preload is a plain script)
// and renderer. Everything is bundled except `electron` and the packages listed under "dependencies" in
// package.json (the Typst compilers, which carry native code and WebAssembly). No source maps: they would ship
// the sources and machine paths inside the package.

const root = import.meta.dirname

// electron-vite's own table stops at an older Electron, so the targets are pinned by hand.
const NODE_TARGET = 'node24.18'
const CHROMIUM_TARGET = 'chrome152'

/**
 * Files that run in a worker thread or in a process of their own. Each becomes `out/main/<name>.js`, next to the code that starts it, so
 * the same line finds it in the sources (Node strips the types) and in the build:
 *
 *     new Worker(new URL(`./kdfWorker${path.extname(import.meta.url)}`, import.meta.url))
 */
const WORKERS = [
  'src/vault/kdfWorker.ts',
  'src/vault/file/journalWorker.ts',
  'src/brief/gate/readerWorker.ts',
  'src/main/redaction/redactWorker.ts',
  'src/main/duplicates/duplicateWorker.ts',
  'src/main/typesetting/typesetUtility.ts',
]

const mainInputs = ['src/main/index.ts', ...WORKERS.filter((file) => existsSync(path.join(root, file)))]

/** Languages of the window: those of src/shared/i18n/locale.ts. */
const WINDOW_LANGUAGES = new Set(['en', 'ru', 'ar', 'es', 'fr'])

/** The controls come with their words in some thirty languages, all in one chunk; those of other languages stay out. */
const ownLanguagesOnly: Plugin = {
  name: 'own-languages-only',
  load(id) {
    const language = /react-(?:aria|stately)\/.*\/intl\/.*\/([a-z]{2})-[A-Z]{2}\.mjs$/.exec(id)?.[1]
    return language === undefined || WINDOW_LANGUAGES.has(language) ? null : 'export default {}'
  },
}

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
    plugins: [react(), ownLanguagesOnly, windowZod(), guidePlugin(path.join(root, 'docs/user'))],
    build: {
      target: CHROMIUM_TARGET,
      sourcemap: false,
      minify: true,
      emptyOutDir: true, // outside the renderer's root, so not the default; old assets must not be shipped
      // Every asset is a file of its own: the content security policy allows no data: scripts or fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // One style sheet, in one order, however the screens are read.
      cssCodeSplit: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // Words of languages: they grow with languages, and build/rendererSize.ts leaves them out of the count.
              // English stands in for what another language lacks, so it is there from the start.
              { name: 'en', test: /i18n[\\/](messages|catalogues)[\\/]en/ },
              { name: 'briefWords', test: /i18n[\\/](brief|releases)[\\/]/ },
              { name: 'dateWords', test: /typedDate[\\/]\w+Lexicon/ },
              { name: 'wordingWords', test: /wording[\\/]\w+Wording/ },
              { name: 'guideWords', test: /virtual:guide/ },
              { name: 'termWords', test: /resources[\\/]vocabularies[\\/]/ },
            ],
          },
        },
      },
    },
  },
})
