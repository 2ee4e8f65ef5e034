import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editRecord } from '../../../src/core/editRecord.ts'
import { createId, idSchema } from '../../../src/core/ids.ts'
import {
  applyChange,
  type Change,
  deleteRecord,
  emptyLog,
  type Log,
  type Put,
  restoreRecord,
} from '../../../src/core/log.ts'
import { sourceSchema } from '../../../src/core/source.ts'
import { parseLog } from '../../support/parseLog.ts'

const NOW = '2026-11-22T10:00:00Z'
const stamp = { id: 'new', now: NOW }
const source = (id: string, name: string) =>
  sourceSchema.parse({
    id,
    createdAt: NOW,
    updatedAt: NOW,
    confidentiality: 'RED',
    name,
    kind: 'media',
    reliability: 'F',
  })
const changes = fc.array(
  fc
    .record({ id: fc.constantFrom('a', 'b', 'c'), name: fc.option(fc.constantFrom('x', 'y')) })
    .map(({ id, name }): Put => ({ kind: 'sources', id, record: name === null ? null : source(id, name) })),
)

describe('changes', () => {
  it('are taken back exactly by their inverse', () => {
    fc.assert(
      fc.property(changes, changes, (before: Change, change: Change) => {
        const { log } = applyChange(emptyLog(NOW), before)
        const applied = applyChange(log, change)
        expect(applyChange(applied.log, applied.inverse).log).toEqual(log)
      }),
    )
  })

  it('leave the given log alone', () => {
    const log = emptyLog(NOW)
    applyChange(log, [{ kind: 'sources', id: 'a', record: source('a', 'x') }])
    expect(log.sources).toEqual({})
  })

  it('delete to the bin and back', () => {
    const { log } = applyChange(emptyLog(NOW), [{ kind: 'sources', id: 'a', record: source('a', 'x') }])
    const deleted = applyChange(log, deleteRecord(log, 'sources', 'a', NOW) ?? []).log
    expect(deleted.sources).toEqual({})
    expect(deleted.bin.a).toMatchObject({ kind: 'sources', deletedAt: NOW })
    expect(parseLog(JSON.parse(JSON.stringify(deleted)))).toEqual(deleted)
    expect(applyChange(deleted, restoreRecord(deleted, 'a') ?? []).log).toEqual(log)
  })

  it('refuse a stored log whose key is not the id', () => {
    const log = { ...emptyLog(NOW), sources: { b: source('a', 'x') } }
    expect(() => parseLog(log)).toThrow()
  })
})

describe('editing by hand', () => {
  const log: Log = applyChange(emptyLog(NOW), [{ kind: 'sources', id: 'a', record: source('a', 'x') }]).log
  const claimFields = { statement: 's', kind: 'event', status: 'rumour', credibility: 6 }
  const made = editRecord(log, 'claims', null, claimFields, { id: 'c', now: NOW })

  it('fills in id, times and the most guarded label', () => {
    expect(made).toMatchObject({ ok: true, value: { id: 'c', confidentiality: 'RED', createdAt: NOW } })
  })
  it('keeps what is not named and removes what is null', () => {
    const noted = editRecord(log, 'sources', 'a', { remarks: 'r' }, stamp)
    if (!noted.ok) throw new Error(noted.error.code)
    const next = applyChange(log, [{ kind: 'sources', id: 'a', record: noted.value } as Put]).log
    const cleared = editRecord(next, 'sources', 'a', { remarks: null }, stamp)
    expect(noted.value).toMatchObject({ name: 'x', remarks: 'r' })
    expect(cleared.ok && 'remarks' in cleared.value).toBe(false)
  })
  it('moves a grade only by an assessment', () => {
    if (!made.ok) throw new Error(made.error.code)
    const withClaim = applyChange(log, [{ kind: 'claims', id: 'c', record: made.value } as Put]).log
    expect(editRecord(withClaim, 'claims', 'c', { status: 'false' }, stamp)).toMatchObject({
      error: { code: 'claims/needs-assessment' },
    })
    expect(editRecord(withClaim, 'claims', 'c', { assessments: [] }, stamp)).toMatchObject({
      error: { code: 'records/field-fixed' },
    })
    expect(editRecord(withClaim, 'claims', 'c', { status: 'rumour', statement: 't' }, stamp)).toMatchObject({
      ok: true,
    })
  })
  it('refuses unknown fields, bad values and links to nowhere', () => {
    expect(
      editRecord(log, 'sources', null, { name: 'x', kind: 'media', reliability: 'Z' }, stamp),
    ).toMatchObject({
      error: { code: 'records/invalid', fields: { field: 'reliability' } },
    })
    expect(editRecord(log, 'sources', 'a', { nonsense: 1 }, stamp)).toMatchObject({
      error: { code: 'records/invalid' },
    })
    expect(
      editRecord(log, 'claims', null, { ...claimFields, evidenceFor: ['nowhere'] }, stamp),
    ).toMatchObject({
      error: { code: 'records/link-unknown', fields: { field: 'evidenceFor.0.item' } },
    })
  })
})

describe('ids', () => {
  it('are 20 legal characters for any random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 13, maxLength: 13 }), (bytes) => {
        const id = createId(() => bytes)
        expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/)
        expect(idSchema.safeParse(id).success).toBe(true)
      }),
    )
  })
})
