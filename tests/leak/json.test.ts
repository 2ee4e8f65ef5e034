/** Leaks planted in the JSON form of a brief that is clean without them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { briefJson } from '../../src/brief/briefJson.ts'
import { excusesFor } from '../../src/brief/gate/allowedStrings.ts'
import { checkBytes, checkFile } from '../../src/brief/gate/checkBytes.ts'
import { sampleBrief, sampleLabel } from '../unit/brief/sampleBrief.ts'
import { CANARIES, SECRET } from './plantedPdf.ts'

const data = sampleBrief('en', 3)
let clean = ''

beforeAll(() => {
  clean = new TextDecoder().decode(briefJson(data))
})

async function classes(text: string | Uint8Array): Promise<string[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const findings = await checkBytes({ bytes, canaries: CANARIES, ...excusesFor(data, sampleLabel) })
  expect(JSON.stringify(findings).toLowerCase()).not.toContain('testkhanov')
  return [...new Set(findings.map((finding) => finding.class))]
}

const withTop = (key: string, value: unknown) => `${JSON.stringify({ ...data, [key]: value })}\n`

describe('the gate for JSON', () => {
  it('finds nothing in a clean brief', async () => {
    expect(await classes(clean)).toEqual([])
    const file = {
      bytes: new TextEncoder().encode(clean),
      canaries: CANARIES,
      published: [],
      shipped: [],
      name: 'x.json',
      fileForTools: null,
    }
    expect(await checkFile(file)).toEqual({ findings: [], tools: ['pdf.js'], missing: [], unfinished: [] })
  })

  it.each([
    ['a name as a value', ['leak/identity'], () => clean.replace('Northern Aid Network', SECRET)],
    ['a name as a key', ['leak/identity', 'json/schema'], () => withTop(SECRET, 1)],
    [
      'a name escaped',
      ['leak/identity'],
      () =>
        clean.replace(
          'Northern Aid Network',
          [...SECRET].map((c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
        ),
    ],
    ['an id as a value', ['leak/id', 'json/schema'], () => clean.replace('"c1"', '"q7v0m3x9k2c8b1n5d4f6"')],
    ['an id as a key', ['leak/id', 'json/schema'], () => withTop('q7v0m3x9k2c8b1n5d4f6', null)],
    ['an exact day', ['leak/date'], () => clean.replace('"2016-36"', '"2017-04-13"')],
    ['a coordinate as a number', ['leak/number', 'json/schema'], () => withTop('lat', 43.318251)],
    ['a coordinate in a text', ['leak/number'], () => clean.replace('Northern Aid', '43.3183 Aid')],
    [
      'a protected place',
      ['leak/text'],
      () => clean.replace('Northern Aid Network', 'House behind the OLD mill'),
    ],
    [
      'base64 of a name',
      ['leak/identity'],
      () => clean.replace('Northern Aid Network', Buffer.from(SECRET).toString('base64')),
    ],
    ['a field more', ['json/schema'], () => withTop('remarks', 'x')],
    [
      'a key given twice',
      ['json/not-canonical', 'leak/identity'],
      () => clean.replace('{', `{"title":"${SECRET}",`),
    ],
    ['spaces that carry bits', ['json/not-canonical'], () => clean.replace(',"', ', "')],
    ['no newline at the end', ['json/not-canonical'], () => clean.trimEnd()],
    ['another order of keys', ['json/not-canonical'], () => withTop('format', data.format)],
    ['a byte order mark', ['json/forbidden-character'], () => `\uFEFF${clean}`],
    ['NUL', ['json/forbidden-character'], () => clean.replace('Northern', '\\u0000')],
    ['bytes after the value', ['json/unreadable'], () => `${clean}${SECRET}`],
  ])('finds %s', async (_, wanted, plant) => {
    expect(await classes(plant())).toEqual(expect.arrayContaining(wanted))
  })

  it('finds bytes that are no UTF-8', async () => {
    expect(
      await classes(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')])),
    ).toEqual(['json/unreadable'])
  })
})
