/** One change of many records: what it would do, and doing it as one step that undo takes back. */
import type { z } from 'zod'
import { appError } from '../../core/appError.ts'
import { type BulkEdit, type BulkEditPlan, planBulkEdit } from '../../core/bulkEdit.ts'
import { knowsCode } from '../../core/codeCheck.ts'
import type { Log } from '../../core/log.ts'
import { err, ok } from '../../core/result.ts'
import type { bulkPlanSchema } from '../../shared/ipc/bulk.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { SHIPPED_VOCABULARIES } from '../../shared/shippedVocabularies.ts'
import type { DeskContext, HandlersOf } from './context.ts'

/** Records that a preview names; the rest is counted. */
const MOST_NAMED = 200

export function createBulkDesk(context: DeskContext): HandlersOf<'records.planEdit' | 'records.editMany'> {
  return {
    'records.planEdit': async ({ kind, ids, edit }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      return ok(bulkView(bulkPlan(log.data, { kind, ids, edit }, context.now())))
    },
    'records.editMany': async (request) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const now = context.now()
      let count = 0
      const saved = await log.commit((before) => {
        const { change, edited } = bulkPlan(before, request, now)
        count = edited.length
        return ok(change)
      })
      return saved.ok ? ok({ step: saved.value, edited: count }) : saved
    },
  }
}

export interface BulkRequest {
  readonly kind: EditableKind
  readonly ids: readonly string[]
  readonly edit: BulkEdit
}

/** What a request would do to the log, by the vocabularies it knows. */
export function bulkPlan(log: Log, { kind, ids, edit }: BulkRequest, now: string): BulkEditPlan {
  return planBulkEdit(log, kind, ids, edit, now, knowsCode(SHIPPED_VOCABULARIES, log.terms))
}

/** A plan as the window is told it. */
export function bulkView({ edited, unchanged, refused }: BulkEditPlan): z.infer<typeof bulkPlanSchema> {
  return {
    count: edited.length,
    edited: edited.slice(0, MOST_NAMED).map(({ id, before, after }) => ({
      id,
      before: told(before),
      after: told(after),
    })),
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
