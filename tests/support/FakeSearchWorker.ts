/** The thread of search within the thread of a test. */
import { SearchThread } from '../../src/renderer/search/SearchThread.ts'
import type { SearchRequest } from '../../src/renderer/search/searchMessages.ts'

/** The thread, as the window sees it: what it is told comes over copied, and answers come in a later turn. */
export class FakeSearchWorker extends EventTarget {
  static last: FakeSearchWorker | undefined
  static isDeaf = false
  readonly #thread = new SearchThread()
  #isOver = false

  constructor() {
    super()
    FakeSearchWorker.last = this
  }

  postMessage(request: SearchRequest): void {
    const told = structuredClone(request)
    setTimeout(() => {
      if (this.#isOver || FakeSearchWorker.isDeaf) return
      const reply = this.#thread.answer(told)
      if (reply !== null) this.dispatchEvent(new MessageEvent('message', { data: reply }))
    })
  }

  terminate(): void {
    this.#isOver = true
  }
}
