/**
 * The course of one brief: choose, review, release. Main holds the redacted copy under a token; going back, leaving
 * or cancelling drops it, and nothing has been written.
 */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { BriefPreview, SettledBrief, TextDecisions } from '../../../shared/ipc/brief.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import type { BriefRequest } from './briefRequest.ts'

export type Written = NonNullable<Output<'brief.write'>>
export type WriteChoice = Omit<Input<'brief.write'>, 'token'>
export type BriefStage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'review'; readonly preview: BriefPreview }
  | { readonly kind: 'release'; readonly preview: BriefPreview; readonly settled: SettledBrief }
  | { readonly kind: 'done'; readonly written: Written }

export interface BriefCourse {
  readonly stage: BriefStage
  readonly working: 'preview' | 'write' | null
  readonly error: AppError | null
  /** Why nothing was written although nothing failed. */
  readonly note: 'cancelled' | 'not-written' | null
  /** Makes the review, anew where there is one. */
  readonly preview: (request: BriefRequest) => Promise<void>
  /** The brief as it would leave, when every text was decided. */
  readonly settle: (decisions: TextDecisions) => Promise<void>
  readonly toReview: () => void
  readonly toChoice: () => void
  readonly write: (choice: WriteChoice) => Promise<boolean>
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
  const begin = (what: NonNullable<BriefCourse['working']>) => {
    setError(null)
    setNote(null)
    setWorking(what)
  }
  return {
    stage,
    working,
    error,
    note,
    preview: async (request) => {
      // Of two reviews asked for in a row the later one counts.
      course.current += 1
      const started = course.current
      begin('preview')
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
    settle: async (decisions) => {
      if (stage.kind !== 'review') return
      const started = course.current
      begin('preview')
      const { preview } = stage
      const reply = await answerOf(daybook().briefSettle({ token: preview.token, ...decisions }))
      if (started !== course.current) return
      setWorking(null)
      if (reply.ok) enter({ kind: 'release', preview, settled: reply.value })
      else setError(reply.error)
    },
    toReview: () => {
      if (stage.kind === 'release') enter({ kind: 'review', preview: stage.preview })
    },
    toChoice: () => {
      drop()
      setWorking(null)
      enter(CHOOSE)
    },
    write: async (choice) => {
      if (stage.kind !== 'release') return false
      const started = course.current
      begin('write')
      const reply = await answerOf(daybook().briefWrite({ token: stage.preview.token, ...choice }))
      if (started !== course.current) return false
      setWorking(null)
      if (!reply.ok) setError(reply.error)
      else if (reply.value === null) setNote('not-written')
      else enter({ kind: 'done', written: reply.value })
      return reply.ok && reply.value !== null
    },
    cancel: () => {
      drop()
      setWorking(null)
      enter(CHOOSE)
      setNote('cancelled')
    },
  }
}
