/** The archive inside a sealed file: what is written is read, by tar too, and nothing odd is read. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readTar, writeTar } from '../../../../src/brief/signing/tarArchive.ts'
import { bytesFromTool, hasTool, runTool } from '../../../support/outsideTools.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const FILES = [
  { name: 'brief-1.pdf', bytes: bytesOf('%PDF') },
  { name: 'brief-1.pdf.minisig', bytes: new Uint8Array(512) },
]

/** The archive with this text put at a place of its first header, and the header's sum made right again. */
function altered(at: number, text: string): Uint8Array {
  const bytes = Buffer.from(writeTar(FILES))
  bytes.write(text, at, 'latin1')
  bytes.write('        ', 148, 'latin1')
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return bytes
}

describe('an archive', () => {
  it('gives back its files in their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            name: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,30}$/),
            bytes: fc.uint8Array({ maxLength: 1_500 }),
          }),
          { selector: ({ name }) => name, minLength: 1, maxLength: 4 },
        ),
        (files) => {
          expect(readTar(writeTar(files))).toEqual(files)
        },
      ),
    )
  })

  it('holds neither a time nor a person', () => {
    expect(writeTar(FILES)).toEqual(writeTar(FILES))
    expect(Buffer.from(writeTar(FILES)).subarray(136, 147).toString()).toBe('00000000000')
    expect(
      Buffer.from(writeTar(FILES))
        .subarray(265, 329)
        .every((byte) => byte === 0),
    ).toBe(true)
  })

  it.each([
    ['a path that leads out', altered(0, '../brief.pdf')],
    ['an absolute path', altered(0, '/brief-1.pdf')],
    ['a link', altered(156, '2')],
    ['a folder', altered(156, '5')],
    ['a size beyond the file', altered(124, '77777777777')],
    ['a name twice', writeTar([...FILES, ...FILES])],
    ['a wrong sum', writeTar(FILES).map((byte, at) => (at === 0 ? byte ^ 1 : byte))],
    ['no end', writeTar(FILES).subarray(0, 1_024)],
    ['nothing', writeTar([])],
    ['something else', bytesOf('x'.repeat(1_024))],
  ])('is not read with %s', (_, bytes) => {
    expect(readTar(bytes)).toBeNull()
  })

  it('is not written with a name that could lead elsewhere', () => {
    for (const name of ['../a', 'a/b', '', '.a', 'a\0b', 'ä'])
      expect(() => writeTar([{ name, bytes: new Uint8Array() }])).toThrow()
  })
})

test.skipIf(!hasTool('tar'))('tar opens ours, and we open its', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-tar-'))
  const at = (name: string) => path.join(folder, name)
  try {
    await writeFile(at('ours.tar'), writeTar(FILES))
    expect(runTool('tar', ['-xf', at('ours.tar'), '-C', folder]).code).toBe(0)
    expect(new Uint8Array(await readFile(at('brief-1.pdf')))).toEqual(FILES[0]?.bytes)
    const theirs = bytesFromTool('tar', ['-cf', '-', '-C', folder, 'brief-1.pdf', 'brief-1.pdf.minisig'])
    expect(readTar(theirs)).toEqual(FILES)
  } finally {
    await rm(folder, { recursive: true })
  }
})
