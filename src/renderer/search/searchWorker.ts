/** The thread of the window that searches. It ends when the log is locked. */
import { SearchThread } from './SearchThread.ts'
import type { SearchRequest } from './searchMessages.ts'

const thread = new SearchThread()

self.addEventListener('message', ({ data: request }: MessageEvent<SearchRequest>) => {
  const reply = thread.answer(request)
  if (reply !== null) self.postMessage(reply)
})
