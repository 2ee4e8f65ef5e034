/**
 * What a file holds, before anything is known of the log: findings by its form alone, and every text that is still to
 * be held against the protected values. Kept apart from these, so that a file can be read in a thread that never
 * learns a name.
 */
import { byteViews, legible } from './byteViews.ts'
import { foldForGate } from './canaryForms.ts'
import type { Finding } from './finding.ts'
import type { TextSearch } from './text.ts'

/** A text of a file, and how it is to be read (see `TextSearch`). */
export interface FoundText {
  readonly how: 'readable' | 'prose' | 'placed' | 'turned'
  readonly text: string
  readonly where: string
}

/** Bytes read as characters: the legible parts, folded. */
export interface RawText {
  readonly text: string
  readonly where: string
  /** Shorter values turn up by chance. */
  readonly shortest: number
}

/** Something that stands on no page. A finding, unless the brief or the template prints all of its words. */
export interface Unshown {
  readonly finding: Finding
  /** Folded words, or one squeezed text. */
  readonly words: readonly string[]
  readonly isSqueezed: boolean
}

export interface Evidence {
  readonly findings: readonly Finding[]
  readonly texts: readonly FoundText[]
  readonly raw: readonly RawText[]
  /** Strings that are no text, and may be a hash. */
  readonly digests: readonly { readonly bytes: Uint8Array; readonly where: string }[]
  readonly unshown: readonly Unshown[]
}

/** Evidence of some of its kinds, the others empty. */
export function evidence(some: Partial<Evidence>): Evidence {
  return { findings: [], texts: [], raw: [], digests: [], unshown: [], ...some }
}

/** Texts that are searched without a pause: a window that waits for it stays alive. */
const TEXTS_AT_ONCE = 400

/** The same evidence in parts that take a moment each. */
export function* inParts(whole: Evidence): Generator<Evidence> {
  yield { ...whole, texts: whole.texts.slice(0, TEXTS_AT_ONCE), raw: [] }
  for (let from = TEXTS_AT_ONCE; from < whole.texts.length; from += TEXTS_AT_ONCE)
    yield evidence({ texts: whole.texts.slice(from, from + TEXTS_AT_ONCE) })
  yield evidence({ raw: whole.raw })
}

/** What bytes say, read in every way; `hasFarScripts` as for {@link legible}. */
export function rawTexts(bytes: Uint8Array, where: string, hasFarScripts: boolean): RawText[] {
  return byteViews(bytes).flatMap(({ name, text, shortest }) => {
    const folded = foldForGate(legible(text, shortest, hasFarScripts))
    return folded === '' ? [] : [{ text: folded, where: `${where} as ${name}`, shortest }]
  })
}

/** All findings: those by form, and every protected value in what was read. */
export function searchEvidence(read: Evidence, search: TextSearch): Finding[] {
  return [
    ...read.findings,
    ...read.unshown.filter((each) => !isPrinted(each, search)).map(({ finding }) => finding),
    ...read.texts.flatMap(({ how, text, where }) => search[how](text, where)),
    ...read.digests.flatMap(({ bytes, where }) => search.digest(bytes, where)),
    ...read.raw.flatMap(({ text, where, shortest }) => search.raw(text, where, shortest)),
  ]
}

function isPrinted({ words, isSqueezed }: Unshown, search: TextSearch): boolean {
  return words.length > 0 && words.every((word) => (isSqueezed ? search.says(word) : search.knows(word)))
}
