/**
 * Writes a released file so that it is whole or not there: a new file under a random name in the same folder,
 * flushed, then renamed. An older file of that name is replaced; the caller has asked before, if it had to.
 */
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Readable and writable by the user alone. */
const PRIVATE_MODE = 0o600

/** Throws the file system's own error (`ENOENT`, `ENOSPC`, …) and then leaves nothing behind. */
export async function writeReleased(target: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(target)
  // The temporary name says nothing either: it may stay behind when the power fails.
  const temporary = path.join(folder, `.${randomBytes(12).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', PRIVATE_MODE)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** Makes the rename itself durable. Windows cannot open folders; its rename is journalled by the file system. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
