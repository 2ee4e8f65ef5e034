/**
 * Which documents hold a word: for each word a run of numbers, the document times two, plus one where it stands in the
 * title, in ascending order. A block never changes; two blocks become one when the later has grown to half the earlier.
 */

export interface PostingBlock {
  /** The words that the runs are of, ascending; null when there is a run for every word up to the last. */
  readonly keys: Uint32Array | null
  /** Where each run begins, and the end of the last. */
  readonly starts: Uint32Array
  readonly docs: Uint32Array
}

/** A table of all words is worth its room from so many of them on. */
const DENSE_FROM = 0.25

/** Sorts pairs of word and document by word. Pairs come by ascending document. */
export function blockOf(words: Uint32Array, docs: Uint32Array, wordCount: number): PostingBlock {
  if (words.length < wordCount * DENSE_FROM) return sparseBlock(words, docs)
  const starts = new Uint32Array(wordCount + 1)
  for (const word of words) starts[word + 1] = (starts[word + 1] ?? 0) + 1
  for (let word = 0; word < wordCount; word += 1)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
  const ends = starts.slice(0, wordCount)
  const sorted = new Uint32Array(docs.length)
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0
    const place = ends[word] ?? 0
    sorted[place] = docs[at] ?? 0
    ends[word] = place + 1
  }
  return { keys: null, starts, docs: sorted }
}

function sparseBlock(words: Uint32Array, docs: Uint32Array): PostingBlock {
  const order = Uint32Array.from(words.keys()).sort(
    (one, other) => (words[one] ?? 0) - (words[other] ?? 0) || one - other,
  )
  const keys: number[] = []
  const starts: number[] = []
  order.forEach((from, at) => {
    const word = words[from] ?? 0
    if (keys.at(-1) === word) return
    keys.push(word)
    starts.push(at)
  })
  starts.push(order.length)
  return {
    keys: Uint32Array.from(keys),
    starts: Uint32Array.from(starts),
    docs: Uint32Array.from(order, (from) => docs[from] ?? 0),
  }
}

/** Which run is that of a word; -1 when the block has none. */
export function runOf({ keys, starts }: PostingBlock, word: number): number {
  if (keys === null) return word + 1 < starts.length ? word : -1
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < word) low = middle + 1
    else high = middle
  }
  return keys[low] === word ? low : -1
}

/** One block of two, without documents that are gone. Those of `earlier` have the smaller numbers. */
export function mergeBlocks(
  earlier: PostingBlock,
  later: PostingBlock,
  wordCount: number,
  isGone: (doc: number) => boolean,
): PostingBlock {
  const docs = new Uint32Array(earlier.docs.length + later.docs.length)
  const isDense = docs.length >= wordCount * DENSE_FROM
  const keys: number[] = []
  const starts = isDense ? new Uint32Array(wordCount + 1) : null
  const runStarts: number[] = []
  let length = 0
  const copy = (block: PostingBlock, word: number) => {
    const run = runOf(block, word)
    if (run < 0) return
    const end = block.starts[run + 1] ?? 0
    for (let at = block.starts[run] ?? 0; at < end; at += 1) {
      const doc = block.docs[at] ?? 0
      if (isGone(doc >>> 1)) continue
      docs[length] = doc
      length += 1
    }
  }
  const add = (word: number) => {
    const before = length
    copy(earlier, word)
    copy(later, word)
    if (starts !== null) starts[word + 1] = length
    else if (length > before) {
      keys.push(word)
      runStarts.push(before)
    }
  }
  if (starts !== null) for (let word = 0; word < wordCount; word += 1) add(word)
  else for (const word of wordsOfBoth(earlier, later)) add(word)
  return {
    keys: starts === null ? Uint32Array.from(keys) : null,
    starts: starts ?? Uint32Array.from([...runStarts, length]),
    docs: length < docs.length ? docs.slice(0, length) : docs,
  }
}

function wordsOfBoth(earlier: PostingBlock, later: PostingBlock): Iterable<number> {
  const words = [earlier, later].flatMap(({ keys, starts }) =>
    keys === null ? Array.from({ length: starts.length - 1 }, (_, word) => word) : [...keys],
  )
  return new Set(words.sort((one, other) => one - other))
}
