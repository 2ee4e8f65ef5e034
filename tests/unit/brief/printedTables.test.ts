/** What the incident table and the map look like on the finished page. */
import { describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { briefText } from '../../../src/brief/briefText.ts'
import { readPdfPages } from '../../../src/brief/gate/pdfPages.ts'
import type { BriefData, BriefLanguage } from '../../../src/core/redaction/briefData.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 120_000

async function pagesOf(data: BriefData): Promise<readonly { readonly shown: string }[]> {
  const set = await briefPdf(data, { resourcesDir: RESOURCES, label: sampleLabel })
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const reading = await readPdfPages(set.value.bytes, false)
  return reading?.pages ?? []
}

const lines = async (data: BriefData): Promise<string[]> =>
  (await pagesOf(data)).flatMap(({ shown }) => shown.split('\n'))

describe('the incident table', () => {
  it.each([
    ['es', '10–49', '50 o más'],
    ['ru', '10–49', '50 и более'],
  ] as const)(
    'keeps a range of people on one line in %s',
    async (language, range, more) => {
      const found = (await lines(sampleBrief(language, 14))).map((line) => line.replaceAll('\u00A0', ' '))
      expect(found.filter((line) => line.includes(range)).length).toBe(7)
      expect(found.filter((line) => line.includes(more)).length).toBe(2)
      expect(found.filter((line) => /\d–$|\b50( [oи])?$/u.test(line))).toEqual([])
    },
    TIMEOUT_MS,
  )
})

describe('a table that goes over a page', () => {
  /** How many rows of incidents stand on each page, where the table begins below so many paragraphs. */
  const rows = async (incidents: number, paragraphs: number): Promise<number[]> => {
    const introduction = Array.from({ length: paragraphs }, (_, at) => `Paragraph ${at + 1}.`).join('\n\n')
    const data = sampleBrief('en', incidents, { claims: [], introduction })
    const told = data.incidents.map((incident) => ({ ...incident, claims: [] }))
    const pages = await pagesOf({ ...data, incidents: told } as BriefData)
    return pages.map(({ shown }) => (shown.match(/^\s*i\d+\b/gm) ?? []).length).filter((count) => count > 0)
  }

  it(
    'leaves no row alone at the foot of a page, nor at the head of the next',
    async () => {
      for (const [incidents, paragraphs] of [
        [12, 18],
        [12, 19],
        [12, 20],
        [12, 21],
        [17, 0],
        [18, 0],
        [19, 0],
      ] as const) {
        const found = await rows(incidents, paragraphs)
        expect(found.reduce((sum, count) => sum + count, 0)).toBe(incidents)
        expect(Math.min(...found), `${incidents} below ${paragraphs}`).toBeGreaterThan(1)
      }
    },
    TIMEOUT_MS,
  )
})

describe('where a profile shows places alone', () => {
  const placesAlone = (language: BriefLanguage): BriefData => {
    const data = sampleBrief(language, 6)
    const statistics = { ...data.statistics, byPeriod: [], byViolationType: [], byKindAndPeriod: null }
    return { ...data, statistics } as BriefData
  }

  it(
    'prints the map and whether it happened before, under their heading',
    async () => {
      const data = placesAlone('en')
      expect(createBriefPage(data, sampleLabel).map).not.toBeNull()
      const found = await lines(data)
      const say = briefText('en')
      const at = (text: string) => found.findIndex((line) => line.trim() === text)
      expect(at(say('heading.patterns'))).toBeGreaterThan(-1)
      expect(at(say('map.title'))).toBeGreaterThan(at(say('heading.patterns')))
      expect(at(say('patterns.before'))).toBeGreaterThan(at(say('map.title')))
    },
    TIMEOUT_MS,
  )
})
