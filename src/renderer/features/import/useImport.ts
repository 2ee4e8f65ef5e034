/**
 * The course of one import: choose, preview, options, apply. Main holds the file and the plan under a token; leaving
 * the screen or cancelling drops them, and the log is as before.
 */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { Result } from '../../../core/result.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { ImportPreview } from '../../../shared/ipc/imports.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { answerOfSave, clearTrouble, currentSaveTrouble } from '../../saveTrouble.ts'
import { useText } from '../../text.ts'

type Choice = Output<'import.choose'>
export type MappingNeeded = Extract<Choice, { kind: 'mapping-needed' }>
export type ImportOptions = Omit<Input<'import.setOptions'>, 'token'>

export type ImportStage =
  | { readonly kind: 'start'; readonly note: 'none' | 'cancelled' | null }
  | { readonly kind: 'mapping'; readonly needed: MappingNeeded }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly result: Output<'import.apply'> }

export interface ImportCourse {
  readonly stage: ImportStage
  readonly isWorking: boolean
  readonly error: AppError | null
  readonly choose: () => Promise<void>
  readonly chooseMapping: () => Promise<void>
  readonly setOptions: (options: ImportOptions) => Promise<void>
  readonly apply: () => Promise<void>
  readonly cancel: () => Promise<void>
}

const START: ImportStage = { kind: 'start', note: null }

function tokenOf(stage: ImportStage): string | null {
  if (stage.kind === 'mapping') return stage.needed.token
  return stage.kind === 'preview' ? stage.preview.token : null
}

/** Of what could not be saved. */
const OWNER = 'import'

export function useImport(): ImportCourse {
  const t = useText()
  const [stage, setStage] = useState<ImportStage>(START)
  const [isWorking, setWorking] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const token = useRef<string | null>(null)
  // Answers of a course that was cancelled or left are not for this screen any more.
  const course = useRef(0)

  useEffect(
    () => () => {
      course.current += 1
      clearTrouble(OWNER)
      if (token.current !== null) void answerOf(daybook().importCancel({ token: token.current }))
      token.current = null
    },
    [],
  )

  const enter = (next: ImportStage) => {
    token.current = tokenOf(next)
    setStage(next)
  }
  const run = async <T>(ask: () => Promise<Result<T, AppError>>, then: (value: T) => ImportStage) => {
    const started = course.current
    setError(null)
    setWorking(true)
    const reply = await answerOf(ask())
    if (started !== course.current) return
    setWorking(false)
    if (reply.ok) enter(then(reply.value))
    else if (currentSaveTrouble()?.error !== reply.error) setError(reply.error)
  }
  const stageOf = (choice: Choice): ImportStage => {
    if (choice.kind === 'preview') return { kind: 'preview', preview: choice.preview }
    if (choice.kind === 'mapping-needed') return { kind: 'mapping', needed: choice }
    // The dialog was closed: what was there before stays.
    return stage.kind === 'mapping' ? stage : { kind: 'start', note: 'none' }
  }
  /** The file and its plan stay with main until it is saved, so that it can be tried again. */
  const apply = async (): Promise<void> => {
    if (stage.kind !== 'preview') return
    const trouble = { owner: OWNER, what: t('opening.what.import'), retry: () => void apply() }
    await run(
      () => answerOfSave(daybook().importApply({ token: stage.preview.token }), trouble),
      (result) => ({ kind: 'done', result }),
    )
  }
  return {
    stage,
    isWorking,
    error,
    choose: () => run(() => daybook().importChoose({}), stageOf),
    chooseMapping: async () => {
      if (stage.kind !== 'mapping') return
      await run(() => daybook().importChooseMapping({ token: stage.needed.token }), stageOf)
    },
    setOptions: async (options) => {
      if (stage.kind !== 'preview') return
      const input = { ...options, token: stage.preview.token }
      await run(
        () => daybook().importSetOptions(input),
        (preview) => ({ kind: 'preview', preview }),
      )
    },
    apply,
    cancel: async () => {
      const dropped = token.current
      course.current += 1
      clearTrouble(OWNER)
      setWorking(false)
      setError(null)
      enter({ kind: 'start', note: dropped === null ? null : 'cancelled' })
      if (dropped === null) return
      const reply = await answerOf(daybook().importCancel({ token: dropped }))
      if (!reply.ok) setError(reply.error)
    },
  }
}
