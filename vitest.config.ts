import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { guidePlugin } from './build/guidePlugin.ts'

export default defineConfig({
  plugins: [guidePlugin(path.join(import.meta.dirname, 'docs/user'))],
  test: {
    include: ['tests/{unit,property,fault,leak,contract}/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
