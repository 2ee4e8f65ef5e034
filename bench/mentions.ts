/**
 * What it costs to find 10,000 protected names in 5 MB of text, tables of the names included: half Russian prose, the
 * rest English and Arabic, a name in every thirtieth word. Beside it the same text merely split into words and folded.
 */
import { foldText } from '../src/core/foldText.ts'
import type { Canary } from '../src/core/redaction/briefData.ts'
import { createMentionFinder } from '../src/core/redaction/mentions/mentionFinder.ts'
import { scanWords } from '../src/core/redaction/mentions/scanWords.ts'
import type { Measurement } from './measurement.ts'
import { writeProse } from './prose.ts'
import { createRandom, pick, type Random } from './random.ts'

const NAMES = 10_000
const FIRST_NAMES = 600
const BYTES = 5_000_000
const WORDS_PER_NAME = 30
const SYLLABLES = 'ба во гре ди жа кли ла мо ну пре ро сте ту фи ха че шу ял'.split(' ')
const ENDINGS = ['ов', 'ев', 'ин', 'ский', 'енко', 'ян', 'швили', 'ук', '']
const CASES = ['', 'а', 'у', 'ым', 'е']

/** Samples of the search and of its baseline, taken in turns. */
export function measureMentions(rounds: number): Measurement[] {
  const random = createRandom(NAMES)
  const names = makeNames(random)
  const text = makeText(random, names)
  const canaries = names.map(
    (value, at): Canary => ({
      value,
      protected: 'identity',
      where: { kind: 'persons', id: String(at), field: 'realName' },
    }),
  )
  const samples = { 'find-mentions': [] as number[], 'split-and-fold': [] as number[] }
  for (let round = 0; round < rounds; round++) {
    samples['split-and-fold'].push(timed(() => scanWords(text).map(({ raw }) => foldText(raw))))
    samples['find-mentions'].push(timed(() => createMentionFinder(canaries).find(text)))
  }
  return [
    { engine: 'daybook', n: NAMES, metric: 'find-mentions', values: samples['find-mentions'] },
    { engine: 'split-and-fold', n: NAMES, metric: 'find-mentions', values: samples['split-and-fold'] },
  ]
}

function makeNames(random: Random): string[] {
  const word = (syllables: number) =>
    Array.from({ length: syllables }, () => pick(random, SYLLABLES)).join('')
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const firstNames = Array.from({ length: FIRST_NAMES }, () => capital(word(2)))
  return Array.from(
    { length: NAMES },
    () =>
      `${pick(random, firstNames)} ${capital(word(2 + Math.floor(random() * 2)) + pick(random, ENDINGS))}`,
  )
}

function makeText(random: Random, names: readonly string[]): string {
  const parts: string[] = []
  let bytes = 0
  while (bytes < BYTES) {
    const language = pick(random, ['ru', 'ru', 'en', 'ar'] as const)
    const prose = writeProse(random, language, 400)
    const words = prose
      .split(' ')
      .flatMap((each) =>
        random() < 1 / WORDS_PER_NAME ? [each, pick(random, names) + pick(random, CASES)] : [each],
      )
    const part = words.join(' ')
    bytes += Buffer.byteLength(part)
    parts.push(part)
  }
  return parts.join('\n')
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
