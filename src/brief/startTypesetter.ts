/**
 * Pages are set in a process of their own: what the typesetter took goes back to the system whole when it ends, it can
 * be ended at any moment, and when it crashes nothing else does (docs/adr/0013). Here Node starts it; the app, whose
 * executable is no Node, has Electron start it (src/main/typesetting).
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TypesetRequest } from './typesetMessages.ts'
import { findWorker } from './workerFile.ts'

export interface TypesetListener {
  heard(untrustedReply: unknown): void
  /** Called once: it has ended, in whichever way, or could not be started. */
  ended(): void
}

/** Starts a process for one brief. */
export type StartTypesetter = (request: TypesetRequest, listener: TypesetListener) => RunningTypesetter

export interface RunningTypesetter {
  /** Ends it, whatever it is doing; the listener is told when that is so. */
  end(): void
}

export const forkTypesetter: StartTypesetter = (request, listener) => {
  // No environment, no arguments, no inherited flags: nothing of the machine can find its way into a page.
  const child = fork(fileURLToPath(findWorker('typesetProcess', './typesetProcess.ts')), [], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('message', (untrustedReply) => listener.heard(untrustedReply))
  child.once('exit', () => listener.ended())
  // One that could not be started does not exit.
  child.once('error', () => {
    if (child.pid === undefined) listener.ended()
  })
  // What could not be sent is told by the end of the process.
  child.send(request, () => undefined)
  return { end: () => void child.kill('SIGKILL') }
}
