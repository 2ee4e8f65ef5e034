/** What the renderer is told of an entry of a history: locked fields by name alone, long texts in part. */
import { type AppError, appError } from '../core/appError.ts'
import { type FieldChange, fieldChanges } from '../core/history/fieldChanges.ts'
import type { HistoryKind } from '../core/history/historyEntry.ts'
import {
  type HistoryStep,
  historySteps,
  presentState,
  type RecordState,
} from '../core/history/recordHistory.ts'
import { isPlain } from '../core/history/valueDelta.ts'
import type { Log } from '../core/log.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { Input, Output } from '../shared/ipc/contract.ts'
import { type FieldChangeView, fieldChangeSchema, type HistoryEntryView } from '../shared/ipc/history.ts'
import { personViewSchema, sourceViewSchema } from '../shared/ipc/views.ts'

/** Fields that the window sees without asking; all of them where the kind is not named. */
const SHOWN: { readonly [K in HistoryKind]?: readonly string[] } = {
  persons: Object.keys(personViewSchema.shape),
  sources: Object.keys(sourceViewSchema.shape),
  evidence: [],
}
/** Longer texts inside entries of lists are cut. */
const LONGEST_TEXT = 2_000
/** Entries of one portion. */
const PORTION = 20

/** One portion of a history, newest first. `records/not-found` when there is no such record. */
export function historyPage(
  data: Log,
  { kind, id, before, withLocked }: Input<'history.of'>,
): Result<Output<'history.of'>, AppError> {
  const present = presentState(data, kind, id)
  if (present === null) return err(appError('records/not-found'))
  const entries: HistoryEntryView[] = []
  let version = 0
  let next: number | null = null
  for (const step of historySteps(data, kind, id)) {
    version = Math.max(version, step.version)
    if (before !== null && step.version >= before) continue
    if (entries.length === PORTION) {
      next = entries.at(-1)?.version ?? null
      break
    }
    // What does not fit the record cannot be told, nor anything before it.
    if (step.before === null) break
    entries.push(entryView(kind, { ...step, before: step.before }, withLocked))
  }
  return ok({ createdAt: present.record.createdAt, version, entries, next })
}

function entryView(
  kind: HistoryKind,
  step: HistoryStep & { readonly before: RecordState },
  withLocked: boolean,
): HistoryEntryView {
  const { entry, version, before, after } = step
  const changes = fieldChanges(kind, before, after)
  const isShown = ({ field }: FieldChange) =>
    withLocked || SHOWN[kind]?.includes(field.split('.')[0] ?? '') !== false
  const locked = new Set(changes.filter((change) => !isShown(change)).map(({ field }) => field))
  return {
    version,
    at: entry.at,
    what: entry.what,
    to: entry.to ?? null,
    reason: entry.reason ?? reasonOfAssessment(changes),
    changes: [
      ...changes.filter(isShown).map(changeView),
      ...[...locked].map((field): FieldChangeView => ({ form: 'locked', field })),
    ],
  }
}

function changeView(change: FieldChange): FieldChangeView {
  return fieldChangeSchema.parse(shortened(change))
}

/** Without what is not there, so that it can cross. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT).toWellFormed()}…` : value
  }
  if (Array.isArray(value)) return value.map(shortened)
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (held === undefined ? [] : [[key, shortened(held)]])),
  )
}

/** An assessment brings its reason along; it is not kept twice. */
function reasonOfAssessment(changes: readonly FieldChange[]): string | null {
  const list = changes.find((change) => change.form === 'list' && change.field === 'assessments')
  const added = list?.form === 'list' ? list.added.at(-1) : undefined
  const reason = isPlain(added) ? added.reason : undefined
  return typeof reason === 'string' ? reason : null
}
