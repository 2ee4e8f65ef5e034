/**
 * Where the engine of a log runs. On a disk of this computer: in the calling thread, since handing one save to another
 * thread and waking up again takes longer than the disk does. In a folder on the network, where a call may hang for
 * seconds: in a thread of its own.
 */
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { realDisk } from '../disk.ts'
import { findFileSystemWarnings } from '../fileSystem.ts'
import type { EngineListener, EnginePolicy, VaultEngine } from './engine.ts'
import { startEngineThread } from './engineThread.ts'
import { FileEngine } from './FileEngine.ts'

/** Longer than a disk of this computer that has to spin up takes to say that a folder is there. */
const PATIENCE_MS = 2_000

/** Starts an engine for the log that is, or will be, at `path`. It lives until `close`. */
export async function startEngine(
  listener: EngineListener,
  policy: EnginePolicy,
  path: string,
  answers: (folder: string) => Promise<unknown> = stat,
): Promise<VaultEngine> {
  // Asked where nobody waits for it: a share that hangs would hold up the window for minutes, and cannot be told by name.
  const isHanging = !(await isSettledWithin(PATIENCE_MS, answers(dirname(path))))
  if (isHanging || findFileSystemWarnings(path).includes('network-folder')) {
    // Without a reserve: it saves nothing there, and a full server would say so only at the sync, which ends the session.
    return startEngineThread(listener, { ...policy, reserveBytes: 0 })
  }
  return new FileEngine({ disk: realDisk, policy, listener })
}

async function isSettledWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const ended = new AbortController()
  const settled = work.then(
    () => true,
    () => true,
  )
  const late = delay(ms, false, { signal: ended.signal }).catch(() => false)
  return Promise.race([settled, late]).finally(() => ended.abort())
}
