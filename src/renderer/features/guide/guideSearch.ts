/** The search in the guide: parts of pages, from one heading to the next, in which every typed word stands. */
import { searchWords } from '../../../core/search/searchWords.ts'
import { wordMatcher } from '../../../core/search/WordMatch.ts'
import type { GuidePlace } from './guidePlace.ts'
import { type Guide, type GuideBlock, plainText } from './guideText.ts'

/** A heading with what stands under it. */
export interface GuidePart {
  readonly place: GuidePlace
  readonly pageTitle: string
  /** The page's own title where the part is its beginning. */
  readonly title: string
  readonly text: string
}

interface ReadPart {
  readonly part: GuidePart
  readonly titleWords: readonly string[]
  readonly words: readonly string[]
}

/** Finds parts for what was typed; those whose heading has all words come first. Nothing typed finds nothing. */
export type GuideSearch = (typed: string) => readonly GuidePart[]

/** Reads the guide once; what it gives back is quick. */
export function createGuideSearch(guide: Guide): GuideSearch {
  const parts = guideParts(guide).map(
    (part): ReadPart => ({
      part,
      titleWords: searchWords(part.title),
      words: [...new Set(searchWords(`${part.title} ${part.text}`))],
    }),
  )
  return (typed) => {
    const matchers = [...new Set(searchWords(typed))].map(wordMatcher)
    if (matchers.length === 0) return []
    const hasAll = (words: readonly string[]) =>
      matchers.every((match) => words.some((word) => match(word) !== null))
    const found = parts.filter(({ words }) => hasAll(words))
    const [named, others] = [
      found.filter(({ titleWords }) => hasAll(titleWords)),
      found.filter(({ titleWords }) => !hasAll(titleWords)),
    ]
    return [...named, ...others].map(({ part }) => part)
  }
}

/** The parts of all pages, in their order. */
export function guideParts({ pages }: Guide): readonly GuidePart[] {
  return pages.flatMap(({ id, title: pageTitle, blocks }) => {
    const parts: { place: GuidePlace; pageTitle: string; title: string; text: string }[] = []
    for (const block of blocks) {
      if (block.kind !== 'heading') {
        const last = parts.at(-1)
        if (last !== undefined) last.text = `${last.text} ${blockText(block)}`.trim()
        continue
      }
      const part = block.level === 1 ? null : block.id
      parts.push({ place: { page: id, part }, pageTitle, title: plainText(block.of), text: '' })
    }
    return parts
  })
}

function blockText(block: GuideBlock): string {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => item.map(blockText).join(' ')).join(' ')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainText).join(' ')).join(' ')
    case 'code':
      return block.text
    case 'picture':
      return block.alt
    default:
      return plainText(block.of)
  }
}
