import { defineConfig } from '@playwright/test'

// End-to-end specs of the built application (`out/`): in real Electron where its binary is present, in
// tests/host otherwise. One worker: each spec starts a whole application. No retries: a flaky spec is a bug.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
})
