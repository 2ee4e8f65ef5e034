/**
 * What the thread of search does: it keeps the index of the search over everything, and the texts of the records that
 * the window holds as rows, and answers what the window asks. In memory alone.
 */
import { foldText } from '../../core/foldText.ts'
import { SearchIndex } from '../../core/search/SearchIndex.ts'
import { TextBlocks } from '../../core/search/TextBlocks.ts'
import { queriedText, type RecordTexts, searchedText } from '../../core/search/toldTexts.ts'
import type { SearchReply, SearchRequest } from './searchMessages.ts'

const UTF8 = new TextDecoder()

export class SearchThread {
  readonly #index = new SearchIndex()
  readonly #textsByKind = new Map([
    ['incidents', new TextBlocks()],
    ['sourceItems', new TextBlocks()],
  ])
  #documents = 0

  /** Takes what it is told; what is asked, it answers as of that moment. Null when there is nothing to answer. */
  answer(request: SearchRequest): SearchReply | null {
    switch (request.kind) {
      case 'change':
        this.#take(request.added, request.gone)
        return null
      case 'texts': {
        const added: readonly RecordTexts[] = JSON.parse(UTF8.decode(request.texts))
        this.#take(added, request.gone)
        return { kind: 'read' }
      }
      case 'settle':
        this.#index.settle()
        return null
      case 'words': {
        const texts = this.#textsByKind.get(request.of)
        const lists = request.words.map((word) => texts?.docsWith(word) ?? new Uint32Array())
        return { kind: 'found', turn: request.turn, total: 0, lists }
      }
      case 'search': {
        const found = this.#index.search(request.typed)
        const lists = [found.slice(0, request.most)]
        return { kind: 'found', turn: request.turn, total: found.length, lists }
      }
    }
  }

  #take(added: readonly RecordTexts[], gone: readonly number[]): void {
    for (const texts of added) {
      const { title, body } = searchedText(texts)
      this.#index.add(title, body)
      this.#textsByKind.get(texts.kind)?.add(this.#documents, foldText(queriedText(texts)))
      this.#documents += 1
    }
    // Afterwards: a record may have come and gone in one portion.
    for (const doc of gone) {
      this.#index.remove(doc)
      for (const texts of this.#textsByKind.values()) texts.remove(doc)
    }
  }
}
