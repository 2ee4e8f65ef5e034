/** Sealed files: round trips, Debian's age both ways, and no byte that can be changed unnoticed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { isAgeRecipient, makeAgeKey, sealBytes, unsealBytes } from '../../../../src/brief/signing/ageSeal.ts'
import { bytesFromTool, hasTool, runTool } from '../../../support/outsideTools.ts'

const FILE = new TextEncoder().encode('A brief.\n')

async function sealed(bytes: Uint8Array, recipient: string, isArmored = false): Promise<Uint8Array> {
  const made = await sealBytes(bytes, recipient, isArmored)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

describe('sealing', () => {
  it('gives back any bytes to the one it was for, and to nobody else', async () => {
    const [ours, theirs] = [await makeAgeKey(), await makeAgeKey()]
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), fc.boolean(), async (bytes, isArmored) => {
        const file = await sealed(bytes, theirs.publicKey, isArmored)
        expect(await unsealBytes(file, [ours.secret, theirs.secret])).toEqual({ ok: true, value: bytes })
        expect(await unsealBytes(file, [ours.secret])).toEqual({ ok: false, error: 'seal/not-for-us' })
        expect((await unsealBytes(file, [])).ok).toBe(false)
      }),
      { numRuns: 12 },
    )
  })

  it.each([false, true])('refuses a change of any one byte (armoured: %s)', async (isArmored) => {
    const key = await makeAgeKey()
    const file = await sealed(FILE, key.publicKey, isArmored)
    for (const at of file.keys()) {
      for (const flip of [1, 32, 128]) {
        const changed = file.map((byte, index) => (index === at ? byte ^ flip : byte))
        expect((await unsealBytes(changed, [key.secret])).ok, `byte ${at}`).toBe(false)
      }
    }
    expect((await unsealBytes(file.subarray(0, -1), [key.secret])).ok).toBe(false)
    expect((await unsealBytes(Uint8Array.from([...file, 0]), [key.secret])).ok).toBe(false)
  })

  it('is for X25519 recipients whose checksum is right', async () => {
    const { publicKey } = await makeAgeKey()
    const wrong = publicKey.endsWith('q') ? `${publicKey.slice(0, -1)}p` : `${publicKey.slice(0, -1)}q`
    const none = [wrong, publicKey.toUpperCase(), ` ${publicKey}`, 'age1', 'ssh-ed25519 AAAA', '']
    expect([publicKey, ...none].map(isAgeRecipient)).toEqual([true, ...none.map(() => false)])
    expect(await sealBytes(FILE, wrong)).toEqual({ ok: false, error: 'seal/recipient-unreadable' })
  })

  it('does not read what is no age file', async () => {
    const { secret } = await makeAgeKey()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => !(await unsealBytes(bytes, [secret])).ok),
      { numRuns: 30 },
    )
  })
})

describe.skipIf(!hasTool('age') || !hasTool('age-keygen'))('age, as Debian has it', () => {
  let folder: string
  const at = (name: string) => path.join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-age-'))
    await writeFile(at('brief'), FILE)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each([false, true])('opens what we sealed (armoured: %s)', async (isArmored) => {
    runTool('age-keygen', ['-o', at(`their-${isArmored}.key`)])
    const recipient = runTool('age-keygen', ['-y', at(`their-${isArmored}.key`)]).stdout.trim()
    await writeFile(at('sealed'), await sealed(FILE, recipient, isArmored))
    expect(bytesFromTool('age', ['-d', '-i', at(`their-${isArmored}.key`), at('sealed')])).toEqual(FILE)
  })

  test.each([[], ['-a']])('seals what we open (%s)', async (...options) => {
    const { publicKey, secret } = await makeAgeKey()
    runTool('age', [...options, '-r', publicKey, '-o', at('for-us'), at('brief')])
    expect(await unsealBytes(await readFile(at('for-us')), [secret])).toEqual({ ok: true, value: FILE })
    await writeFile(at('our.key'), `${secret}\n`)
    expect(runTool('age-keygen', ['-y', at('our.key')]).stdout.trim()).toBe(publicKey)
  })
})
