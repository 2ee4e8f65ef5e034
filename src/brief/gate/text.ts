/**
 * Looks for protected values in text that stands in a finished file.
 *
 * What counts. A hit is a finding wherever it stands, for two exceptions:
 * 1. A value of class text, date or id that the brief itself is meant to say: it, or the words it is found in,
 *    are a sequence of whole words inside one of the `allowed` strings (all strings of the BriefData, and all that the
 *    template prints). A place may be called what its region is called; a tag may be "prison" where the brief says
 *    "prisons"; an as-of day may be the day a record was typed.
 * 2. A name that happens to be a word the template prints in every brief ("May", "Said", ثابت): it may stand there
 *    only if it is part of a constant and of no string of this brief's data. Constants do not depend on the log,
 *    so they cannot betray it; without this a person's name could make every brief of a log impossible.
 * Numbers are not excused, but for how many records the brief shows: its "1,000 incidents" are nobody's 1.00008 degrees.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { isExactPlace } from '../../core/redaction/mentions/placePhrases.ts'
import { backwards } from './byteViews.ts'
import { dateForms, foldForGate, type Needle, squeeze } from './canaryForms.ts'
import { codedPlaceLeaks } from './codedPlaces.ts'
import { yearlessLeaks } from './daysWithoutYear.ts'
import { digestFinding, type Finding, leakFinding } from './finding.ts'
import { type Joined, joined, saysExactly, saysWords } from './joinedTexts.ts'
import { mentionLeaks } from './mentionLeaks.ts'
import { placeLeaks } from './placeLeaks.ts'
import { searchTables } from './searchTables.ts'
import { chanceIn } from './squeezedHits.ts'
import { dayLeaks } from './writtenDays.ts'
import { degreeLeaks } from './writtenDegrees.ts'
import { decimalLeaks } from './writtenNumbers.ts'

export interface Excuses {
  /** Strings the brief is meant to say. */
  readonly allowed: readonly string[]
  /** Those of them that nobody typed as a sentence; all of them when absent. */
  readonly structured?: readonly string[]
  /** Strings that were held against the log before, where a word like a name is none; `structured` when absent. */
  readonly vetted?: readonly string[]
  /** Texts every brief of this language may print, whatever the log holds; none by default. */
  readonly constants?: readonly string[]
  /** Paragraphs of the template that stand one below the other, each run as one text; they excuse sentences alone. */
  readonly runs?: readonly string[]
  /** Strings of this brief's data, to which exception 2 does not reach. */
  readonly own?: readonly string[]
  /** Shipped terms, which nobody can have written backwards: a chapter's many zeros are like those of a number to call. */
  readonly codes?: readonly string[]
  /** How many records of each kind the brief shows; none by default. */
  readonly counts?: readonly number[]
}

export interface TextSearch {
  /** Everything readable: names, titles, keys. */
  readable(text: string, where: string): Finding[]
  /** Text for people, where names come inflected, in other letters or misspelt too. */
  prose(text: string, where: string): Finding[]
  /** Prose put together by its places on a page, where words of two cells come to stand side by side. */
  placed(text: string, where: string): Finding[]
  /** Placed prose with its letters in the other order, where a short word is another one by chance. */
  turned(text: string, where: string): Finding[]
  /** Folded characters of bytes, where short values turn up by chance: values of `shortest` characters or more. */
  raw(folded: string, where: string, shortest: number): Finding[]
  /** Bytes that could be a hash. */
  digest(bytes: Uint8Array, where: string): Finding[]
  /** Is a folded word one that the brief or the template prints? */
  knows(word: string): boolean
  /** Are squeezed characters part of what the brief or the template prints? */
  says(squeezed: string): boolean
}

const SHORTEST_BACKWARDS = 8

