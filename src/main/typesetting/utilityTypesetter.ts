/** The process that sets pages, as Electron starts it: the app's executable cannot be run as Node (electron-builder.yml). */
import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'
import type { StartTypesetter } from '../../brief/startTypesetter.ts'
import { findWorker } from '../../brief/workerFile.ts'

/** What a list of processes calls it. */
const SERVICE_NAME = 'Pages'

export const utilityTypesetter: StartTypesetter = (request, listener) => {
  const child = utilityProcess.fork(
    fileURLToPath(findWorker('typesetUtility', '../main/typesetting/typesetUtility.ts')),
    [],
    { env: {}, execArgv: [], stdio: 'ignore', serviceName: SERVICE_NAME },
  )
  child.on('message', (untrustedReply: unknown) => listener.heard(untrustedReply))
  child.once('exit', () => listener.ended())
  child.postMessage(request)
  return {
    end: () => {
      // One that is only being started cannot be ended yet.
      if (!child.kill()) child.once('spawn', () => void child.kill())
    },
  }
}
