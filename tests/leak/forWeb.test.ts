/** A PDF that qpdf put in order for the web has two ends and two tables, which are no revisions until one is added. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'

const FILE = new Uint8Array(readFileSync(path.join(import.meta.dirname, 'files', 'forWeb.pdf')))

async function classesOf(bytes: Uint8Array): Promise<string[]> {
  const file = { bytes, canaries: [], published: [], shipped: [], name: 'x.pdf', fileForTools: null }
  return [...new Set((await checkFile(file)).findings.map((each) => each.class))]
}

const revised = (text: string) => Buffer.concat([FILE, Buffer.from(text, 'latin1')])

describe('a file put in order for the web', () => {
  it('passes as it was written', async () => {
    expect(await classesOf(FILE)).toEqual([])
  })

  it('pdf/revisions: with a revision added', async () => {
    const added = '\n99 0 obj\n<</X 1>>\nendobj\nxref\n0 0\ntrailer\n<</Size 1>>\nstartxref\n10\n%%EOF\n'
    expect(await classesOf(revised(added))).toContain('pdf/revisions')
  })

  it('pdf/unexpected-bytes: with something behind its end', async () => {
    expect(await classesOf(revised('\nabc'))).toContain('pdf/unexpected-bytes')
  })

  it('pdf/unreachable-object: with one that nothing refers to', async () => {
    const text = Buffer.from(FILE).toString('latin1')
    const longer = text.replace('endobj\n', 'endobj\n99 0 obj\n(x)\nendobj\n')
    const length = /\/L (\d+)/.exec(longer)?.[1] ?? ''
    const written = longer.replace(`/L ${length}`, `/L ${longer.length}`)
    expect(await classesOf(new Uint8Array(Buffer.from(written, 'latin1')))).toContain(
      'pdf/unreachable-object',
    )
  })
})
