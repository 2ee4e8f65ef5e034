/**
 * What records said before, for whoever must find it nowhere: of each entry the fields that it changed, as they were.
 * Costs what the histories hold, not how often the rest of a record was saved along.
 */
import type { Log } from '../log.ts'
import { withoutEqual } from './fieldChanges.ts'
import { type HistoryKind, partsOfHistoryId } from './historyEntry.ts'
import { historySteps, type RecordState } from './recordHistory.ts'
import { commonEnd, commonStart } from './textDelta.ts'
import { isPlain, isSameJson, type Plain } from './valueDelta.ts'

export interface FormerFields {
  readonly kind: HistoryKind
  /** Of the record. */
  readonly id: string
  /** Part of a record: the changed fields as they stood before. */
  readonly fields: Plain
}

/** Moments of our own saves say nothing about anybody; the newest one of each record is protected as it is. */
const SILENT: ReadonlySet<string> = new Set(['updatedAt'])
/** Says how the name of a source is protected. */
const KEPT: ReadonlySet<string> = new Set(['kind'])
/** Longer texts are told by the changed passage, up to the ends of its sentences. */
const LONGEST_WHOLE = 500

export function* formerFields(log: Log): Generator<FormerFields, void> {
  for (const entryId of Object.keys(log.history)) {
    const { recordId: id, number } = partsOfHistoryId(entryId)
    const kind = number === 0 ? log.history[entryId]?.kind : undefined
    if (kind === undefined) continue
    for (const { before, after } of historySteps(log, kind, id)) {
      const fields = before === null ? null : changedFields(before, after)
      if (fields !== null) yield { kind, id, fields }
    }
  }
}

function changedFields(before: RecordState, after: RecordState): Plain | null {
  const [old, now] = [before.record, after.record]
  if (!isPlain(old) || !isPlain(now)) return null
  const changed = Object.entries(old).flatMap(([field, value]) =>
    SILENT.has(field) || isSameJson(value, now[field]) ? [] : [[field, gone(value, now[field])] as const],
  )
  if (changed.length === 0) return null
  const kept = Object.entries(old).filter(([field]) => KEPT.has(field))
  return Object.fromEntries([...kept, ...changed])
}

function gone(old: unknown, now: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(now)) return withoutEqual(old, now)
  if (typeof old !== 'string' || typeof now !== 'string' || old.length <= LONGEST_WHOLE) return old
  const head = commonStart(old, now)
  const tail = commonEnd(old, now, head)
  const start = Math.max(...ENDS.map((end) => old.lastIndexOf(end, head - 1)))
  const ends = ENDS.map((end) => old.indexOf(end, old.length - tail)).filter((at) => at >= 0)
  return old.slice(start + 1, ends.length === 0 ? old.length : Math.min(...ends) + 1)
}

const ENDS = ['.', '!', '?', '؟', '。', '\n'] as const
