/** What other people's programs find, each test skipped by name where the program is not installed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkWithTools } from '../../src/brief/gate/outsideTools.ts'
import { createTextSearch } from '../../src/brief/gate/text.ts'
import { content, plainPdf, SECRET, show } from './plainPdf.ts'
import { CANARIES } from './plantedPdf.ts'

const TIMEOUT_MS = 120_000
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-tools-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function ask(bytes: Uint8Array) {
  const file = path.join(folder, 'x.pdf')
  await writeFile(file, bytes)
  return checkWithTools(file, true, createTextSearch(CANARIES, { allowed: [] }))
}

describe('other readers', () => {
  it(
    'find nothing in a clean file, and are all named',
    async () => {
      const { findings, tools, missing } = await ask(await plainPdf())
      expect(findings).toEqual([])
      const all = 'pdftotext pdfinfo pdfimages pdfdetach qpdf mutool exiftool mat2 tesseract'
      expect([...tools, ...missing].sort()).toEqual(all.split(' ').sort())
    },
    TIMEOUT_MS,
  )

  it.for([
    ['pdftotext', 'leak/identity', () => plainPdf((d) => content(d, show(SECRET)))],
    ['pdfdetach', 'pdf/attachment', () => plainPdf((d) => d.attach(Buffer.from('x'), 'x.txt'))],
    ['pdfinfo', 'pdf/script', () => plainPdf((d) => d.addJavaScript('x', 'app.alert(1)'))],
    ['qpdf', 'pdf/structure', async () => (await plainPdf()).subarray(0, 60)],
  ] as const)('%s reports %s', { timeout: TIMEOUT_MS }, async ([tool, name, plant], { skip }) => {
    const { findings, missing } = await ask(await plant())
    if (missing.includes(tool)) skip(`${tool} is not installed`)
    const found = findings.filter(({ where }) => where.startsWith(tool)).map((finding) => finding.class)
    expect(found).toContain(name)
  })
})
