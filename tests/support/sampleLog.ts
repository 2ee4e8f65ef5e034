/** Logs to look at: the worked example, or as many made-up incidents as asked for. */
import { emptyLog, type Log } from '../../src/core/log.ts'
import { type AnyRecord, completeRecord, kindOfType, SCHEMAS } from '../../src/core/records.ts'

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
          where: { name: `Settlement ${index % 400}`, country: 'ML', precision: (index % 7) + 1 },
          violationTypes: ['local:armed-clash'],
          status: (['confirmed', 'likely', 'possible', 'unlikely', 'unknown'] as const)[index % 5],
        },
        { id: `i${String(index).padStart(19, '0')}`, now: NOW, confidentiality: 'AMBER' },
      ),
    )
  })
  return { ...emptyLog(NOW), incidents: Object.fromEntries(incidents.map((each) => [each.id, each])) }
}
