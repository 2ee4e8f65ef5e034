/** Signatures: round trips, another author's program both ways, and no byte that can be changed unnoticed. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  keyIdText,
  type MinisignPublicKey,
  makeMinisignKey,
  openMinisignSecret,
  parsePublicKey,
  publicKeyFile,
} from '../../../../src/brief/signing/minisignKey.ts'
import { secretKeyFile } from '../../../../src/brief/signing/minisignSecretFile.ts'
import { parseSignature, signBytes, verifyBytes } from '../../../../src/brief/signing/minisignSignature.ts'
import { hasTool, runTool } from '../../../support/outsideTools.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const FILE = bytesOf('{"title":"A brief"}\n')

function keyOf(text: string): MinisignPublicKey {
  const key = parsePublicKey(text)
  if (key === null) throw new Error('no public key')
  return key
}

async function signed() {
  const pair = await makeMinisignKey(randomBytes)
  const signature = await signBytes(FILE, await openMinisignSecret(pair.secret))
  return { pair, signature, key: keyOf(pair.publicKey) }
}

describe('signatures of our own', () => {
  it('verify, and are the same each time', async () => {
    const { pair, signature, key } = await signed()
    expect(await verifyBytes(FILE, signature, key)).toMatchObject({ ok: true, value: { isPrehashed: true } })
    expect(await signBytes(FILE, await openMinisignSecret(pair.secret))).toBe(signature)
  })

  it('hold the key and nothing else: neither a time nor a name', async () => {
    const { signature } = await signed()
    const lines = signature.split('\n')
    expect([lines[0], lines[2], lines[4]]).toEqual([
      'untrusted comment: signature from minisign secret key',
      'trusted comment: brief',
      '',
    ])
  })

  it('of any bytes by any key verify by that key alone', async () => {
    const other = keyOf((await makeMinisignKey(randomBytes)).publicKey)
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.uint8Array({ minLength: 40, maxLength: 40 }),
        async (bytes, chance) => {
          const pair = await makeMinisignKey(() => chance)
          const signature = await signBytes(bytes, await openMinisignSecret(pair.secret))
          expect((await verifyBytes(bytes, signature, keyOf(pair.publicKey))).ok).toBe(true)
          expect((await verifyBytes(bytes, signature, other)).ok).toBe(false)
          // The key id is no proof: another key under the same id does not verify.
          const posing = { ...other, keyId: keyOf(pair.publicKey).keyId }
          expect(await verifyBytes(bytes, signature, posing)).toEqual({ ok: false, error: 'signature/wrong' })
        },
      ),
      { numRuns: 30 },
    )
  })

  it('refuse a change of any one byte, of the file and of the signature', async () => {
    const { signature, key } = await signed()
    const refusedAt = async (bytes: Uint8Array, text: string) => !(await verifyBytes(bytes, text, key)).ok
    for (const at of FILE.keys()) {
      for (const flip of [1, 0x20, 0x80]) {
        const changed = FILE.map((byte, index) => (index === at ? byte ^ flip : byte))
        expect(await refusedAt(changed, signature), `byte ${at} of the file`).toBe(true)
      }
    }
    const text = Buffer.from(signature, 'latin1')
    for (const at of text.keys()) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const changed = Buffer.from(text)
        changed[at] = (text[at] ?? 0) ^ flip
        expect(await refusedAt(FILE, changed.toString('latin1')), `byte ${at} of the signature`).toBe(true)
      }
      const shorter = Buffer.concat([text.subarray(0, at), text.subarray(at + 1)])
      expect(await refusedAt(FILE, shorter.toString('latin1')), `without byte ${at}`).toBe(true)
    }
  })

  it('are not read from what is none', () => {
    const none = ['', '\n\n\n\n', 'untrusted comment: x\nRW\ntrusted comment: y\nAA\n', 'x'.repeat(30_000)]
    expect(none.map(parseSignature)).toEqual(none.map(() => null))
    fc.assert(fc.property(fc.string(), (text) => parseSignature(text) === null))
  })
})

describe('public keys', () => {
  it('are read as text and as a file, and from nothing else', async () => {
    const { pair, key } = await signed()
    expect(keyOf(publicKeyFile(key))).toEqual(key)
    expect(pair.publicKey).toMatch(/^RW[A-Za-z0-9+/]{54}$/)
    expect(keyIdText(key)).toMatch(/^[0-9A-F]{16}$/)
    const none = ['', 'RW', `${pair.publicKey}A`, pair.publicKey.slice(1), `x\n${pair.publicKey}`, 'age1x']
    expect(none.map(parsePublicKey)).toEqual(none.map(() => null))
  })
})

describe.skipIf(!hasTool('minisign'))('minisign, as Debian has it', () => {
  let folder: string
  const at = (name: string) => path.join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-minisign-'))
    await writeFile(at('brief'), FILE)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('accepts our signature, by the key as text and as a file', async () => {
    const { pair, signature, key } = await signed()
    await writeFile(at('brief.minisig'), signature)
    await writeFile(at('ours.pub'), publicKeyFile(key))
    const byText = runTool('minisign', ['-Vm', at('brief'), '-P', pair.publicKey])
    const byFile = runTool('minisign', ['-VHm', at('brief'), '-p', at('ours.pub')])
    expect([byText.code, byFile.code]).toEqual([0, 0])
    expect(byText.stdout).toContain('Trusted comment: brief')
    await writeFile(at('brief.minisig'), signature.replace('comment: brief', 'comment: other'))
    expect(runTool('minisign', ['-Vm', at('brief'), '-P', pair.publicKey]).code).not.toBe(0)
  })

  test('makes signatures that we accept, prehashed and older', async () => {
    runTool('minisign', ['-GW', '-p', at('their.pub'), '-s', at('their.key')])
    const key = keyOf(await readFile(at('their.pub'), 'utf8'))
    for (const [form, args] of [
      ['ED', ['-H']],
      ['Ed', ['-l']],
    ] as const) {
      const made = runTool('minisign', [
        '-S',
        ...args,
        '-m',
        at('brief'),
        '-s',
        at('their.key'),
        '-x',
        at(form),
      ])
      expect(made.code).toBe(0)
      const text = await readFile(at(form), 'utf8')
      expect(await verifyBytes(FILE, text, key)).toMatchObject({
        ok: true,
        value: { isPrehashed: form === 'ED' },
      })
      const changed = Uint8Array.from([...FILE, 0])
      expect(await verifyBytes(changed, text, key)).toEqual({ ok: false, error: 'signature/wrong' })
    }
  })

  test('signs with a secret of ours that was taken out under a passphrase', async () => {
    const { pair, key } = await signed()
    const file = await secretKeyFile(
      await openMinisignSecret(pair.secret),
      bytesOf('three blue owls'),
      randomBytes,
    )
    await writeFile(at('taken.key'), file)
    const sign = (passphrase: string) =>
      runTool(
        'minisign',
        ['-SHm', at('brief'), '-s', at('taken.key'), '-x', at('taken.minisig')],
        `${passphrase}\n`,
      )
    expect(sign('three blue owl').code).not.toBe(0)
    expect(sign('three blue owls').code).toBe(0)
    expect((await verifyBytes(FILE, await readFile(at('taken.minisig'), 'utf8'), key)).ok).toBe(true)
  })
})
