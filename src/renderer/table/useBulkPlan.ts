/** What a change of many records would do, asked for anew when it becomes another change, and the way to make it. */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import type { BulkEdit } from '../../core/bulkEdit.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
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
  readonly isSaving: boolean
  /**
   * Makes the change that the plan tells. Resolves to true when there is nothing left to do; to false when nothing was
   * saved. While one is under way, another does nothing. Once the log has changed, it is planned anew instead.
   */
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
  const [isSaving, setSaving] = useState(false)
  /** Two presses come before one drawing. */
  const saving = useRef(false)
  /** One more each time that the same change has to be planned anew. */
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
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
  }, [kind, ids, edit, round])
  const current = answered?.edit === edit ? answered : null
  const save = async (): Promise<boolean> => {
    const plan = current?.plan ?? null
    if (edit === null || plan === null || saving.current) return false
    saving.current = true
    setSaving(true)
    try {
      return await saveAs({ kind, ids: [...ids], edit, revision: plan.revision })
    } finally {
      saving.current = false
      setSaving(false)
    }
  }
  const saveAs = async (request: Input<'records.editMany'>): Promise<boolean> => {
    const trouble = { owner: 'bulk', what: t('table.bulk.what'), retry: null }
    const reply = await answerOfSave(daybook().recordsEditMany(request), trouble)
    if (!reply.ok) {
      tellRefusal(t, reply.error)
      if (reply.error.code === 'records/plan-outdated') {
        setAnswered(null)
        setRound(round + 1)
      }
      return false
    }
    const { edited, step } = reply.value
    showToast(
      step === null
        ? { text: t('table.bulk.nothingToChange') }
        : {
            text: t('table.bulk.saved', { count: edited }),
            actionLabel: t('shell.toast.undo'),
            onAction: () => void undoLast(t, step),
          },
    )
    return true
  }
  return {
    plan: current?.plan ?? null,
    error: current?.error ?? null,
    isAsking: edit !== null && current === null,
    isSaving,
    save,
  }
}
