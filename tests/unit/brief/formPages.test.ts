/** How the tables of a form of the UN go over a page. */
import { describe, expect, it } from 'vitest'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { readPdfPages } from '../../../src/brief/gate/pdfPages.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 120_000
/** Rows of the section on the incident, by the words that each begins with. */
const ROWS =
  /^\s*(?:Date|Time of day|Location|Kind of place|Circumstances|Kinds of violation|People affected|Status of the incident|Claims about it)\b/gm

/** How many rows of that section stand on each page, where the form begins below so many paragraphs. */
async function rowsBelow(paragraphs: number): Promise<number[]> {
  const introduction = Array.from({ length: paragraphs }, (_, at) => `Paragraph ${at + 1}.`).join('\n\n')
  const sample = sampleBrief('en', 1, { layout: 'un-executions', introduction, claims: [] })
  const incidents = sample.incidents.map((each) => ({ ...each, claims: [], killed: '1-4' as const }))
  const set = await briefPdf({ ...sample, incidents }, { resourcesDir: RESOURCES, label: sampleLabel })
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const pages = (await readPdfPages(set.value.bytes, false))?.pages ?? []
  return pages.map(({ shown }) => (shown.match(ROWS) ?? []).length).filter((count) => count > 0)
}

describe('a table of a form', () => {
  it(
    'goes over to the next page with no row alone on either',
    async () => {
      const broken = new Set<string>()
      for (let paragraphs = 12; paragraphs <= 22; paragraphs += 1) {
        const found = await rowsBelow(paragraphs)
        expect(found.reduce((sum, count) => sum + count, 0)).toBe(9)
        expect(Math.min(...found), `below ${paragraphs}`).toBeGreaterThan(1)
        if (found.length > 1) broken.add(found.join())
      }
      // It does not leave the rest of a page empty to stay whole.
      expect(broken.size).toBeGreaterThan(2)
    },
    TIMEOUT_MS,
  )
})
