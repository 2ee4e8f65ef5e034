/** Leaks planted in the further forms of a brief that are clean without them; and the forms themselves kept strictly. */
import { describe, expect, it } from 'vitest'
import { claimReviews } from '../../src/brief/exports/claimReviews.ts'
import { incidentsCsv } from '../../src/brief/exports/incidentsCsv.ts'
import { placesGeoJson } from '../../src/brief/exports/placesGeoJson.ts'
import { excusesFor } from '../../src/brief/gate/allowedStrings.ts'
import { checkBytes, checkFile } from '../../src/brief/gate/checkBytes.ts'
import type { BriefData } from '../../src/core/redaction/briefData.ts'
import { sampleBrief, sampleLabel } from '../unit/brief/sampleBrief.ts'
import { CANARIES, SECRET } from './plantedPdf.ts'

const sample = sampleBrief('en', 4)
const data = {
  ...sample,
  incidents: sample.incidents.map((incident) => ({ ...incident, title: 'Taken from a village' })),
} as BriefData

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const FORMS = {
  geojson: textOf(placesGeoJson(data)),
  csv: textOf(incidentsCsv(data, sampleLabel)),
  claimreview: textOf(claimReviews(data)),
}
type Form = keyof typeof FORMS
const NAMES = Object.keys(FORMS) as Form[]

async function classes(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(text)
  const findings = await checkBytes({ bytes, canaries: CANARIES, ...excusesFor(data, sampleLabel) })
  expect(JSON.stringify(findings).toLowerCase()).not.toContain('testkhanov')
  return [...new Set(findings.map((finding) => finding.class))]
}

/** A text of the form, which stands there once at least. */
const SPOT: Readonly<Record<Form, string>> = {
  geojson: 'Taken from a village',
  csv: 'Taken from a village',
  claimreview: 'Men perceived as gay',
}

describe.each(NAMES)('the gate for %s', (form) => {
  const clean = FORMS[form]
  const planted = (value: string) => {
    expect(clean).toContain(SPOT[form])
    return classes(clean.replace(SPOT[form], value))
  }

  it('finds nothing in a clean file, made here or elsewhere', async () => {
    expect(await classes(clean)).toEqual([])
    const bytes = new TextEncoder().encode(clean)
    const foreign = { canaries: CANARIES, published: [], shipped: [], fileForTools: null }
    expect((await checkFile({ bytes, ...foreign, name: `brief-1f.${form}` })).findings).toEqual([])
  })

  it.each([
    ['a name', 'leak/identity', SECRET],
    ['a surname in another case', 'leak/identity', 'Testkhanova was taken'],
    ['a protected place', 'leak/text', 'House behind the OLD mill'],
    ['an exact day', 'leak/date', 'on 13 April 2017'],
    ['a coordinate', 'leak/number', 'at 43.3183 north'],
    ['an internal id', 'leak/id', 'record q7v0m3x9k2c8b1n5d4f6'],
  ])('%s', async (_, name, value) => {
    expect(await planted(value)).toContain(name)
  })

  it('what is hidden as base64', async () => {
    expect(await planted(Buffer.from(`${SECRET} ${SECRET}`).toString('base64'))).toContain('leak/identity')
  })
})

describe('forms kept strictly', () => {
  const parsed = (form: Form) => JSON.parse(FORMS[form])

  it.each(['geojson', 'claimreview'] as const)('%s: no key of its own, no spaces', async (form) => {
    expect(await classes(`${JSON.stringify({ ...parsed(form), more: 1 })}\n`)).toContain('json/schema')
    expect(await classes(JSON.stringify(parsed(form), null, 1))).toContain('json/not-canonical')
  })

  it('geojson: a point is refused', async () => {
    const places = parsed('geojson')
    places.features[0].geometry = { type: 'Point', coordinates: [45.5, 43] }
    expect(await classes(`${JSON.stringify(places)}\n`)).toContain('json/schema')
  })

  it('csv: a formula, a further column, another way of writing, a byte order mark', async () => {
    expect(await classes(FORMS.csv.replace('Taken from a village', '=HYPERLINK(1)'))).toContain('csv/formula')
    expect(await classes(FORMS.csv.replace('\r\n', ',more\r\n'))).toContain('csv/form')
    expect(await classes(FORMS.csv.replaceAll('\r\n', '\n'))).toContain('csv/form')
    expect(await classes(`\uFEFF${FORMS.csv}`)).toContain('csv/form')
    expect(await classes(FORMS.csv.replace('Taken from a village', '"Taken from a village"'))).toContain(
      'csv/form',
    )
  })

  it('csv: what values give away by their form', async () => {
    expect(await classes(FORMS.csv.replace('Taken from a village', '2017-04-13T21:40:00+03:00'))).toContain(
      'json/time-zone',
    )
    expect(await classes(FORMS.csv.replace('\ni3,', '\ni9,'))).toContain('json/numbering-gap')
  })
})
