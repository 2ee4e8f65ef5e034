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

  const text = Buffer.from(FILE).toString('latin1')
  const hintsAt = Number(/\/H \[ (\d+)/.exec(text)?.[1])
  const hintsEnd = text.indexOf('endobj', hintsAt) + 7
  /** With other hints, of which the first object knows the length. */
  const withHints = (object: string) => {
    const written = `5 0 obj\n${object}\nendobj\n`
    const longer = text.slice(0, hintsAt) + written + text.slice(hintsEnd)
    const told = longer
      .replace(/\/H \[ \d+ \d+ \]/, `/H [ ${hintsAt} ${String(written.length).padStart(3)} ]`)
      .replace(/\/L \d{4}/, `/L ${String(longer.length).padStart(4, '0')}`)
    return new Uint8Array(Buffer.from(told, 'latin1'))
  }
  const stream = (said: string, keys = '') =>
    `<< /S 1 /Length ${said.length}${keys} >>\nstream\n${said}\nendstream`

  it('passes with hints of numbers', async () => {
    expect(await classesOf(withHints(stream('\0\x01\x02\x03UUUUUUUUUUUUUUUUUUUUUUUU')))).toEqual([])
  })

  it.each([
    ['no stream', '<< /S /JavaScript /JS (x) >>'],
    ['a string', '(Written on the laptop of the colonel)'],
    ['a key of somebody', stream('\0\x01', ' /Author (x)')],
    ['a key that is no number', stream('\0\x01', ' /O (x)')],
    ['two filters', stream('\0\x01', ' /Filter [ /FlateDecode /FlateDecode ]')],
    ['a sentence', stream('The witness is his cousin, of Camp 7')],
    ['a sentence in UTF-16', stream([...'The witness is his cousin'].join('\0'))],
    ['a Russian one', stream(Buffer.from('Свидетель его брат').toString('latin1'))],
    ['something behind them', `${stream('\0\x01')}\nendobj\n99 0 obj\n(x)`],
  ])('pdf/unreachable-object: its hints are %s', async (_, object) => {
    expect(await classesOf(withHints(object))).toContain('pdf/unreachable-object')
  })

  it('refuses words where the other table is said to be, and a first object that says more than places', async () => {
    const bytes = (said: string) => new Uint8Array(Buffer.from(said, 'latin1'))
    expect(
      await classesOf(bytes(text.replace('/Prev 1752 ', '/Prev (1752)').replace('  /ID', ' /ID'))),
    ).toContain('pdf/unexpected-key')
    expect(await classesOf(bytes(text.replace('/O 6 /E 1400', '/O 6.25 /E 14')))).toContain('pdf/revisions')
  })

  it('pdf/unreachable-object: with one that nothing refers to', async () => {
    const longer = text.replace('endobj\n', 'endobj\n99 0 obj\n(x)\nendobj\n')
    const length = /\/L (\d+)/.exec(longer)?.[1] ?? ''
    const written = longer.replace(`/L ${length}`, `/L ${longer.length}`)
    expect(await classesOf(new Uint8Array(Buffer.from(written, 'latin1')))).toContain(
      'pdf/unreachable-object',
    )
  })
})
