/** The further forms of a brief: GeoJSON without a false point, a table no spreadsheet runs, reviews that rate. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schemaFiles } from '../../../src/brief/briefSchema.ts'
import { claimReviews, RATINGS } from '../../../src/brief/exports/claimReviews.ts'
import {
  CSV_COLUMNS,
  csvBytes,
  hasFormula,
  incidentsCsv,
  withoutFormula,
} from '../../../src/brief/exports/incidentsCsv.ts'
import { placesGeoJson } from '../../../src/brief/exports/placesGeoJson.ts'
import { BRIEF_LANGUAGES, type BriefData } from '../../../src/core/redaction/briefData.ts'
import { CLAIM_STATUSES } from '../../../src/core/vocabularyCodes.ts'
import { sampleBrief, sampleLabel } from './sampleBrief.ts'

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(textOf(bytes))

function withCells(): BriefData {
  const data = sampleBrief('en', 4)
  const cells = [
    { south: 43, west: 45.5, size: 0.5 },
    { south: -90, west: -180, size: 1 },
    { south: 89, west: 179, size: 1 },
    null,
  ]
  const incidents = data.incidents.map((incident, at) => ({ ...incident, cell: cells[at] ?? null }))
  return { ...data, incidents } as BriefData
}

describe('published schemas', () => {
  it.each(Object.entries(schemaFiles()))('%s is what the code says', (name, text) => {
    expect(readFileSync(new URL(`../../../docs/format/${name}`, import.meta.url), 'utf8')).toBe(text)
  })

  it.each(BRIEF_LANGUAGES)('hold what is written in %s', (language) => {
    const data = sampleBrief(language, 6)
    const files = schemaFiles()
    for (const [name, bytes] of [
      ['brief-places-v1.schema.json', placesGeoJson(data)],
      ['brief-reviews-v1.schema.json', claimReviews(data)],
    ] as const) {
      const check = new Ajv2020({ strict: false, validateFormats: false }).compile(
        JSON.parse(files[name] ?? '{}'),
      )
      expect(check(jsonOf(bytes)), JSON.stringify(check.errors)).toBe(true)
    }
  })
})

describe('GeoJSON', () => {
  it('draws cells as closed squares, counterclockwise, and nothing else', () => {
    const { features } = jsonOf(placesGeoJson(withCells())) as { features: Feature[] }
    expect(features.map(({ geometry }) => geometry?.type ?? null)).toEqual([
      'Polygon',
      'Polygon',
      'Polygon',
      null,
    ])
    expect(features[0]?.geometry?.coordinates).toEqual([
      [
        [45.5, 43],
        [46, 43],
        [46, 43.5],
        [45.5, 43.5],
        [45.5, 43],
      ],
    ])
    for (const { geometry } of features) {
      const ring = geometry?.coordinates[0]
      if (ring === undefined) continue
      expect(ring.at(0)).toEqual(ring.at(-1))
      expect(areaOf(ring)).toBeGreaterThan(0)
    }
  })

  it('has no point, whatever the brief', () => {
    for (const language of BRIEF_LANGUAGES)
      expect(textOf(placesGeoJson(sampleBrief(language, 30)))).not.toMatch(/"(?:Multi)?Point"|"bbox"/)
  })
})

interface Feature {
  readonly geometry: { readonly type: string; readonly coordinates: (readonly [number, number])[][] } | null
}

/** Twice the signed area; positive when the ring runs counterclockwise. */
const areaOf = (ring: readonly (readonly [number, number])[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)

describe('the table', () => {
  it('has a header and one line a row, ended by CR LF, without a byte order mark', () => {
    const text = textOf(incidentsCsv(sampleBrief('ar', 5), sampleLabel))
    expect(text.startsWith('id,when,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const rows: string[][] = parse(text)
    expect(rows).toHaveLength(6)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([CSV_COLUMNS.length]))
  })

  it('keeps numbers, and lets no text become a formula', () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '"=1',
      '＝1',
      'a;=1',
      'a\n=1',
      'a\r\n\t@x',
    ])
      expect([text, hasFormula(text), hasFormula(withoutFormula(text))]).toEqual([text, text !== '-1', false])
    expect(textOf(csvBytes([[-70.5, '-70 people', '5-9', null]]))).toBe("-70.5,'-70 people,5-9,\r\n")
  })

  it('is read back as it was by another reader, but for the apostrophes', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=', '";,\r\n', "'", '+a;=b', ''))
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 })
    fc.assert(
      fc.property(table, (rows) => {
        const kept = rows.map((row) => row.map((text) => text.replaceAll('\uFEFF', '')))
        const read: string[][] = parse(textOf(csvBytes(kept)), { skip_empty_lines: false })
        expect(read).toEqual(kept.map((row) => row.map(withoutFormula)))
        for (const text of read.flat()) expect(withoutFormula(text)).toBe(text)
      }),
    )
  })
})

describe('reviews', () => {
  it('rate each status as the document says, and say it in words', () => {
    const data = sampleBrief('fr', 4)
    const { itemListElement } = jsonOf(claimReviews(data)) as { itemListElement: Review[] }
    expect(itemListElement).toHaveLength(data.claims.length)
    for (const [at, { reviewRating, reviewBody }] of itemListElement.entries()) {
      const claim = data.claims[at]
      expect(reviewRating.name).toBe(claim?.status)
      expect(reviewRating.ratingValue).toBe(RATINGS[claim?.status ?? 'false'])
      expect(reviewBody).not.toBe('')
    }
  })

  it('rank what is established above all else and what is false below', () => {
    const others = CLAIM_STATUSES.filter((each) => each !== 'established' && each !== 'false')
    for (const status of others) {
      expect(RATINGS[status]).toBeLessThan(RATINGS.established)
      expect(RATINGS[status]).toBeGreaterThan(RATINGS.false)
    }
  })

  it('put a statement that has no wording into the careful form of its status', () => {
    const data = sampleBrief('en', 2)
    const claims = data.claims.map((claim) => ({
      ...claim,
      status: 'rumour' as const,
      wording: null,
      statement: 'Men were taken.',
    }))
    const { itemListElement } = jsonOf(claimReviews({ ...data, claims } as BriefData)) as {
      itemListElement: Review[]
    }
    expect(itemListElement[0]).toMatchObject({
      claimReviewed: 'Men were taken.',
      reviewBody: 'It is rumoured that “Men were taken”.',
    })
  })
})

interface Review {
  readonly claimReviewed: string | null
  readonly reviewBody: string
  readonly reviewRating: { readonly name: string; readonly ratingValue: number }
}
