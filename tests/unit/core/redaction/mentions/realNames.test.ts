/** How many mentions are found in texts and names of the real world, where the folder of data sets is at hand. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createMentionFinder,
  type MentionFinder,
} from '../../../../../src/core/redaction/mentions/mentionFinder.ts'
import { type AnnotatedText, type Place, readFactRuEval } from '../../../../support/factRuEval.ts'
import { realName } from '../../../../support/mentionCanaries.ts'

const folder = process.env.DAYBOOK_TEST_DATA ?? ''
if (folder === '') console.log('skipped: DAYBOOK_TEST_DATA not set')
const LIMIT_MS = 120_000

interface Coverage {
  readonly recall: number
  readonly overMasked: number
}

const RECALL = 0.984
const OVER_MASKED = 0.03

/** Shares of name words covered, and of other capitalised words masked for nothing. */
function coverageOf(
  texts: readonly AnnotatedText[],
  finderOf: (text: AnnotatedText) => MentionFinder,
): Coverage {
  const counts = { names: 0, covered: 0, others: 0, masked: 0 }
  for (const each of texts) {
    const spans = finderOf(each).find(each.text)
    counts.names += each.nameWords.length
    counts.covered += each.nameWords.filter((word) =>
      spans.some((span) => span.start <= word.start && word.end <= span.end),
    ).length
    const others = capitalised(each.text).filter(
      (word) => !each.personWords.some((name) => touches(word, name)),
    )
    counts.others += others.length
    counts.masked += others.filter((word) => spans.some((span) => touches(word, span))).length
  }
  return { recall: counts.covered / counts.names, overMasked: counts.masked / counts.others }
}

const touches = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

const capitalised = (text: string): Place[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))

describe.skipIf(folder === '')('Russian news', () => {
  it.each([0, 1])(
    'have their names covered and little else, half %i',
    { timeout: LIMIT_MS },
    async (half) => {
      const texts = await readFactRuEval(join(folder, 'factrueval-2016-devset', 'devset'))
      const ofHalf = texts.filter((_, at) => at % 2 === half)
      expect(ofHalf.length).toBeGreaterThan(50)
      const ofOne = coverageOf(ofHalf, ({ people }) => createMentionFinder(people.map(realName)))
      expect(ofOne.recall).toBeGreaterThanOrEqual(RECALL)
      expect(ofOne.overMasked).toBeLessThanOrEqual(OVER_MASKED)
      const everybody = createMentionFinder(texts.flatMap(({ people }) => people.map(realName)))
      const ofAll = coverageOf(ofHalf, () => everybody)
      expect(ofAll.recall).toBeGreaterThanOrEqual(RECALL)
      expect(ofAll.overMasked).toBeLessThanOrEqual(OVER_MASKED)
    },
  )
})

describe.skipIf(folder === '')('lists of names', () => {
  it('are covered in every Russian case', { timeout: LIMIT_MS }, async () => {
    const files = ['firstnames.tsv', 'firstnames.misc.tsv', 'surnames.misc.tsv', 'midnames.misc.tsv']
    const lists = await Promise.all(
      files.map((file) => readFile(join(folder, 'petrovich-eval', file), 'utf8')),
    )
    const formsByName = Map.groupBy(
      lists.flatMap((list) => list.split('\n').slice(1).map(nameAndForm)).filter(([name]) => name.length > 1),
      ([name]) => name,
    )
    // Every twentieth name: the rest adds minutes, and nothing that the sample has missed so far.
    const sample = [...formsByName].filter((_, at) => at % 20 === 0)
    const missed = sample.flatMap(([name, forms]) => {
      const finder = createMentionFinder([realName(name)], { patterns: false })
      return forms.filter(([, form]) => finder.find(form).length === 0)
    })
    expect(sample.length).toBeGreaterThan(300)
    expect(missed).toEqual([])
  })

  it('are met in the spellings that people have', { timeout: LIMIT_MS }, async () => {
    const list = await readFile(join(folder, 'name-transliteration', 'wd_russian_20.txt'), 'utf8')
    const slavic = list
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([latin = '']) => /(?:[oe]v|sky|skiy|[oe]va|enko|vich)$/.test(latin))
      .filter((_, at) => at % 3 === 0)
      .map(([latin = '', russian = '']) => [capital(latin), capital(russian.replaceAll(' ', ''))] as const)
    const share = (isFound: (pair: readonly [string, string]) => boolean) =>
      slavic.filter(isFound).length / slavic.length
    expect(share(([latin, russian]) => isMet(russian, latin))).toBeGreaterThan(0.85)
    expect(share(([latin, russian]) => isMet(latin, russian))).toBeGreaterThan(0.85)
  })

  it('of Arabic names are met in the Latin spelling that the log has', { timeout: LIMIT_MS }, async () => {
    const list = await readFile(join(folder, 'name-transliteration', 'wd_arabic_20.txt'), 'utf8')
    const names = list.split('\n').flatMap((line) => {
      const [latin = '', arabic = ''] = line.split('\t')
      const name = arabic.replaceAll(' ', '')
      // Shorter ones stand for themselves alone, without clitics.
      return /^\p{L}{3,}$/u.test(latin) && name.length > 2 ? [[capital(latin), name] as const] : []
    })
    const sample = names.filter((_, at) => at % 100 === 0)
    const missed = sample.filter(([latin, arabic]) => {
      const finder = createMentionFinder([realName(latin), realName(arabic)], { patterns: false })
      return finder.find(`to ${latin}’s house`).length === 0 || finder.find(`قال و${arabic}`).length === 0
    })
    expect(missed).toEqual([])
  })
})

function nameAndForm(line: string): readonly [string, string] {
  const [name = '', form = ''] = line.trim().split('\t')
  return /^[а-яё]+$/i.test(name + form)
    ? [capital(name.toLowerCase()), capital(form.toLowerCase())]
    : ['', '']
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const isMet = (name: string, text: string): boolean =>
  createMentionFinder([realName(name)], { patterns: false }).find(text).length > 0
