import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { electronDist } from './electronBinary.ts'

// Electron's npm package has no binary; its own script fetches one, once. A machine without network must not wait
// for it, and one with a slow network must be given time: what counts is whether bytes still arrive.

const LOOK_EVERY_MS = 1_000
const PATIENCE_MS = 20_000

/** Runs Electron's install script, silently; resolves to whether its binary is there afterwards. */
export async function downloadElectron(): Promise<boolean> {
  const script = createRequire(import.meta.url).resolve('electron/install.js')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-electron-'))
  const child = spawn(process.execPath, [script], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
  })
  let bytes = 0
  let lastGrowthAt = Date.now()
  const timer = setInterval(() => {
    const now = sizeOf(folder)
    if (now > bytes) lastGrowthAt = Date.now()
    bytes = now
    // Unpacking writes elsewhere and is given its time once the archive has arrived.
    if (bytes === 0 && Date.now() - lastGrowthAt > PATIENCE_MS) child.kill('SIGKILL')
    if (bytes > 0 && Date.now() - lastGrowthAt > 4 * PATIENCE_MS) child.kill('SIGKILL')
  }, LOOK_EVERY_MS)
  await new Promise<void>((resolve) => {
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
  clearInterval(timer)
  rmSync(folder, { recursive: true, force: true })
  return electronDist() !== undefined
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => {
    const { size } = statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false }) ?? {
      size: 0,
    }
    return entry.isFile() ? sum + size : sum
  }, 0)
}
