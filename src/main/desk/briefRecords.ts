/** From what a brief shows and withholds back to the records of the log, for the researcher alone. */
import type { Log } from '../../core/log.ts'
import { KINDS, type Kind } from '../../core/records.ts'
import type { Redacted } from '../../core/redaction/redact.ts'
import { WITHHELD_REASONS } from '../../core/redaction/report.ts'
import type { Output } from '../../shared/ipc/contract.ts'

/** More than this many nobody goes through one by one. */
const MOST_LISTED = 500

/** The records that a count stands for. */
export function withheldRecords(
  { withheldOf }: Pick<Redacted, 'withheldOf'>,
  log: Log,
  reason: string,
): Output<'brief.withheldBy'> {
  const known = WITHHELD_REASONS.find((each) => each === reason)
  const counts = (known && withheldOf.get(known)) ?? new Map<string, number>()
  const records = [...counts].slice(0, MOST_LISTED).flatMap(([id, count]) => {
    const kind = kindOf(id, log)
    return kind === null ? [] : [{ kind, id, count }]
  })
  return { records, total: counts.size }
}

/** The record of a row such as `i12`, and what was withheld of it by reason. */
export function rowRecord(
  { recordOf, withheldOf }: Pick<Redacted, 'recordOf' | 'withheldOf'>,
  log: Log,
  row: string,
): Output<'brief.rowRecord'> {
  const id = recordOf.get(row)
  const kind = id === undefined ? null : kindOf(id, log)
  if (id === undefined || kind === null) return null
  const withheld = WITHHELD_REASONS.flatMap((reason) => {
    const count = withheldOf.get(reason)?.get(id) ?? 0
    return count === 0 ? [] : [{ reason, count }]
  })
  return { kind, id, withheld }
}

function kindOf(id: string, log: Log): Kind | null {
  return KINDS.find((kind) => Object.hasOwn(log[kind], id)) ?? null
}
