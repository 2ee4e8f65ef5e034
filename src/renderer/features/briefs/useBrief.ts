/**
 * The course of one brief: choose, review, release. Main holds the redacted copy under a token; going back, leaving
 * or cancelling drops it, and nothing has been written.
 */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { BriefPreview, Input, Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'

export type BriefRequest = Input<'brief.preview'>
export type Written = NonNullable<Output<'brief.write'>>
export type BriefStage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'review'; readonly preview: BriefPreview }
  | { readonly kind: 'release'; readonly preview: BriefPreview }
  | { readonly kind: 'done'; readonly written: Written }

export interface BriefCourse {
  readonly stage: BriefStage
  readonly working: 'preview' | 'write' | null
  readonly error: AppError | null
  /** Why nothing was written although nothing failed. */
  readonly note: 'cancelled' | 'not-written' | null
  readonly preview: (request: BriefRequest) => Promise<void>
  readonly toRelease: () => void
  readonly toReview: () => void
  readonly toChoice: () => void
  readonly write: (forms: { readonly pdf: boolean; readonly json: boolean }) => Promise<void>
  /** Stops the work under way; the step stays as it was. */
  readonly cancel: () => void
}

const CHOOSE: BriefStage = { kind: 'choose' }

function tokenOf(stage: BriefStage): string | null {
  return stage.kind === 'review' || stage.kind === 'release' ? stage.preview.token : null
}

export function useBrief(): BriefCourse {
  const [stage, setStage] = useState<BriefStage>(CHOOSE)
  const [working, setWorking] = useState<BriefCourse['working']>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [note, setNote] = useState<BriefCourse['note']>(null)
  const token = useRef<string | null>(null)
  const course = useRef(0)

  const drop = () => {
    course.current += 1
    const dropped = token.current
    token.current = null
    if (dropped !== null) void answerOf(daybook().briefCancel({ token: dropped }))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: on leaving only; it reads refs.
  useEffect(() => drop, [])

  const enter = (next: BriefStage) => {
    token.current = tokenOf(next)
    setStage(next)
    setError(null)
    setNote(null)
  }
  return {
    stage,
    working,
    error,
    note,
    preview: async (request) => {
      const started = course.current
      setError(null)
      setNote(null)
      setWorking('preview')
      const reply = await answerOf(daybook().briefPreview(request))
      if (started !== course.current) {
        // Cancelled meanwhile: what main has made is not wanted any more.
        if (reply.ok) void answerOf(daybook().briefCancel({ token: reply.value.token }))
        return
      }
      setWorking(null)
      if (reply.ok) enter({ kind: 'review', preview: reply.value })
      else setError(reply.error)
    },
    toRelease: () => {
      if (stage.kind === 'review') enter({ kind: 'release', preview: stage.preview })
    },
    toReview: () => {
      if (stage.kind === 'release') enter({ kind: 'review', preview: stage.preview })
    },
    toChoice: () => {
      drop()
      setWorking(null)
      enter(CHOOSE)
    },
    write: async (forms) => {
      if (stage.kind !== 'release') return
      const started = course.current
      setError(null)
      setNote(null)
      setWorking('write')
      const reply = await answerOf(daybook().briefWrite({ token: stage.preview.token, ...forms }))
      if (started !== course.current) return
      setWorking(null)
      if (!reply.ok) setError(reply.error)
      else if (reply.value === null) setNote('not-written')
      else enter({ kind: 'done', written: reply.value })
    },
    cancel: () => {
      drop()
      setWorking(null)
      enter(CHOOSE)
      setNote('cancelled')
    },
  }
}
