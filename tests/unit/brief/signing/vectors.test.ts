/** The published test vectors (docs/format/signing.md): what they say is what is made and read. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { unsealBytes } from '../../../../src/brief/signing/ageSeal.ts'
import {
  keyIdText,
  openMinisignSecret,
  parsePublicKey,
  publicKeyText,
} from '../../../../src/brief/signing/minisignKey.ts'
import { signBytes, verifyBytes } from '../../../../src/brief/signing/minisignSignature.ts'
import { readTar, writeTar } from '../../../../src/brief/signing/tarArchive.ts'

const schema = z.strictObject({
  signature: z.strictObject({
    secret: z.string(),
    publicKey: z.string(),
    keyId: z.string(),
    file: z.string(),
    minisig: z.string(),
  }),
  sealed: z.strictObject({
    identity: z.string(),
    recipient: z.string(),
    tarSha256: z.string(),
    age: z.string(),
  }),
})
const FILE = path.join(import.meta.dirname, '../../../../docs/format/vectors/signing-v1.json')
const vectors = schema.parse(JSON.parse(await readFile(FILE, 'utf8')))

test('a signature', async () => {
  const { secret, publicKey, keyId, file, minisig } = vectors.signature
  const bytes = new TextEncoder().encode(file)
  const key = await openMinisignSecret(secret)
  expect(publicKeyText(key)).toBe(publicKey)
  expect(keyIdText(key)).toBe(keyId)
  expect(await signBytes(bytes, key)).toBe(minisig)
  const parsed = parsePublicKey(publicKey)
  if (parsed === null) throw new Error('no public key')
  expect((await verifyBytes(bytes, minisig, parsed)).ok).toBe(true)
})

test('a sealed file', async () => {
  const { identity, tarSha256, age } = vectors.sealed
  const opened = await unsealBytes(new Uint8Array(Buffer.from(age, 'base64')), [identity])
  if (!opened.ok) throw new Error(opened.error)
  expect(createHash('sha256').update(opened.value).digest('hex')).toBe(tarSha256)
  const files = readTar(opened.value) ?? []
  expect(files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
    vectors.signature.file,
    vectors.signature.minisig,
  ])
  expect(writeTar(files)).toEqual(opened.value)
})
