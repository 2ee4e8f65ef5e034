/**
 * Writes a released file so that it is whole or not there: staged under a random name in the same folder and flushed,
 * then renamed. Until then nothing that was there before is touched. An older file of that name is replaced; the
 * caller has asked before, if it had to.
 */
import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Readable and writable by the user alone. */
const PRIVATE_MODE = 0o600

export interface StagedFile {
  readonly target: string
  readonly temporary: string
}

/** Throws the file system's own error (`ENOENT`, `EISDIR`, `ENOSPC`, …) and then leaves nothing behind. */
export async function stageFile(target: string, bytes: Uint8Array): Promise<StagedFile> {
  await refuseFolder(target)
  // The temporary name says nothing either: it may stay behind when the power fails.
  const temporary = path.join(path.dirname(target), `.${randomBytes(12).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', PRIVATE_MODE)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return { target, temporary }
}

/** A rename onto a folder would only fail after other files had been put in place. */
async function refuseFolder(target: string): Promise<void> {
  const there = await stat(target).catch(() => null)
  if (there?.isDirectory()) throw Object.assign(new Error('a folder stands there'), { code: 'EISDIR' })
}

/** Gives a staged file its name, durably. */
export async function publishFile({ target, temporary }: StagedFile): Promise<void> {
  await rename(temporary, target)
  await syncFolder(path.dirname(target))
}

export async function discardFile({ temporary }: StagedFile): Promise<void> {
  await rm(temporary, { force: true })
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
