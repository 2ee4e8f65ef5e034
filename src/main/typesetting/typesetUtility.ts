/** Electron's utility process that sets one brief in type; it is ended by whoever started it. */
import type { TypesetRequest } from '../../brief/typesetMessages.ts'
import { setPages } from '../../brief/typesetting.ts'

process.parentPort.once('message', ({ data }) => {
  // Our own process made this value, from typed code: it is not outside data.
  void setPages(data as TypesetRequest, (reply) => process.parentPort.postMessage(reply))
})
