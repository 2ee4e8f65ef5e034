/**
 * Every class of leak: something is planted that the gate must refuse by that class, and the clean twin passes. The
 * lists are typed by the table of classes, so that a new class does not compile until somebody plants it.
 */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'
import { type FindingClass, LEAK_CLASSES, LEAK_GROUPS } from '../../src/brief/gate/leakClasses.ts'
import { content, plainPdf, SECRET, show } from './plainPdf.ts'
import { CLEAN_JSON, CLEAN_TEXTS, JSON_PLANTS } from './plantedInJson.ts'
import { BYTE_PLANTS, PDF_PLANTS, pdfWithId } from './plantedInPdf.ts'
import { CANARIES, edit, makeSample } from './plantedPdf.ts'

const TIMEOUT_MS = 60_000

async function classesOf(bytes: Uint8Array, name = 'brief-1f.pdf'): Promise<FindingClass[]> {
  const file = { bytes, canaries: CANARIES, published: [], shipped: [], name, fileForTools: null }
  const { findings } = await checkFile(file)
  expect(JSON.stringify(findings).toLowerCase()).not.toContain('testkhanov')
  return [...new Set(findings.map((finding) => finding.class))]
}

const json = (text: string) => classesOf(new TextEncoder().encode(text), 'rows.json')

describe('clean files', () => {
  it('of another program pass', async () => {
    expect(await classesOf(await plainPdf())).toEqual([])
    expect(await classesOf(await plainPdf((d) => content(d, show('At night they were let go.'))))).toEqual([])
    expect(await json(CLEAN_JSON)).toEqual([])
  })
})

describe('planted in a plain PDF', () => {
  it.each(
    Object.entries(PDF_PLANTS).flatMap(([name, plants]) =>
      plants.map(([what, plant]) => [name, what, plant] as const),
    ),
  )('%s: %s', async (name, _, plant) => {
    expect(await classesOf(await plainPdf(plant))).toContain(name)
  })

  it.each(
    Object.entries(BYTE_PLANTS).flatMap(([name, plants]) =>
      plants.map(([what, plant]) => [name, what, plant] as const),
    ),
  )('%s: %s', async (name, _, plant) => {
    expect(await classesOf(plant(await plainPdf()))).toContain(name)
  })
})

describe('planted in a brief, which is tagged', () => {
  let brief: Uint8Array
  beforeAll(async () => {
    const made = await makeSample()
    if (!made.ok || !made.value.pdf) throw new Error(`the clean brief was refused: ${JSON.stringify(made)}`)
    brief = made.value.pdf
  }, TIMEOUT_MS)

  it('passes without', async () => {
    expect(await classesOf(brief)).toEqual([])
    expect(await classesOf(await edit(brief, () => undefined))).toEqual([])
  })

  it('pdf/unexpected-font: any that does not ship', async () => {
    expect(await classesOf(await edit(brief, (d) => content(d, show('x'))))).toContain('pdf/unexpected-font')
  })

  it.each(
    // Of what a brief never has, the tree of tags is the one thing it has already.
    Object.entries(PDF_PLANTS).flatMap(([name, plants]) =>
      name === 'pdf/alternative-text'
        ? []
        : plants.slice(0, 2).map(([what, plant]) => [name, what, plant] as const),
    ),
  )('%s: %s', async (name, _, plant) => {
    expect(await classesOf(await edit(brief, plant))).toContain(name)
  })
})

describe('planted in JSON', () => {
  it.each(
    Object.entries(JSON_PLANTS).flatMap(([name, plants]) =>
      plants.map(([what, text]) => [name, what, text] as const),
    ),
  )('%s: %s', async (name, _, text) => {
    expect(await json(text)).toContain(name)
  })
})

describe('said in JSON', () => {
  it.each(CLEAN_TEXTS)('passes: %s', async (said) => {
    expect(await json(JSON.stringify({ note: said }))).toEqual([])
  })
})

