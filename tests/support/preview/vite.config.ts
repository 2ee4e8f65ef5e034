import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Builds the preview page: node_modules/.bin/vite build -c tests/support/preview/vite.config.ts
const root = import.meta.dirname

// biome-ignore lint/style/noDefaultExport: Vite asks for it
export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  assetsInclude: ['**/*.jsonl'],
  build: {
    outDir: path.join(root, '../../../test-results/preview'),
    emptyOutDir: true,
    target: 'chrome152',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    minify: false,
  },
})
