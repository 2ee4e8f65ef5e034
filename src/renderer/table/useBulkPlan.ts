/** What a change of many records would do, asked for anew when it becomes another change, and the way to make it. */
import { useEffect, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import type { BulkEdit } from '../../core/bulkEdit.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { answerOf } from '../errorText.ts'
import { answerOfSave, tellRefusal } from '../saveTrouble.ts'
import { undoLast } from '../shell/logCommands.ts'
import { useText } from '../text.ts'
import { showToast } from '../ui/Toast.tsx'

export type BulkPlanView = Output<'records.planEdit'>

export interface BulkPlanning {
  /** Null before it is known. */
  readonly plan: BulkPlanView | null
  readonly error: AppError | null
  readonly isAsking: boolean
  /** Resolves to true when it was saved. */
  readonly save: () => Promise<boolean>
}

interface Answered {
  readonly edit: BulkEdit
  readonly plan: BulkPlanView | null
  readonly error: AppError | null
}

/** Somebody who types a tag asks once, not with each letter. */
const TYPING_MS = 250

export function useBulkPlan(kind: EditableKind, ids: readonly string[], edit: BulkEdit | null): BulkPlanning {
  const t = useText()
  const [answered, setAnswered] = useState<Answered | null>(null)
  useEffect(() => {
    if (edit === null) return
    let isWanted = true
    const ask = async () => {
      const reply = await answerOf(daybook().recordsPlanEdit({ kind, ids: [...ids], edit }))
      if (!isWanted) return
      setAnswered(
        reply.ok ? { edit, plan: reply.value, error: null } : { edit, plan: null, error: reply.error },
      )
    }
    const timer = setTimeout(ask, TYPING_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [kind, ids, edit])
  const current = answered?.edit === edit ? answered : null
  const save = async (): Promise<boolean> => {
    if (edit === null) return false
    const reply = await answerOfSave(daybook().recordsEditMany({ kind, ids: [...ids], edit }), {
      owner: 'bulk',
      what: t('table.bulk.what'),
      retry: null,
    })
    if (!reply.ok) {
      tellRefusal(t, reply.error)
      return false
    }
    const { edited, step } = reply.value
    showToast({
      text: t('table.bulk.saved', { count: edited }),
      actionLabel: t('shell.toast.undo'),
      onAction: () => void undoLast(t, step),
    })
    return true
  }
  return {
    plan: current?.plan ?? null,
    error: current?.error ?? null,
    isAsking: edit !== null && current === null,
    save,
  }
}