/** A search for every form of every canary. */
export function createTextSearch(canaries: readonly Canary[], excuses: Excuses): TextSearch {
  const tables = searchTables(canaries)
  const { index, digests } = tables
  const excused = createExcuse(excuses)
  const people = mentionLeaks(tables, excuses)
  const places = placeLeaks(tables, [
    ...(excuses.structured ?? excuses.allowed),
    ...(excuses.constants ?? []),
  ])
  const mentions = (text: string, where: string): Finding[] => [
    ...people(text, where),
    ...places(text, where),
  ]
  const days = dayLeaks(tables.days, excuses.structured ?? excuses.allowed)
  const decimals = (folded: string, where: string, shortest: number): Finding[] =>
    decimalLeaks(
      folded,
      where,
      tables.decimals,
      (number) => number.length >= shortest && !isCount(number, excuses.counts ?? []),
    )
  const codedPlaces = codedPlaceLeaks(canaries)
  const yearless = yearlessLeaks(tables.yearlessDays, excuses.structured ?? excuses.allowed)
  const codes = new Set(excuses.codes)
  const printed = joined([...excuses.allowed, ...(excuses.constants ?? [])])
  const look = (
    text: string,
    where: string,
    takes: (needle: Needle) => boolean,
    isByChance: (needle: Needle, at: number) => boolean = () => false,
  ): Finding[] => {
    const found = new Set<Canary>()
    index.find(text, (needle, at) => {
      if (found.has(needle.canary) || !takes(needle)) return
      if (!excused(needle, text, at) && !isByChance(needle, at)) found.add(needle.canary)
    })
    return [...found].map((canary) => leakFinding(canary, where))
  }
  const read = (
    text: string,
    where: string,
    takesSqueezed: typeof isSqueezed,
    takesPlain: typeof isPlain = isPlain,
  ): Finding[] => {
    const folded = foldForGate(text)
    const turned = codes.has(text) ? '' : backwards(folded)
    return [
      ...look(folded, where, takesPlain),
      ...look(squeeze(folded), `${where}, spaces and signs removed`, takesSqueezed, chanceIn(folded)),
      ...look(turned, `${where}, backwards`, isLong),
      ...decimals(folded, where, 0),
      ...decimals(turned, `${where}, backwards`, SHORTEST_BACKWARDS),
      ...days(folded, where),
      ...degreeLeaks(text, where, tables.numbers),
      ...codedPlaces(folded, where),
      ...digests.inText(text).map((canary) => digestFinding(canary, where)),
    ]
  }
  const isNoNeighbours = (needle: Needle): boolean => isSqueezed(needle) && !isTwoSaid(needle.canary, printed)
  return {
    readable: unlessClean((text, where) => read(text, where, isSqueezed)),
    prose: unlessClean((text, where) => [
      ...read(text, where, isSqueezed),
      ...mentions(text, where),
      ...yearless(text, where),
    ]),
    placed: unlessClean((text, where) => [...read(text, where, isNoNeighbours), ...mentions(text, where)]),
    turned: unlessClean((text, where) => [
      ...read(text, where, isNoNeighbours, isNoWordByChance),
      ...mentions(text, where),
    ]),
    raw(folded, where, shortest) {
      return look(
        folded,
        where,
        (needle) => isPlain(needle) && needle.text.length >= shortest && /\p{L}|[-.+ ]/u.test(needle.text),
      )
    },
    digest: (bytes, where) => digests.ofBytes(bytes).map((canary) => digestFinding(canary, where)),
    knows: (word) => saysWords(printed, word),
    says: (squeezed) => printed.tight.includes(squeezed),
  }
}

/**
 * Is a value no more than two words, each of which the brief says somewhere? A tag "before-2017" is nobody's secret
 * where one sentence ends with "before" and the next cell begins with "2017".
 */
function isTwoSaid(canary: Canary, printed: Joined): boolean {
  if (canary.protected !== 'text' || isNeverTyped(canary)) return false
  const words = foldForGate(canary.value).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 2 && words.every((word) => saysWords(printed, word))
}

const isSqueezed = ({ squeezed }: Needle): boolean => squeezed
const isPlain = ({ squeezed }: Needle): boolean => !squeezed
/** By chance short words are others read backwards. */
const isLong = ({ text }: Needle): boolean => text.length >= SHORTEST_BACKWARDS

/** Tags are words like others, and many a word is another one backwards; names are looked for however short. */
const isNoWordByChance = (needle: Needle): boolean =>
  isPlain(needle) && (needle.canary.protected !== 'text' || isLong(needle))

/** A file repeats its codes, keys and words very often; what was clean once is so again. */
function unlessClean(look: (text: string, where: string) => Finding[]): typeof look {
  const clean = new Set<string>()
  return (text, where) => {
    if (clean.has(text)) return []
    const findings = look(text, where)
    if (findings.length === 0) clean.add(text)
    return findings
  }
}

type Excuse = (needle: Needle, text: string, at: number) => boolean

