import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findChromium } from './chromium.ts'

// The control of the packet count: the same Chromium without the host's or the application's switches opens a page
// outside. `netns.sh --expect-some node tests/host/stockBrowser.ts` must see packets, or the count sees nothing.

const RUN_MS = 8_000
const { executable, env } = await findChromium({ headful: false })
const profile = mkdtempSync(path.join(os.tmpdir(), 'daybook-stock-'))
const chromium = spawn(
  executable,
  [
    '--headless',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    'http://192.0.2.1/', // a documentation address (RFC 5737)
  ],
  { env: { ...process.env, ...env }, stdio: 'ignore' },
)
const timer = setTimeout(() => chromium.kill('SIGKILL'), RUN_MS)
chromium.on('exit', () => {
  clearTimeout(timer)
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})
