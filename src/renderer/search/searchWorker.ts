/**
 * The thread of the window that keeps the index of the search over everything. It holds words and numbers, no record, in
 * memory alone, and ends when the log is locked.
 */
import { SearchIndex } from '../../core/search/SearchIndex.ts'
import type { SearchReply, SearchRequest } from './searchMessages.ts'

const index = new SearchIndex()

self.addEventListener('message', ({ data: request }: MessageEvent<SearchRequest>) => {
  if (request.kind === 'change') {
    for (const { title, body } of request.added) index.add(title, body)
    // Afterwards: a record may have come and gone in one portion.
    for (const doc of request.gone) index.remove(doc)
  } else if (request.kind === 'settle') index.settle()
  else {
    const found = index.search(request.typed)
    const reply: SearchReply = {
      turn: request.turn,
      total: found.length,
      docs: found.slice(0, request.most),
    }
    self.postMessage(reply)
  }
})
