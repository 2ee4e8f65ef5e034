/** Node's child process that sets one brief in type. It ends by itself when it has answered, or nobody listens. */
import type { TypesetRequest } from './typesetMessages.ts'
import { setPages } from './typesetting.ts'

process.once('message', (request) => {
  // Our own process made this value, from typed code: it is not outside data.
  void setPages(request as TypesetRequest, (reply) => process.send?.(reply))
})