describe('names and hashes', () => {
  it.each([
    ['leak/identity', 'Magomed Testkhanov'],
    ['leak/text', 'the house behind the old mill'],
    ['leak/date', 'on 13 April 2017'],
    ['leak/number', 'at 43.3183 north'],
    ['leak/id', 'record q7v0m3x9k2c8b1n5d4f6'],
    ['leak/hash', 'person 1f8a9f5b6ab3a5d6'],
  ] as const)('%s', async (name, sentence) => {
    const hashed = name === 'leak/hash' ? `person ${md5(SECRET)}` : sentence
    expect(await classesOf(await plainPdf((d) => content(d, show(hashed))))).toContain(name)
  })

  it.each([
    ['hexadecimal', Buffer.from('Testkhanov').toString('hex')],
    ['base64', Buffer.from('Magomed Testkhanov').toString('base64')],
    ['percent signs', [...Buffer.from('Testkhanov')].map((byte) => `%${byte.toString(16)}`).join('')],
  ])('leak/identity: a name that a page says in %s', async (_, written) => {
    const said = await plainPdf((d) => content(d, show(`see ${written} for more`)))
    expect(await classesOf(said)).toContain('leak/identity')
  })

  it('leak/hash: in base64 without a digit', async () => {
    const names = Array.from({ length: 3000 }, (_, at) => `Name ${at}`)
    const value = names.find((name) => !/\d/.test(md5In64(name))) ?? ''
    const canary = {
      value,
      protected: 'identity',
      where: { kind: 'persons', id: 'p', field: 'realName' },
    } as const
    const bytes = await plainPdf((d) => content(d, show(`person ${md5In64(value)}`)))
    const file = { bytes, canaries: [canary], published: [], shipped: [], name: 'x.pdf', fileForTools: null }
    expect((await checkFile(file)).findings.map((each) => each.class)).toContain('leak/hash')
  })

  it.each([
    ['md5', SECRET],
    ['sha1', SECRET.toLowerCase()],
    ['sha256', `${SECRET}\n`],
  ] as const)('leak/hash: an id made by %s', async (kind, value) => {
    expect(await classesOf(await pdfWithId(kind, value))).toContain('leak/hash')
  })

  it.each([
    ['a surname alone', 'Testkhanov was taken'],
    ['initials', 'M. Testkhanov was taken'],
    ['in hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base32', 'JVQWO33NMVSCAVDFON2GW2DBNZXXM==='],
    ['with percent signs', encodeURIComponent(SECRET)],
    ['as character references', [...SECRET].map((c) => `&#${c.charCodeAt(0)};`).join('')],
    ['with escapes', [...SECRET].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')],
    ['backwards', [...SECRET].reverse().join('')],
    ['as a tag', '#MagomedTestkhanov'],
    ['in a handle', '@magomed_testkhanov'],
  ])('leak/identity: %s', async (_, said) => {
    expect(await json(JSON.stringify({ note: said }))).toContain('leak/identity')
  })

  it('leak/identity: in an older code page', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"note":"'),
      Buffer.from([0xcc, 0xe0, 0xe3, 0xee, 0xec, 0xe5, 0xe4]),
      Buffer.from('"}'),
    ])
    const canary = {
      value: 'Магомед',
      protected: 'identity',
      where: { kind: 'persons', id: 'x', field: 'realName' },
    } as const
    const file = { bytes, canaries: [canary], published: [], shipped: [], name: 'x', fileForTools: null }
    expect((await checkFile(file)).findings.map((each) => each.class)).toContain('leak/identity')
  })
})

describe('the file itself', () => {
  const text = (said: string) => new TextEncoder().encode(said)
  it.each([
    ['file/name', text('{}'), 'Magomed Testkhanov.json'],
    ['file/archive', Buffer.from('PK\x03\x04notes.txt'), 'x.zip'],
    ['file/signature-comment', text(signature('timestamp:1552039872\tfile:x.pdf')), 'x.minisig'],
    ['file/unknown-type', text('just words'), 'x.txt'],
  ] as const)('%s', async (name, bytes, called) => {
    expect(await classesOf(new Uint8Array(bytes), called)).toContain(name)
  })

  it('a signature that says nothing passes', async () => {
    expect(await classesOf(text(signature('signed by the sender')), 'x.minisig')).toEqual([])
  })

  it('file/unreadable: a reader that throws is a finding', async () => {
    const broken = new Proxy(new Uint8Array([0x7b, 0x7d]), {
      get: () => {
        throw new Error('broken')
      },
    })
    const file = { bytes: broken, canaries: [], published: [], shipped: [], name: 'x', fileForTools: null }
    expect((await checkFile(file)).findings.map((each) => each.class)).toEqual(['file/unreadable'])
  })
})

describe('the table', () => {
  it('puts each class into a group that exists', () => {
    for (const { group } of Object.values(LEAK_CLASSES)) expect(LEAK_GROUPS).toContain(group)
  })
})

const signature = (trusted: string) =>
  `untrusted comment: signature\nRWQf6LRCGA9i59SLOFxz6Nxv\ntrusted comment: ${trusted}\nLnqhLfmTfY6gGY8B\n`

const md5In64 = (value: string): string => createHash('md5').update(value).digest('base64')
const md5 = (value: string): string => createHash('md5').update(value).digest('hex')
