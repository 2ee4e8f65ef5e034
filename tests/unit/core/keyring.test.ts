/** Keys as records: made, rotated, retired, taken back; their secrets protected and never among the records. */
import { describe, expect, it } from 'vitest'
import { historyPuts } from '../../../src/core/history/recordChange.ts'
import { sealRecipients, signingKeyFor, signingKeys } from '../../../src/core/keyring/chooseKey.ts'
import { fingerprint } from '../../../src/core/keyring/fingerprint.ts'
import {
  addKey,
  addRecipientKey,
  retireKey,
  retireRecipientKey,
  rotateKey,
} from '../../../src/core/keyring/keyringChange.ts'
import { applyChange, type Change, emptyLog, LOG_COLLECTIONS, type Log } from '../../../src/core/log.ts'
import { KINDS } from '../../../src/core/records.ts'
import { protectedValues } from '../../../src/core/redaction/protectedValues.ts'
import type { Result } from '../../../src/core/result.ts'

const NOW = '2026-01-01T00:00:00Z'
const LATER = '2026-02-01T00:00:00Z'
const pair = (n: number) => ({ publicKey: `RW-public-${n}`, secret: `secret${n}`.padEnd(44, '=') })
const stamp = (id: string, now = NOW) => ({ id, now })

function done(log: Log, change: Result<Change, { readonly code: string }>): Log {
  if (!change.ok) throw new Error(change.error.code)
  return applyChange(log, change.value).log
}
const withKey = (log = emptyLog(NOW)) =>
  done(log, addKey(log, { use: 'sign', name: ' Desk ' }, pair(1), stamp('k1')))

describe('a key', () => {
  it('is a record without its secret, which lies beside the records', () => {
    const log = withKey()
    expect(log.keys.k1).toMatchObject({
      name: 'Desk',
      use: 'sign',
      publicKey: 'RW-public-1',
      confidentiality: 'RED',
    })
    expect(JSON.stringify(KINDS.map((kind) => log[kind]))).not.toContain('secret1')
    expect(log.keySecrets.k1?.secret).toContain('secret1')
    expect(LOG_COLLECTIONS).toContain('keySecrets')
  })

  it('is protected with its public half, its secret and its name', () => {
    const found = protectedValues(withKey()).map(({ value }) => value)
    expect(found).toEqual(expect.arrayContaining(['Desk', 'RW-public-1', pair(1).secret]))
  })

  it('needs a name that no key in use has', () => {
    const log = withKey()
    const add = (name: string) => addKey(log, { use: 'sign', name }, pair(2), stamp('k2'))
    expect(add('Desk')).toMatchObject({ ok: false, error: { code: 'keys/name-taken' } })
    expect(add(' ')).toMatchObject({ ok: false, error: { code: 'keys/name-missing' } })
    expect(addKey(log, { use: 'sign', name: 'x', organisation: 'gone' }, pair(2), stamp('k2'))).toMatchObject(
      { ok: false, error: { code: 'records/link-unknown' } },
    )
  })

  it('goes with its making when that is taken back, secret and all', () => {
    const log = emptyLog(NOW)
    const made = addKey(log, { use: 'sign', name: 'Desk' }, pair(1), stamp('k1'))
    if (!made.ok) throw new Error(made.error.code)
    const { log: next, inverse } = applyChange(log, made.value)
    expect(applyChange(next, inverse).log).toEqual(log)
  })
})

describe('rotating', () => {
  it('retires the old key for good and keeps it for checking', () => {
    const before = withKey()
    const change = rotateKey(before, 'k1', pair(2), stamp('k2', LATER))
    const log = done(before, change)
    expect(log.keys.k1).toMatchObject({ retiredAt: LATER, publicKey: 'RW-public-1' })
    expect(log.keys.k2).toMatchObject({ name: 'Desk', replaces: 'k1' })
    expect(log.keySecrets).toEqual({ k2: { id: 'k2', secret: pair(2).secret } })
    expect(signingKeys(log).map(({ id }) => id)).toEqual(['k2'])
    expect(rotateKey(log, 'k1', pair(3), stamp('k3'))).toMatchObject({
      ok: false,
      error: { code: 'keys/retired' },
    })
  })

  it('can be taken back, and stands in the history without any secret', () => {
    const before = withKey()
    const change = rotateKey(before, 'k1', pair(2), stamp('k2', LATER))
    if (!change.ok) throw new Error(change.error.code)
    const { log, inverse } = applyChange(before, change.value)
    expect(applyChange(log, inverse).log).toEqual(before)
    const history = historyPuts(before, change.value, { what: 'edited', at: LATER })
    expect(history.map(({ id }) => id)).toEqual(['k1/0'])
    expect(JSON.stringify(history)).not.toContain('secret')
  })

  it('keeps the secret of what opens older files', () => {
    const empty = emptyLog(NOW)
    const log = done(empty, addKey(empty, { use: 'open', name: 'Post' }, pair(1), stamp('k1')))
    const retired = done(log, retireKey(log, 'k1', LATER))
    expect(retired.keySecrets).toEqual(log.keySecrets)
    expect(retired.keys.k1?.retiredAt).toBe(LATER)
  })
})

describe('choosing', () => {
  const organisation = {
    id: 'o1',
    createdAt: NOW,
    updatedAt: NOW,
    confidentiality: 'RED' as const,
    tags: [],
    name: 'Amnesty',
    translations: [],
    kind: 'ngo',
    roles: [],
    recipientKey: ' age1stated ',
  }
  const base: Log = { ...emptyLog(NOW), organisations: { o1: organisation } }

  it('finds the one key made for an organisation', () => {
    const one = done(base, addKey(base, { use: 'sign', name: 'A', organisation: 'o1' }, pair(1), stamp('k1')))
    expect(signingKeyFor(one, 'o1')?.id).toBe('k1')
    expect(signingKeyFor(one, null)).toBeNull()
    const two = done(one, addKey(one, { use: 'sign', name: 'B', organisation: 'o1' }, pair(2), stamp('k2')))
    expect(signingKeyFor(two, 'o1')).toBeNull()
  })

  it('seals for keys in use and for what organisations state', () => {
    const fields = { use: 'seal' as const, name: 'Desk', publicKey: 'age1desk', organisation: 'o1' }
    const log = done(base, addRecipientKey(base, fields, stamp('r1')))
    expect(sealRecipients(log)).toEqual([
      { id: 'o1', name: 'Amnesty', publicKey: 'age1stated', organisation: 'o1' },
      { id: 'r1', name: 'Desk', publicKey: 'age1desk', organisation: 'o1' },
    ])
    expect(addRecipientKey(log, { ...fields, name: 'Again' }, stamp('r2'))).toMatchObject({
      ok: false,
      error: { code: 'keys/known' },
    })
    const retired = done(log, retireRecipientKey(log, 'r1', LATER))
    expect(sealRecipients(retired).map(({ id }) => id)).toEqual(['o1'])
  })
})

describe('a fingerprint', () => {
  it('is the start of SHA-256 in groups', () => {
    // sha256sum of "abc".
    expect(fingerprint('abc')).toBe('BA78 16BF 8F01 CFEA 4141 40DE 5DAE 2223')
  })
})
