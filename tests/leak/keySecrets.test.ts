/** A key's secret, its public half or its name in a finished file is found, in whatever wrapping. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'
import { makeKey } from '../../src/brief/signing/makeKey.ts'
import { addKey } from '../../src/core/keyring/keyringChange.ts'
import { applyChange, emptyLog } from '../../src/core/log.ts'
import { protectedValues } from '../../src/core/redaction/protectedValues.ts'

const NOW = '2026-01-01T00:00:00Z'

async function plantedFindings(plant: (secret: string, publicKey: string) => string, use: 'sign' | 'open') {
  const pair = await makeKey(use, randomBytes)
  const empty = emptyLog(NOW)
  const made = addKey(empty, { use, name: 'Northern desk' }, pair, { id: 'k1', now: NOW })
  if (!made.ok) throw new Error(made.error.code)
  const canaries = protectedValues(applyChange(empty, made.value).log)
  const bytes = new TextEncoder().encode(JSON.stringify({ note: plant(pair.secret, pair.publicKey) }))
  const { findings } = await checkFile({
    bytes,
    canaries,
    published: [],
    shipped: [],
    name: 'a.json',
    fileForTools: null,
  })
  return findings
}

describe.each(['sign', 'open'] as const)('a key that can %s', (use) => {
  it.each([
    ['its secret', (secret: string) => `x ${secret} y`],
    ['its secret in small letters', (secret: string) => secret.toLowerCase()],
    ['its secret in groups', (secret: string) => secret.replace(/(.{8})/g, '$1 ')],
    ['its secret in base64', (secret: string) => Buffer.from(secret).toString('base64')],
    ['its secret in hexadecimal', (secret: string) => Buffer.from(secret).toString('hex')],
    ['its public half', (_secret: string, publicKey: string) => publicKey],
    ['its name', () => 'signed by Northern desk'],
  ])('is found by %s', async (_, plant) => {
    expect((await plantedFindings(plant, use)).length).toBeGreaterThan(0)
  })

  it('is not found where nothing of it stands', async () => {
    expect(await plantedFindings(() => 'a sentence about something else', use)).toEqual([])
  })
})
