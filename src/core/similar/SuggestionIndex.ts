/**
 * Finds source items that say the same in the same words: the same quotation republished, an article inside another.
 * Keeps a few numbers for each text, chosen so that a shared passage of about forty letters is noticed, and compares
 * the texts themselves only for those few items that share numbers. Pure suggestion: it links nothing.
 */
import { edtfSpan } from '../edtfSpan.ts'
import type { PutsOf } from '../putsOf.ts'
import type { SourceItem } from '../sourceItem.ts'
import { ReverseLinks } from '../sourcing/ReverseLinks.ts'
import type { DerivationSuggestion } from './derivationSuggestion.ts'
import { sharedPassage } from './sharedPassage.ts'
import { chooseHashes, type FoldedLetters, LetterFolder, shingleHashes, shingleLength } from './shingles.ts'

export type ItemText = Pick<
  SourceItem,
  'id' | 'quote' | 'originalText' | 'translation' | 'publishedAt' | 'derivesFrom' | 'notDerivedFrom'
>

/** What of a change of the log it takes in. */
export type TextPut = PutsOf<{ sourceItems: ItemText }>

/** A passage of three pieces' length holds a chosen one. */
const PIECES_PER_WINDOW = 2
const MOST_HASHES = 64
/** A piece that so many items have is a phrase of the trade, not a quotation. */
const TOO_COMMON = 500
/** Items whose texts are compared for one question. */
const MOST_COMPARED = 30
const MOST_SUGGESTED = 10
/** Below this share of the shorter text a passage has to be long to be told. */
const LEAST_SHARE = 0.5
/** Letters of a passage that is told however long the texts are, in pieces of the script. */
const LEAST_PIECES = 5
const WHOLE = 0.8

export class SuggestionIndex {
  readonly #items = new Map<string, ItemText>()
  readonly #hashes = new Map<string, readonly string[]>()
  readonly #itemsByHash = new ReverseLinks()
  readonly #folder = new LetterFolder()
  #revision = 0

  /** Reads the items of a log, once; with very many it may be fed by {@link apply} in portions instead. */
  constructor(items: Readonly<Record<string, ItemText>>) {
    for (const record of Object.values(items)) this.#put(record.id, record)
  }

  /** Another number after each change of an item. */
  get revision(): number {
    return this.#revision
  }

  /** Takes in a change of the log. Costs the length of the changed texts. */
  apply(change: readonly TextPut[]): void {
    for (const put of change) if (put.kind === 'sourceItems') this.#put(put.id, put.record)
  }

  /**
   * Items that this one may derive from, or that may derive from it; most alike first. Pairs that are linked already,
   * directly or by something both go back to, and pairs that were declined on either side are left out.
   */
  suggestDerivations(itemId: string): readonly DerivationSuggestion[] {
    const item = this.#items.get(itemId)
    if (item === undefined) return []
    const above = this.#aboveOf(itemId)
    return this.#alike(itemId)
      .filter((other) => !isDeclined(item, other) && above.isDisjointFrom(this.#aboveOf(other.id)))
      .slice(0, MOST_COMPARED)
      .flatMap((other) => this.#compare(item, other) ?? [])
      .sort((a, b) => b.similarity - a.similarity || (a.other < b.other ? -1 : 1))
      .slice(0, MOST_SUGGESTED)
  }

  #put(id: string, record: ItemText | null): void {
    const before = this.#items.get(id)
    this.#revision += 1
    if (record === null) this.#items.delete(id)
    else this.#items.set(id, record)
    if (before && record && isSameText(before, record)) return
    const hashes = record === null ? [] : this.#choose(record)
    this.#itemsByHash.move(id, this.#hashes.get(id) ?? [], hashes)
    if (hashes.length === 0) this.#hashes.delete(id)
    else this.#hashes.set(id, hashes)
  }

  #choose(item: ItemText): readonly string[] {
    const chosen = textsOf(item).flatMap((text) => {
      const { letters } = this.#folder.fold(text)
      const length = shingleLength(letters)
      return chooseHashes(shingleHashes(letters, length), length * PIECES_PER_WINDOW, MOST_HASHES)
    })
    return [...new Set(chosen)].map(String)
  }

  /** Items that share chosen pieces with this one, those that share most first. */
  #alike(itemId: string): readonly ItemText[] {
    const shared = new Map<string, number>()
    for (const hash of this.#hashes.get(itemId) ?? []) {
      const others = [...this.#itemsByHash.of(hash)]
      if (others.length > TOO_COMMON) continue
      for (const other of others) if (other !== itemId) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    return [...shared]
      .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
      .flatMap(([id]) => this.#items.get(id) ?? [])
  }

  /** An item and everything it goes back to. */
  #aboveOf(id: string): ReadonlySet<string> {
    const found = new Set([id])
    for (const at of found) for (const { item } of this.#items.get(at)?.derivesFrom ?? []) found.add(item)
    return found
  }

  #compare(item: ItemText, other: ItemText): DerivationSuggestion | null {
    const foldAll = (of: ItemText): readonly FoldedLetters[] =>
      textsOf(of).map((text) => this.#folder.fold(text))
    const others = foldAll(other)
    const best = foldAll(item)
      .flatMap((mine) =>
        others.map((theirs) => ({ ...sharedPassage(mine, theirs), piece: shingleLength(mine.letters) })),
      )
      .sort((a, b) => b.ofShorter - a.ofShorter || b.letters - a.letters)[0]
    if (best === undefined) return null
    if (best.ofShorter < LEAST_SHARE && best.letters < best.piece * LEAST_PIECES) return null
    return {
      other: other.id,
      direction: directionOf(item, other),
      how: best.ofLonger >= WHOLE ? 'republishes' : 'quotes',
      similarity: best.ofShorter,
      passage: best.passage,
    }
  }
}

const textsOf = ({ quote, originalText, translation }: ItemText): readonly string[] =>
  [quote, originalText, translation].flatMap((text) => (text === undefined || text === '' ? [] : [text]))
const isSameText = (a: ItemText, b: ItemText): boolean => textsOf(a).join('\n') === textsOf(b).join('\n')
const isDeclined = (a: ItemText, b: ItemText): boolean =>
  a.notDerivedFrom.includes(b.id) || b.notDerivedFrom.includes(a.id)

/** Only days that cannot overlap decide: a month is not its first day. */
function directionOf(item: ItemText, other: ItemText): DerivationSuggestion['direction'] {
  const [mine, theirs] = [item.publishedAt, other.publishedAt].map((day) =>
    day === undefined ? null : edtfSpan(day),
  )
  if (!mine || !theirs) return 'undecided'
  const isBefore = (a: typeof mine, b: typeof mine) =>
    a.latest !== null && b.earliest !== null && a.latest < b.earliest
  if (isBefore(theirs, mine)) return 'derives-from'
  return isBefore(mine, theirs) ? 'source-of' : 'undecided'
}
