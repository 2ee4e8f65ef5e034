/** What is rewritten of a typeset file, and that the rest of it stays as it was. */
import { PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { readTemplate } from '../../../src/brief/briefPdf.ts'
import { readFonts } from '../../../src/brief/fonts.ts'
import { loadNativeTypesetter } from '../../../src/brief/nativeTypesetter.ts'
import { rewriteMetadata } from '../../../src/brief/pdfMetadata.ts'
import type { TypesetJob } from '../../../src/brief/typesetter.ts'
import { UnreadPdf } from '../../../src/brief/unreadPdf.ts'
import { loadWasmTypesetter } from '../../../src/brief/wasmTypesetter.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 120_000
const METADATA = { title: 'T', subject: 'S', language: 'ar', asOf: '2019-03-08', conforming: true } as const

/** A file that says of itself that its objects begin elsewhere than they do. */
const shifted = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1')
  return new Uint8Array(
    Buffer.from(
      text.replace(/^%PDF[^\n]*\n/, (line) => `${line}%\n`),
      'latin1',
    ),
  )
}

async function objectsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  return new Map(context.enumerateIndirectObjects().map(([ref, object]) => [String(ref), String(object)]))
}

describe.each([
  ['native', loadNativeTypesetter],
  ['wasm', loadWasmTypesetter],
] as const)('what the %s engine has set', (_, load) => {
  let set: Uint8Array

  beforeAll(async () => {
    const typesetter = (await load()) ?? expect.fail()
    const page = createBriefPage(sampleBrief('ar', 30), sampleLabel)
    const job: TypesetJob = {
      template: await readTemplate('general', RESOURCES),
      dataJson: JSON.stringify(page),
      fonts: await readFonts(RESOURCES),
    }
    const made = await typesetter.typeset(job)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    set = made.value.bytes
  }, TIMEOUT_MS)

  it('keeps every object but those that say what the file is', async () => {
    const [before, after] = [
      await objectsOf(set),
      await objectsOf((await rewriteMetadata(set, METADATA)).bytes),
    ]
    expect([...after.keys()]).toEqual([...before.keys()])
    const changed = [...before]
      .filter(([ref, object]) => after.get(ref) !== object)
      .map(([, object]) => object)
    const kinds = [/\/Type \/Catalog/, /\/Creator \(Typst/, /<\?xpacket|\/Type \/Metadata/, /[A-Z]{6}\+Noto/]
    expect(changed.filter((object) => !kinds.some((kind) => kind.test(object)))).toEqual([])
    expect(changed.length).toBeGreaterThan(3)
  })

  it('counts the pages and gives the same bytes again', async () => {
    const [once, again] = [await rewriteMetadata(set, METADATA), await rewriteMetadata(set, METADATA)]
    const document = await PDFDocument.load(once.bytes, { updateMetadata: false })
    expect(once.pages).toBe(document.getPageCount())
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(ar)')
    expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true)
  })

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 30)],
    ['whose objects stand elsewhere', shifted],
    ['that is no PDF', () => new Uint8Array(100)],
  ])('is refused when it is a file %s', (_what, spoil) => {
    expect(() => new UnreadPdf(spoil(set))).toThrow('the typeset file')
  })
})
