/**
 * The thread of the window that keeps the index of the search over everything, and the texts of the records that the
 * window holds as rows. It is in memory alone, and ends when the log is locked.
 */
import { foldText } from '../../core/foldText.ts'
import { SearchIndex } from '../../core/search/SearchIndex.ts'
import { TextBlocks } from '../../core/search/TextBlocks.ts'
import { queriedText, type RecordTexts, searchedText } from '../../core/search/toldTexts.ts'
import type { SearchReply, SearchRequest } from './searchMessages.ts'

const index = new SearchIndex()
const textsByKind = new Map([
  ['incidents', new TextBlocks()],
  ['sourceItems', new TextBlocks()],
])
let documents = 0
const utf8 = new TextDecoder()

function take(added: readonly RecordTexts[], gone: readonly number[]): void {
  for (const texts of added) {
    const { title, body } = searchedText(texts)
    index.add(title, body)
    textsByKind.get(texts.kind)?.add(documents, foldText(queriedText(texts)))
    documents += 1
  }
  // Afterwards: a record may have come and gone in one portion.
  for (const doc of gone) {
    index.remove(doc)
    for (const texts of textsByKind.values()) texts.remove(doc)
  }
}

const reply = (message: SearchReply): void => self.postMessage(message)

self.addEventListener('message', ({ data: request }: MessageEvent<SearchRequest>) => {
  if (request.kind === 'change') take(request.added, request.gone)
  else if (request.kind === 'texts') {
    const added: readonly RecordTexts[] = JSON.parse(utf8.decode(request.texts))
    take(added, request.gone)
    reply({ kind: 'read' })
  } else if (request.kind === 'settle') index.settle()
  else if (request.kind === 'words') {
    const texts = textsByKind.get(request.of)
    const lists = request.words.map((word) => texts?.docsWith(word) ?? new Uint32Array())
    reply({ kind: 'found', turn: request.turn, total: 0, lists })
  } else {
    const found = index.search(request.typed)
    reply({
      kind: 'found',
      turn: request.turn,
      total: found.length,
      lists: [found.slice(0, request.most)],
    })
  }
})
