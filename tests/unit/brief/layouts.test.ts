/** Every layout in every language: set by either engine, through the gate, and saying what it must. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { briefText } from '../../../src/brief/briefText.ts'
import { foldForGate } from '../../../src/brief/gate/canaryForms.ts'
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

/** What other programs say of the file, where they are installed: clean, tagged, and only our own metadata. */
async function asOthersSee(bytes: Uint8Array, language: BriefLanguage, printed: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-layout-'))
  try {
    const file = path.join(folder, 'brief.pdf')
    await writeFile(file, bytes)
    const complaints: string[] = []
    const run = async (program: string, ...args: string[]): Promise<string | null> => {
      try {
        const { stdout, stderr } = await execute(
          program,
          [...args, file].flatMap((each) => (each === '-' ? [] : [each])),
          { maxBuffer: 1e8 },
        )
        complaints.push(...stderr.split('\n').filter((line) => line.includes('Error')))
        return stdout
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    }
    await run('qpdf', '--check')
    const structure = await run('pdfinfo', '-struct-text')
    if (structure !== null) for (const tag of ['Document', 'H1', 'Table']) expect(structure).toContain(tag)
    const metadata = await run('exiftool', '-j', '-G')
    if (metadata !== null)
      expect(metadataNames(metadata).filter((name) => !OUR_METADATA.has(name))).toEqual([])
    const shown = await run('mat2', '--show')
    if (shown !== null)
      expect(
        [...shown.matchAll(/^ +([^:]+):/gm)].map(([, name]) => name).filter((name) => !OUR_FIELDS.has(name)),
      ).toEqual([])
    const strings = await run('strings')
    if (strings !== null) expect(strings).not.toMatch(/typst|pdf-lib|producer|\/home\/|\/tmp\//i)
    const text = await run('pdftotext', '-q')
    if (text !== null) {
      // Poppler turns Arabic words round here and there; in other scripts a word is found as it is written.
      const as = language === 'ar' ? bagOf : (word: string) => word
      const found = new Set(wordsOf(await readFile(path.join(folder, 'brief.txt'), 'utf8')).map(as))
      const wanted = wordsOf(printed)
      const share = wanted.filter((word) => found.has(as(word))).length / wanted.length
      expect(share).toBeGreaterThanOrEqual(language === 'ar' ? 0.8 : 0.95)
    }
    expect(complaints).toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
}

const execute = promisify(execFile)
const wordsOf = (text: string): string[] => foldForGate(text).match(/[\p{L}\p{N}]{2,}/gu) ?? []
const bagOf = (word: string): string => [...word].sort().join('')
/** Groups of exiftool that tell of the file on disk and of the program itself are no part of the file. */
const metadataNames = (json: string): string[] =>
  Object.keys((JSON.parse(json) as object[])[0] ?? {}).filter(
    (name) => !/^(?:SourceFile|ExifTool:|File:)/.test(name),
  )
/** As mat2 calls them. */
const OUR_FIELDS = new Set<string | undefined>([
  ...['CreateDate', 'CreatorTool', 'ModifyDate', 'creation-date', 'mod-date'],
  ...['creator', 'format', 'metadata', 'subject', 'title'],
])
const OUR_METADATA = new Set(
  [
    ...['PDFVersion', 'Linearized', 'PageCount', 'Language', 'TaggedPDF', 'PageMode'],
    ...['Title', 'Subject', 'Creator', 'CreateDate', 'ModifyDate'],
  ]
    .map((name) => `PDF:${name}`)
    .concat(
      [
        'Format',
        'Title',
        'Description',
        'Language',
        'CreatorTool',
        'CreateDate',
        'ModifyDate',
        'Part',
        'Conformance',
        'SchemasSchema',
        'SchemasNamespaceURI',
        'SchemasPrefix',
        'SchemasPropertyName',
        'SchemasPropertyValueType',
        'SchemasPropertyCategory',
        'SchemasPropertyDescription',
      ].map((name) => `XMP:${name}`),
    ),
)

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
  return {
    bytes: made.value.pdf ?? expect.fail(),
    pages: made.value.pages,
    text: reading.pages.map((page) => page.shown).join('\n'),
    reading,
  }
}

describe.each(BRIEF_LAYOUTS)('the layout %s', (layout) => {
  it.each(BRIEF_LANGUAGES)(
    'passes PDF/UA-1, PDF/A-2a and the gate in %s, with its label on each page',
    async (language) => {
      const data = sample(language, layout)
      const { reading, bytes } = await set(data, 'native')
      expect(reading.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
      for (const page of reading.pages) expect(page.shown.replaceAll(' ', '')).toContain('TLP:CLEAR')
      const say = briefText(language)
      const printed = [
        data.title,
        say('note.records-not-victims'),
        say(layout === 'annex' ? 'annex.intro' : 'label.CLEAR'),
      ]
      if (layout !== 'urgent') await asOthersSee(bytes, language, printed.join('\n'))
      else await asOthersSee(bytes, language, [data.title, say('urgent.what'), say('label.CLEAR')].join('\n'))
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
      const shows = [...data.profile.shows, 'actions.askedFor' as const]
      const profile = { ...data.profile, text: 'accepted' as const, shows }
      const { pages } = await set({ ...data, profile, claims, actions } as BriefData, 'native')
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
    expect(timeline?.alt).toContain('October–December 2016:\u00A06')
    expect(timeline?.alt).toContain('fewer than 5')
  })
})
