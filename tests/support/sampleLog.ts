/** Logs to look at: the worked example, or as many made-up incidents as asked for. */

import { emptyLog, type Log } from '../../src/core/log.ts'
import { type AnyRecord, completeRecord, kindOfType, SCHEMAS } from '../../src/core/records.ts'
import { CLAIM_STATUSES, CREDIBILITIES, RELIABILITIES } from '../../src/core/vocabularyCodes.ts'

const NOW = '2026-02-03T09:00:00Z'

/** The log of a records-form text (one JSON record a line). Throws when a line does not hold a record. */
export function logFromRecordsForm(text: string): Log {
  const collections: Record<string, Record<string, AnyRecord>> = {}
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const { type, ...fields } = JSON.parse(line) as Record<string, unknown>
    const kind = kindOfType(String(type))
    if (kind === undefined) throw new Error(`unknown type ${String(type)}`)
    const record = SCHEMAS[kind].parse(completeRecord(fields, { id: 'unused', now: NOW }))
    collections[kind] = { ...collections[kind], [record.id]: record }
  }
  return { ...emptyLog(NOW, true), ...collections }
}

/** A log of that many incidents, all alike but for their numbers. */
export function logOfIncidents(count: number): Log {
  const incidents = Array.from({ length: count }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0')
    return SCHEMAS.incidents.parse(
      completeRecord(
        {
          title: `Armed clash no. ${index + 1} reported near the river crossing`,
          summary: 'Two groups exchanged fire; the number of people harmed is not known.',
          when: index % 3 === 0 ? `${2010 + (index % 9)}-${month}` : `${2010 + (index % 9)}-${month}-11`,
          where: {
            name: `Settlement ${index % 400}`,
            ...(index % 9 === 0 ? {} : { country: 'ML' }),
            ...(index % 5 === 0 ? {} : { lat: 11 + (index % 20) * 0.5, lon: -11 + (index % 400) / 30 }),
            precision: (index % 7) + 1,
          },
          violationTypes: ['local:armed-clash'],
          status: (['confirmed', 'likely', 'possible', 'unlikely', 'unknown'] as const)[index % 5],
        },
        { id: `i${String(index).padStart(19, '0')}`, now: NOW, confidentiality: 'AMBER' },
      ),
    )
  })
  return { ...emptyLog(NOW), incidents: Object.fromEntries(incidents.map((each) => [each.id, each])) }
}

/**
 * A log of that many claims in every column, over items that go back to one another: the first claim rests on two
 * hundred items, the others on one each.
 */
export function logOfClaims(count: number): Log {
  const id = (letter: string, index: number) => `${letter}${String(index).padStart(19, '0')}`
  const stamp = (of: string) => ({ id: of, now: NOW, confidentiality: 'AMBER' as const })
  const sources = Array.from({ length: 25 }, (_, index) =>
    SCHEMAS.sources.parse(
      completeRecord(
        { name: `Source no. ${index + 1}`, kind: 'media', reliability: RELIABILITIES[index % 6] },
        stamp(id('s', index)),
      ),
    ),
  )
  const items = Array.from({ length: 200 }, (_, index) =>
    SCHEMAS.sourceItems.parse(
      completeRecord(
        {
          title: `Report no. ${index + 1} on what happened at the crossing`,
          itemType: 'report',
          source: id('s', index % 25),
          accessedAt: '2019-01-02',
          derivesFrom: index < 60 ? [] : [id('i', index % 60), id('i', (index * 7) % 60)],
        },
        stamp(id('i', index)),
      ),
    ),
  )
  const claims = Array.from({ length: count }, (_, index) => {
    const day = `${2010 + (index % 9)}-05-11`
    const status = CLAIM_STATUSES[index % CLAIM_STATUSES.length]
    return SCHEMAS.claims.parse(
      completeRecord(
        {
          statement: `Claim no. ${index + 1} about what happened at the crossing`,
          kind: 'event',
          status,
          credibility: CREDIBILITIES[1 + (index % 5)],
          asOf: day,
          evidenceFor: index === 0 ? items.slice(40).map((item) => item.id) : [id('i', index % 200)],
          evidenceAgainst: index === 0 ? items.slice(0, 40).map((item) => item.id) : [],
          assessments: [{ when: day, from: 'not-assessed', to: status, reason: 'What was known.' }],
        },
        stamp(id('c', index)),
      ),
    )
  })
  const byId = <R extends { readonly id: string }>(records: readonly R[]) =>
    Object.fromEntries(records.map((record) => [record.id, record]))
  return { ...emptyLog(NOW), sources: byId(sources), sourceItems: byId(items), claims: byId(claims) }
}
