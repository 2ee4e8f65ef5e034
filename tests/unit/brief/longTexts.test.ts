/** Texts that are longer than a page, wherever a person may have typed one: they go over to the next page, whole. */
import { describe, expect, it } from 'vitest'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { readPdfPages } from '../../../src/brief/gate/pdfPages.ts'
import type { BriefData } from '../../../src/core/redaction/briefData.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 120_000
const LONG = Array.from(
  { length: 160 },
  (_, at) => `Sentence ${at + 1} of what somebody wrote about it.`,
).join(' ')

async function read(data: BriefData) {
  const set = await briefPdf(data, { resourcesDir: RESOURCES, label: sampleLabel })
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  return (await readPdfPages(set.value.bytes, true)) ?? expect.fail()
}

const sample = sampleBrief('en', 3)
const TEXTS: readonly (readonly [string, BriefData])[] = [
  ['a sentence of a claim', { ...sample, claims: sample.claims.map((each) => ({ ...each, wording: LONG })) }],
  ['what is asked for', { ...sample, actions: sample.actions.map((each) => ({ ...each, askedFor: LONG })) }],
  [
    'what help is offered',
    { ...sample, contacts: sample.contacts.map((each) => ({ ...each, offers: LONG })) },
  ],
  ['an account', { ...sample, incidents: sample.incidents.map((each) => ({ ...each, summary: LONG })) }],
  [
    'an account in a form of the UN',
    {
      ...sampleBrief('en', 3, { layout: 'un-executions' }),
      incidents: sample.incidents.map((each) => ({ ...each, summary: LONG, killed: '1-4' })),
    },
  ],
]

describe('a text of more than a page', () => {
  it.each(TEXTS)(
    'is read to its end: %s',
    async (_, data) => {
      const { findings, pages } = await read(data)
      expect(findings).toEqual([])
      const text = pages
        .map(({ shown }) => shown)
        .join('\n')
        .replace(/\s+/g, ' ')
      expect(text).toContain('Sentence 160 of what')
    },
    TIMEOUT_MS,
  )
})

describe('a title of more than a line', () => {
  it.each([
    ['words', `${'A word and another of a long title '.repeat(8)}to its end`],
    ['signs without spaces', '这是一个很长的标题'.repeat(20)],
  ])(
    'is cut short at the head of the later pages, where it is made of %s',
    async (_, title) => {
      const { findings, pages } = await read({ ...sampleBrief('en', 12), title })
      expect(findings).toEqual([])
      const [first = '', ...later] = pages.map(({ shown }) => shown.replace(/\s+/g, ''))
      expect(first).toContain(title.replaceAll(' ', ''))
      for (const page of later) expect(page).toContain('…')
      for (const page of later) expect(page).not.toContain(title.replaceAll(' ', '').slice(-40))
    },
    TIMEOUT_MS,
  )
})
