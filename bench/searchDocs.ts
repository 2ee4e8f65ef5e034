/** Made-up texts of records and what is typed to find them; the same every time. */
import { searchWords } from '../src/core/search/searchWords.ts'
import { inventName, type Language, writeProse } from './prose.ts'
import { createRandom, pick, pickInt, type Random } from './random.ts'

export interface SearchDoc {
  readonly title: string
  readonly body: string
}

const SEED = 11
/** Two in five records Latin, two Cyrillic, one Arabic. */
const LANGUAGES: readonly Language[] = ['en', 'en', 'ru', 'ru', 'ar']
const SUMMARY_LENGTH: Readonly<Record<Language, number>> = { en: 830, ru: 440, ar: 460 }
const QUOTE_LENGTH = 160
const ITEMS_PER_INCIDENT = 3

/** Incidents, and three source items for each. */
export function makeSearchDocs(incidents: number): readonly SearchDoc[] {
  const random = createRandom(SEED)
  const docs: SearchDoc[] = []
  for (let index = 0; index < incidents; index += 1) {
    const language = pick(random, LANGUAGES)
    const place = inventName(random, language)
    docs.push({
      title: writeProse(random, language, 44),
      body: `${writeProse(random, language, SUMMARY_LENGTH[language])} ${place}`,
    })
    for (let item = 0; item < ITEMS_PER_INCIDENT; item += 1) {
      const body = `${writeProse(random, language, QUOTE_LENGTH)} ${inventName(random, language)}`
      docs.push({ title: writeProse(random, language, 60), body })
    }
  }
  // Joined texts are laid out in one piece when they are first read: not while somebody is timed.
  for (const { title, body } of docs) if (title.includes('\0') || body.includes('\0')) break
  return docs
}

/** Words as they are being typed: whole ones, beginnings, two and three at once. */
export function makeSearches(docs: readonly SearchDoc[], count: number): readonly string[] {
  const random = createRandom(SEED + 1)
  return Array.from({ length: count }, (_, index) => {
    const doc = pick(random, docs)
    const words = searchWords(`${doc.title} ${doc.body}`)
    const word = () => pick(random, words)
    if (index % 4 === 0) return word()
    if (index % 4 === 1) return begun(random, word())
    if (index % 4 === 2) return `${word()} ${begun(random, word())}`
    return `${word()} ${word()} ${begun(random, word())}`
  })
}

const begun = (random: Random, word: string): string => word.slice(0, Math.max(2, pickInt(random, 2, 5)))
