import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withoutLocked } from '../../../src/main/desk/draftDesk.ts'
import { revealOf } from '../../../src/main/desk/recordDesk.ts'
import { viewOf } from '../../../src/main/logPatch.ts'
import { CONTRACT } from '../../../src/shared/ipc/contract.ts'
import { LOCKED_FIELDS } from '../../../src/shared/ipc/views.ts'
import { logFromRecordsForm } from '../../support/sampleLog.ts'

const log = logFromRecordsForm(
  readFileSync(new URL('../../../resources/demo/records.jsonl', import.meta.url), 'utf8'),
)

describe.each(['persons', 'sources'] as const)('locked fields of %s', (kind) => {
  const locked = LOCKED_FIELDS[kind] ?? []

  test.each(Object.values(log[kind]))(
    'of $id are told one record at a time, and the rest with all',
    (record) => {
      const view = viewOf(kind, record) as object
      const revealed = revealOf(log, kind, record.id)
      if (!revealed.ok) throw new Error(revealed.error.code)
      expect(Object.keys(view).filter((field) => locked.includes(field))).toEqual([])
      expect(Object.keys(revealed.value.fields).filter((field) => !locked.includes(field))).toEqual([])
      expect({ ...view, ...revealed.value.fields }).toEqual(record)
      expect(CONTRACT['records.reveal'].output.safeParse(revealed.value).success).toBe(true)
    },
  )

  test('of a record that is not there are not told', () => {
    expect(revealOf(log, kind, 'nobody')).toMatchObject({ ok: false, error: { code: 'records/not-found' } })
  })

  test('that were typed and not saved are not told with the drafts', () => {
    const fields = { tags: 'a', ...Object.fromEntries(locked.map((field) => [field, 'typed'])) }
    const draft = { id: `record/${kind}/new`, fields, savedAt: '2026-02-03T09:00:00Z' }
    expect(withoutLocked(draft).fields).toEqual({ tags: 'a' })
  })
})

test('the real name and the contacts of a person are locked, and the draft of another kind is told as it is', () => {
  expect(LOCKED_FIELDS.persons).toEqual(
    expect.arrayContaining(['realName', 'otherNames', 'contacts', 'consents', 'sexualOrientation']),
  )
  expect(LOCKED_FIELDS.sources).toEqual(expect.arrayContaining(['contacts', 'consents', 'protection']))
  const draft = { id: 'record/incidents/new', fields: { title: 'T' }, savedAt: '2026-02-03T09:00:00Z' }
  expect(withoutLocked(draft)).toEqual(draft)
})
