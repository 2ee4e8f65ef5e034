/**
 * An earlier text told from a later one: runs of characters to copy from the later text, and what has to be put
 * between them. Costs what changed: one word in 200,000 characters is one word, wherever and however often.
 */

/** Put in as it is, or copied: `length` characters of the later text from `start` on (UTF-16 units). */
export type TextPart = string | readonly [start: number, length: number]

/** Shortest run that is worth a copy inside a changed passage; the numbers of a copy take about as much room. */
const BLOCK = 24

/** The parts that make `earlier` out of `later`. No part splits a character. */
export function textDelta(later: string, earlier: string): readonly TextPart[] {
  const head = commonStart(later, earlier)
  const tail = commonEnd(later, earlier, head)
  const middle = copiesWithin(
    later.slice(head, later.length - tail),
    earlier.slice(head, earlier.length - tail),
    head,
  )
  const parts: TextPart[] = [[0, head], ...middle, [later.length - tail, tail]]
  return parts.filter((part) => (typeof part === 'string' ? part !== '' : part[1] > 0))
}

/** The text that the parts make out of `later`; null when they do not fit it. */
export function applyTextDelta(later: string, parts: readonly TextPart[]): string | null {
  const texts: string[] = []
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part)
    else if (part[0] < 0 || part[1] < 0 || part[0] + part[1] > later.length) return null
    else texts.push(later.slice(part[0], part[0] + part[1]))
  }
  return texts.join('')
}

/** Characters that two texts begin with; ends between characters. */
export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length > 0 && isHigh(a.charCodeAt(length - 1)) ? length - 1 : length
}

/** Characters that two texts end with, behind the first `from` of each; begins between characters. */
export function commonEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) {
    length += 1
  }
  return length > 0 && isLow(a.charCodeAt(a.length - length)) ? length - 1 : length
}

/**
 * Finds blocks of `later` in `earlier`, in whatever order, and makes each as long as it can be. Every block is entered
 * once and every place looked up once.
 */
function copiesWithin(later: string, earlier: string, offset: number): TextPart[] {
  const blocks = new Map<string, number>()
  for (let at = 0; at + BLOCK <= later.length; at += BLOCK) {
    const block = later.slice(at, at + BLOCK)
    if (!blocks.has(block)) blocks.set(block, at)
  }
  const parts: TextPart[] = []
  let written = 0
  let at = 0
  while (at + BLOCK <= earlier.length) {
    const found = blocks.get(earlier.slice(at, at + BLOCK))
    if (found === undefined) {
      at += 1
      continue
    }
    let back = 0
    while (
      at - back > written &&
      found - back > 0 &&
      later.charCodeAt(found - back - 1) === earlier.charCodeAt(at - back - 1)
    ) {
      back += 1
    }
    let start = found - back
    let length = back + commonFrom(later, found, earlier, at)
    let literalEnd = at - back
    if (isLow(later.charCodeAt(start))) {
      start += 1
      literalEnd += 1
      length -= 1
    }
    if (isHigh(later.charCodeAt(start + length - 1))) length -= 1
    parts.push(earlier.slice(written, literalEnd), [offset + start, length])
    written = literalEnd + length
    at = written
  }
  parts.push(earlier.slice(written))
  return parts
}

function commonFrom(a: string, from: number, b: string, start: number): number {
  let length = 0
  while (
    from + length < a.length &&
    start + length < b.length &&
    a.charCodeAt(from + length) === b.charCodeAt(start + length)
  ) {
    length += 1
  }
  return length
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
