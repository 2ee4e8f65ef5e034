/** One change of many records: what it would do, and doing it as one step that undo takes back. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { type AppError, appError } from '../../core/appError.ts'
import { type BulkEdit, type BulkEditPlan, joinBulkPlans, planBulkEdit } from '../../core/bulkEdit.ts'
import { knowsCode } from '../../core/codeCheck.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { bulkPlanSchema } from '../../shared/ipc/bulk.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { SHIPPED_VOCABULARIES } from '../../shared/shippedVocabularies.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'

/** Records that a preview names; the rest is counted. */
const MOST_NAMED = 200
/** Records judged without a pause. */
const PLANNED_AT_ONCE = 200

interface BulkRequest {
  readonly kind: EditableKind
  readonly ids: readonly string[]
  readonly edit: BulkEdit
}

/** @param pause awaited between portions of the records. */
export function createBulkDesk(
  context: DeskContext,
  pause: () => Promise<unknown> = nextTurn,
): HandlersOf<'records.planEdit' | 'records.editMany'> {
  let asked = 0

  /**
   * Plans in portions, between which others get their turn. Errors besides those of the edit: `records/plan-outdated`
   * once the log is another than at that revision, `records/plan-replaced` when it is not wanted any more.
   */
  const planInPortions = async (
    log: OpenLog,
    { kind, ids, edit }: BulkRequest,
    revision: number,
    isWanted: () => boolean,
  ): Promise<Result<BulkEditPlan, AppError>> => {
    const each = [...new Set(ids)]
    const now = context.now()
    const knows = knowsCode(SHIPPED_VOCABULARIES, log.data.terms)
    const parts: BulkEditPlan[] = []
    for (let at = 0; at < each.length; at += PLANNED_AT_ONCE) {
      if (at > 0) await pause()
      if (!log.isOpen) return err(appError('log/not-open'))
      if (!isWanted()) return err(appError('records/plan-replaced'))
      if (log.revision !== revision) return err(appError('records/plan-outdated'))
      const part = planBulkEdit(log.data, kind, each.slice(at, at + PLANNED_AT_ONCE), edit, now, knows)
      if (!part.ok) return part
      parts.push(part.value)
    }
    return ok(joinBulkPlans(parts))
  }

  return {
    'records.planEdit': async (request) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      asked += 1
      const question = asked
      for (;;) {
        const { revision } = log
        const planned = await planInPortions(log, request, revision, () => question === asked)
        if (planned.ok) return ok(bulkView(planned.value, revision))
        if (planned.error.code !== 'records/plan-outdated') return planned
      }
    },
    'records.editMany': async ({ revision, ...request }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const planned = await planInPortions(log, request, revision, () => true)
      if (!planned.ok) return planned
      const { change, edited } = planned.value
      // Another save may have had its turn before this one.
      const saved = await log.commit(() =>
        log.revision === revision ? ok(change) : err(appError('records/plan-outdated')),
      )
      return saved.ok ? ok({ step: saved.value, edited: edited.length }) : saved
    },
  }
}

/** A plan as the window is told it. @param revision of the log that it was made of. */
export function bulkView(
  { edited, unchanged, refused }: BulkEditPlan,
  revision: number,
): z.infer<typeof bulkPlanSchema> {
  const besides = new Map<string, number>()
  for (const record of edited)
    for (const field of record.besides) besides.set(field, (besides.get(field) ?? 0) + 1)
  return {
    revision,
    count: edited.length,
    edited: edited.slice(0, MOST_NAMED).map(({ id, before, after }) => ({
      id,
      before: told(before),
      after: told(after),
    })),
    besides: [...besides].map(([field, count]) => ({ field, count })),
    unchanged,
    refusedCount: refused.length,
    refused: refused.slice(0, MOST_NAMED).map(({ id, error }) => ({ id, error })),
  }
}

/** Values of the fields that can be changed so: a code, a number, a list of codes. */
function told(value: unknown): string | number | string[] | null {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
