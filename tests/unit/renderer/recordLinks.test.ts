import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { viewOfLog } from '../../../src/main/logPatch.ts'
import { claimIdsByIncident, itemCountBySource } from '../../../src/renderer/recordLinks.ts'
import { logFromRecordsForm } from '../../support/sampleLog.ts'

const log = logFromRecordsForm(
  readFileSync(new URL('../../../resources/demo/records.jsonl', import.meta.url), 'utf8'),
)
const view = viewOfLog(log)

/** Said by the claim (`about`) or by the incident (`claims`): the plain way, record by record. */
function claimsAbout(id: string): readonly Claim[] {
  const named = new Set(log.incidents[id]?.claims ?? [])
  return Object.values(log.claims).filter((c) => named.has(c.id) || c.about.some((about) => about.id === id))
}

test('claims of an incident are those that either side names', () => {
  const ids = claimIdsByIncident(view.incidents, view.claims)
  for (const id of Object.keys(log.incidents)) {
    const expected = claimsAbout(id).map((claim) => claim.id)
    expect([...(ids.get(id) ?? [])].sort()).toEqual(expected.sort())
  }
})

test('every item is counted with its source', () => {
  const counts = itemCountBySource(view.sourceItems)
  const sum = [...counts.values()].reduce((total, count) => total + count, 0)
  expect(sum).toBe(Object.keys(view.sourceItems).length)
})
