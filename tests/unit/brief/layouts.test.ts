/** Every layout in every language: set by either engine, through the gate, and saying what it must. */
import { describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { readPdfPages } from '../../../src/brief/gate/pdfPages.ts'
import { makeBrief } from '../../../src/brief/makeBrief.ts'
import type { Engine } from '../../../src/brief/typesetter.ts'
import {
  BRIEF_LANGUAGES,
  BRIEF_LAYOUTS,
  type BriefData,
  type BriefLanguage,
  type BriefLayout,
} from '../../../src/core/redaction/briefData.ts'
import { countsOnly } from '../../../src/core/redaction/countsOnly.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 240_000

const sample = (language: BriefLanguage, layout: BriefLayout, incidents = 8): BriefData => {
  const data = { ...sampleBrief(language, incidents, { layout, introduction: 'One.\n\nTwo.' }) }
  return (layout === 'annex' ? countsOnly(data) : data) as BriefData
}

async function set(data: BriefData, engine: Engine) {
  const made = await makeBrief({
    data,
    canaries: [],
    resourcesDir: RESOURCES,
    label: sampleLabel,
    forms: ['pdf'],
    engine,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const reading = made.value.pdf && (await readPdfPages(made.value.pdf, false))
  if (!reading) throw new Error('no PDF')
  return { pages: made.value.pages, text: reading.pages.map((page) => page.shown).join('\n'), reading }
}

describe.each(BRIEF_LAYOUTS)('the layout %s', (layout) => {
  it.each(BRIEF_LANGUAGES)(
    'passes PDF/UA-1, PDF/A-2a and the gate in %s, with its label on each page',
    async (language) => {
      const { reading } = await set(sample(language, layout), 'native')
      expect(reading.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
      for (const page of reading.pages) expect(page.shown.replaceAll(' ', '')).toContain('TLP:CLEAR')
    },
    TIMEOUT_MS,
  )

  it(
    'is set by WebAssembly too',
    async () => {
      const native = await set(sample('ar', layout), 'native')
      const wasm = await set(sample('ar', layout), 'wasm')
      expect(wasm.pages).toBe(native.pages)
      expect(wasm.text).toBe(native.text)
    },
    TIMEOUT_MS,
  )

  it.each(BRIEF_LANGUAGES)('leaves no placeholder and no code in %s', (language) => {
    const text = JSON.stringify(createBriefPage(sample(language, layout), sampleLabel))
    expect(text).not.toMatch(/\{\w+\}|undefined|\bNaN\b/)
    for (const code of [
      'other-times',
      'other-kinds',
      'no-single',
      'appears-established',
      'state-body',
      '2017-34',
    ])
      expect(text).not.toContain(code)
  })
})

describe('an urgent action', () => {
  it(
    'takes no more than two pages of a large brief',
    async () => {
      const long = 'A long sentence that somebody wrote about it. '.repeat(40).trim()
      const data = sample('en', 'urgent', 400)
      const claims = data.claims.map((claim) => ({ ...claim, wording: long }))
      const actions = Array.from({ length: 12 }, (_, n) => ({
        ...(data.actions[0] ?? expect.fail()),
        id: `a${n + 1}`,
        askedFor: long,
      }))
      const { pages } = await set({ ...data, claims, actions } as BriefData, 'native')
      expect(pages).toBeLessThanOrEqual(2)
    },
    TIMEOUT_MS,
  )

  it('says how many incidents and claims it leaves out, and shows the latest', () => {
    const { urgent } = createBriefPage(sample('en', 'urgent', 24), sampleLabel)
    expect(urgent?.what.shown).toBe('5 incidents of 24 are shown.')
    expect(urgent?.what.moreClaims).toBe('6 more claims stand in the full brief.')
    expect(urgent?.what.rows[0]?.period).toBe('April–June 2017')
  })
})

describe('a form of the UN', () => {
  const form = (change: Partial<BriefData>, layout: BriefLayout = 'un-disappearances') =>
    createBriefPage({ ...sample('en', layout), ...change } as BriefData, sampleLabel).form ?? expect.fail()
  const values = (found: ReturnType<typeof form>, name: string) =>
    found.cases.flatMap(({ sections }) =>
      sections.flatMap(({ fields }) =>
        fields.filter((field) => field.name.includes(name)).map(({ values: [value] }) => value),
      ),
    )

  it('has the headings of the Working Group in its order, for each case', () => {
    const { cases } = form({})
    expect(cases.length).toBeGreaterThan(2)
    for (const { sections } of cases)
      expect(sections.map(({ title }) => title.slice(0, 2))).toEqual([
        '1.',
        '2.',
        '3.',
        '4.',
        '5.',
        '6.',
        'Ad',
      ])
  })

  it('takes only incidents of its kind, and lists the others', () => {
    const found = form({}, 'un-executions')
    const kinds = new Map(
      sample('en', 'general').incidents.map(({ id, violationTypes, killed }) => [
        id,
        { violationTypes, killed },
      ]),
    )
    for (const { title } of found.cases) {
      const incident = kinds.get(title.replace('Case ', ''))
      expect(
        incident?.killed !== null || incident?.violationTypes.some((code) => code.startsWith('01')),
      ).toBe(true)
    }
    expect(found.cases.length + found.others.rows.length).toBe(8)
    expect(found.others.rows.length).toBeGreaterThan(0)
  })

  it('tells what the profile withholds from what the log does not know', () => {
    const data = sample('en', 'un-disappearances')
    const undated = data.incidents.map((incident) => ({ ...incident, when: null }))
    const without = { ...data.profile, shows: data.profile.shows.filter((name) => name !== 'incidents.when') }
    expect(new Set(values(form({ incidents: undated }), 'Date'))).toEqual(new Set(['not known', 'withheld']))
    expect(new Set(values(form({ incidents: undated, profile: without }), 'Date'))).toEqual(
      new Set(['withheld']),
    )
    expect(new Set(values(form({}), 'Family name'))).toEqual(new Set(['withheld']))
  })
})

describe('an annex', () => {
  it('has no text and no row, and says that counts are hidden', () => {
    const { annex, claims, incidents } = createBriefPage(sample('en', 'annex'), sampleLabel)
    expect(claims.groups).toEqual([])
    expect(incidents.rows).toEqual([])
    expect(annex?.intro.join(' ')).toContain('fewer than 5')
    expect(annex?.tables.flatMap(({ rows }) => rows.map((row) => row.at(-1)))).toContain('fewer than 5')
  })

  it('says in the table and the words of the chart what its bars say', () => {
    const { timeline } = createBriefPage(sample('en', 'annex'), sampleLabel).patterns
    expect(timeline?.columns).toEqual(['Q4', 'Q1', 'Q2', 'Other'])
    expect(timeline?.years).toEqual([
      { text: '2016', span: 1 },
      { text: '2017', span: 2 },
      { text: '', span: 1 },
    ])
    expect(timeline?.rows[0]?.cells.map(({ text }) => text)).toEqual(['6', '5', '<5', '·'])
    expect(timeline?.rows[1]?.cells[0]).toEqual({ text: '–', share: null })
    expect(timeline?.alt).toContain('October–December 2016: 6')
    expect(timeline?.alt).toContain('fewer than 5')
  })
})
