/**
 * Where the engine of a log runs. On a disk of this computer: in the calling thread, since handing one save to another
 * thread and waking up again takes longer than the disk does. In a folder on the network, where a call may hang for
 * seconds: in a thread of its own.
 */
import { realDisk } from '../disk.ts'
import { findFileSystemWarnings } from '../fileSystem.ts'
import type { EngineListener, EnginePolicy, VaultEngine } from './engine.ts'
import { startEngineThread } from './engineThread.ts'
import { FileEngine } from './FileEngine.ts'

/** Starts an engine for the log that is, or will be, at `path`. It lives until `close`. */
export function startEngine(listener: EngineListener, policy: EnginePolicy, path: string): VaultEngine {
  if (findFileSystemWarnings(path).includes('network-folder')) {
    // Without a reserve: it saves nothing there, and a full server would say so only at the sync, which ends the session.
    return startEngineThread(listener, { ...policy, reserveBytes: 0 })
  }
  return new FileEngine({ disk: realDisk, policy, listener })
}