function createExcuse({
  allowed,
  structured = allowed,
  constants = [],
  runs = [],
  own = [],
}: Excuses): Excuse {
  const allAllowed = joined(allowed)
  const structuredText = joined(structured)
  const constantText = joined(constants)
  const ownText = joined(own)
  const runText = joined(runs)
  const judge = (needle: Needle, foundIn: string): boolean => {
    // A title or wording that gives away a code name, an address or a day is no excuse for itself.
    const allowedText = isNeverTyped(needle.canary) ? structuredText : allAllowed
    switch (needle.canary.protected) {
      case 'number':
        // Read from the text, and looked for in no other way.
        return false
      case 'identity':
        return isConstant(needle, constantText, ownText) || isInOtherWord(needle, foundIn)
      case 'date':
        return isAllowedDate(needle, allowedText)
      case 'text':
      case 'id':
        if (isSaidIn(allowedText, needle, foundIn)) return true
        if (isSentence(needle.canary) && isSaidIn(runText, needle, foundIn)) return true
        if (needle.squeezed) return false
        return needle.text === ARABIC_ON || isInOtherWord(needle, foundIn)
    }
  }
  const isInOtherWord = (needle: Needle, foundIn: string): boolean =>
    isEndOfOtherWord(needle, foundIn) && saysWords(allAllowed, foundIn)
  const known = new Map<Needle, Map<string, boolean>>()
  return (needle, text, at) => {
    const foundIn = needle.squeezed ? '' : wholeWords(text, at, at + needle.text.length)
    const answers = known.get(needle) ?? new Map<string, boolean>()
    known.set(needle, answers)
    const answer = answers.get(foundIn) ?? judge(needle, foundIn)
    answers.set(foundIn, answer)
    return answer
  }
}

function isSaidIn(texts: Joined, { text, squeezed }: Needle, foundIn: string): boolean {
  if (squeezed) return texts.tight.includes(text)
  return saysWords(texts, text) || saysWords(texts, foundIn)
}

/** Fields that hold sentences; a name, a place, a number to call or an id stands in others. */
const OF_SENTENCES: ReadonlySet<string> = new Set(['title', 'summary', 'statement', 'remarks', 'quote'])

/** A title of fewer words may be what somebody, or a body, is called. */
const FEWEST_WORDS = 4

/** Is a value what somebody wrote of what happened, and of no person? */
const isSentence = ({ value, protected: kind, where }: Canary): boolean =>
  kind === 'text' &&
  where.kind !== 'persons' &&
  OF_SENTENCES.has(where.field) &&
  (value.match(/[\p{L}\p{N}]+/gu) ?? []).length >= FEWEST_WORDS

/** Values that no sentence of a brief may say. */
const isNeverTyped = (canary: Canary): boolean =>
  canary.protected === 'date' || canary.where.kind === 'persons' || isExactPlace(canary)

const WORD = /[\p{L}\p{N}]/u

/** In Arabic, words are joined to the beginning of a name. */
const WITHOUT_PREFIXES = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u

/** Folded, the name علي is the word for "on", which hardly any sentence does without; alone it names nobody. */
const ARABIC_ON = 'علي'
const ONE_WORD = /^\p{L}+$/u

/**
 * The town of Шали is not in "слышали", nor somebody called Vera in "several", which a text that was read over says;
 * "шалинский" is another matter. Names that are joined to others, as in addresses, the finder of mentions knows.
 */
function isEndOfOtherWord({ canary, text, squeezed }: Needle, foundIn: string): boolean {
  const isName = canary.protected === 'identity' || canary.where.kind === 'persons'
  const canBe = isExactPlace(canary) || (isName && !squeezed && ONE_WORD.test(text) && ONE_WORD.test(foundIn))
  return canBe && WITHOUT_PREFIXES.test(text) && !foundIn.startsWith(text)
}

/** What was found, with the rest of the words it begins and ends in. */
function wholeWords(text: string, from: number, to: number): string {
  let start = from
  let end = to
  while (start > 0 && WORD.test(text.charAt(start)) && WORD.test(text.charAt(start - 1))) start -= 1
  while (end < text.length && WORD.test(text.charAt(end - 1)) && WORD.test(text.charAt(end))) end += 1
  return text.slice(start, end)
}

function isConstant({ text, squeezed, wholeWord }: Needle, constants: Joined, own: Joined): boolean {
  // "IS" stands alone in a sentence of ours; that a district is called "Pakistan" says nothing about it.
  if (wholeWord && !squeezed) return saysWords(constants, text) && !saysWords(own, text)
  if (squeezed) return constants.tight.includes(text) && !own.tight.includes(text)
  return constants.plain.includes(text) && !own.plain.includes(text)
}

/** Is a number one of some counts, with a comma or a point before its last three digits? */
const isCount = (number: string, counts: readonly number[]): boolean =>
  /^[1-9]\d*[.,]\d{3}$/.test(number) && counts.includes(Number(number.replace(/[.,]/, '')))

/** A day is allowed in every form when the brief says it in one; a time of day must be said itself. */
function isAllowedDate({ canary, text }: Needle, allowed: Joined): boolean {
  if (saysExactly(allowed, text)) return true
  const days = canary.value.match(/\d{4}-\d{2}-\d{2}/g) ?? []
  return days.some((day) => {
    const forms = dateForms(day)
    return forms.includes(text) && forms.some((form) => saysExactly(allowed, form))
  })
}
