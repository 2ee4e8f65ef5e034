import * as fontkit from 'fontkit'
import { describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { statusShape } from '../../../src/brief/claimGroups.ts'
import { readFonts } from '../../../src/brief/fonts.ts'
import { mailAddress, webAddress } from '../../../src/brief/outreach.ts'
import { BRIEF_LANGUAGES, BRIEF_LAYOUTS, type BriefData } from '../../../src/core/redaction/briefData.ts'
import { CLAIM_STATUSES } from '../../../src/core/vocabularyCodes.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

/** The size of the header, and what the frame of "TLP:AMBER+STRICT" leaves of its line. */
const HEADER_POINTS = 8
const BESIDE_LONGEST_LABEL_POINTS = 390

describe('createBriefPage', () => {
  const page = createBriefPage(sampleBrief(), sampleLabel)

  it('groups claims from established to false and leaves superseded ones out', () => {
    expect(page.claims.groups.map((group) => group.title)).toEqual([
      'Established',
      'Appears established',
      'Partly supported or contested',
      'Alleged, not verified',
      'Not indicated',
      'Cannot be verified',
      'Not supported: found to be false',
    ])
    const printed = page.claims.groups.flatMap((group) => group.claims)
    expect(printed).toHaveLength(sampleBrief().claims.length - 1)
    expect(printed.map((claim) => claim.status)).not.toContain('Superseded')
  })

  it.each([
    ['en', 'to be confirmed with the family'],
    ['ru', 'согласие семьи надо подтвердить'],
    ['ar', 'ويجب تأكيد موافقة الأسرة'],
    ['es', 'debe confirmarse con la familia'],
    ['fr', 'à confirmer avec la famille'],
  ] as const)('claims no consent of a family to a submission, in %s', (language, words) => {
    // Who agreed did so to what the profile is for, which may be something else; and the family was not asked.
    const sample = sampleBrief(language)
    const data: BriefData = {
      ...sample,
      layout: 'un-disappearances',
      people: [{ id: 'w1', role: 'person', number: 1, roles: ['victim'], ageBand: null, sex: null }],
      incidents: sample.incidents.map((incident) => ({ ...incident, people: ['w1'] })),
    }
    const said = JSON.stringify(createBriefPage(data, sampleLabel).form?.cases).slice(0, 4_000)
    expect(said).toContain(words)
  })

  it('says of an annex how fine its tables are, whatever its profile allows', () => {
    const sample = sampleBrief()
    const profile = { ...sample.profile, date: 'day' } as const
    const said = (layout: 'general' | 'annex') =>
      createBriefPage({ ...sample, profile, layout }, sampleLabel).read.paragraphs.join(' ')
    expect(said('general')).toContain('Dates are given by day')
    expect(said('annex')).toContain('Dates are given by quarter')
  })

  it('counts incidents by status in the order of the statuses, whatever order the counts come in', () => {
    const sample = sampleBrief('en', 24, { layout: 'annex' })
    const byStatus = [...sample.statistics.byStatus].sort((a, b) => (a.code < b.code ? -1 : 1))
    const { annex } = createBriefPage(
      { ...sample, statistics: { ...sample.statistics, byStatus } },
      sampleLabel,
    )
    const table = annex?.tables.find(({ title }) => title === 'Incidents by status')
    expect(table?.rows.map(([name]) => name)).toEqual([
      'Confirmed',
      'Likely',
      'Possible',
      'Unlikely',
      'Unknown',
    ])
  })

  it.each(BRIEF_LANGUAGES)('speaks of one incident as of one in %s', (language) => {
    const one = {
      ...sampleBrief(language, 1),
      statistics: { ...sampleBrief(language).statistics, incidents: 1 },
    }
    const said = createBriefPage(one, sampleLabel).summary.sentences.join(' ')
    expect(said).not.toMatch(/(?<!\p{L})(?:Они|ними|Ils|Corresponden|them)(?!\p{L})/u)
  })

  it.each(BRIEF_LANGUAGES)('says whom it is for on one line of the header in %s', async (language) => {
    const name = language === 'ar' ? 'Noto Naskh Arabic Regular' : 'Noto Sans Regular'
    const faces = (await readFonts(RESOURCES)).map((bytes) => fontkit.create(Buffer.from(bytes)))
    const face = faces.find(({ fullName }) => fullName === name)
    if (face === undefined) return expect.fail(`${name} is not there`)
    for (const layout of BRIEF_LAYOUTS) {
      const { kicker } = createBriefPage({ ...sampleBrief(language), layout }, sampleLabel)
      const points = (face.layout(kicker).advanceWidth / face.unitsPerEm) * HEADER_POINTS
      expect(points, kicker).toBeLessThan(BESIDE_LONGEST_LABEL_POINTS)
    }
  })

  it('tells every status apart by shape and by words', () => {
    const printed = CLAIM_STATUSES.filter((status) => status !== 'superseded')
    expect(new Set(printed.map(statusShape)).size).toBe(printed.length)
  })

  it("prints the researcher's sentence as it is, and none where it is withheld", () => {
    const data = sampleBrief()
    const claims = page.claims.groups.flatMap((group) => group.claims)
    for (const claim of claims) {
      expect(claim.wording).toBe(data.claims.find((each) => each.id === claim.number)?.wording)
    }
    expect(claims.some((claim) => claim.wording === null)).toBe(true)
  })

  it('sorts incidents by period, then place, undated ones last', () => {
    const periods = page.incidents.rows.map((row) => row.period)
    expect(periods[0]).toBe('October–December 2016')
    expect(periods.at(-1)).toBe('date not given')
    const first = page.incidents.rows.filter((row) => row.period === periods[0]).map((row) => row.place)
    expect(first).toEqual([...first].sort())
  })

  it('does not depend on the order of rows with different content', () => {
    const data = sampleBrief()
    const turned = { ...data, incidents: [...data.incidents].reverse(), claims: [...data.claims].reverse() }
    expect(createBriefPage(turned, sampleLabel)).toEqual(page)
  })

  it.each(BRIEF_LANGUAGES)('leaves no placeholder and no code in %s', (language) => {
    const text = JSON.stringify(createBriefPage(sampleBrief(language), sampleLabel))
    expect(text).not.toMatch(/\{\w+\}|undefined|\bNaN\b/)
    for (const code of [
      'not-assessed',
      'appears-established',
      'reasonable-grounds',
      'state-body',
      '2017-34',
    ]) {
      expect(text).not.toContain(code)
    }
  })

  it('sums by year when there are too many periods for one chart', () => {
    const byPeriod = Array.from({ length: 40 }, (_, n) => ({
      code: `${2000 + (n >> 2)}-${33 + (n & 3)}`,
      count: 2,
    }))
    const data = sampleBrief('en', 4)
    const many = createBriefPage({ ...data, statistics: { ...data.statistics, byPeriod } }, sampleLabel)
    expect(many.patterns.charts[0]?.title).toBe('Incidents shown, by year')
    expect(many.patterns.charts[0]?.bars).toHaveLength(10)
    expect(many.patterns.charts[0]?.bars[0]).toEqual({ name: '2000', count: '8', share: 1000 })
  })

  it("says in the chart's alternative text what the bars say", () => {
    for (const chart of page.patterns.charts) {
      for (const bar of chart.bars) expect(chart.alt).toContain(`${bar.name}:\u00A0${bar.count}`)
    }
  })
})

describe('links', () => {
  it.each([
    ['https://aid.example.org/help', 'https://aid.example.org/help'],
    ['http://aid.example.org', 'http://aid.example.org/'],
    ['javascript:alert(1)', null],
    ['https://user:secret@aid.example.org', null],
    ['file:///etc/passwd', null],
    ['aid.example.org', null],
    ['https://aid.example.org/"onclick', null],
  ])('site %s', (text, href) => {
    expect(webAddress(text)).toBe(href)
  })

  it.each([
    ['help@aid.example.org', 'mailto:help@aid.example.org'],
    ['help@aid.example.org?subject=x', null],
    ['help@aid', null],
  ])('mail %s', (text, href) => {
    expect(mailAddress(text)).toBe(href)
  })
})
