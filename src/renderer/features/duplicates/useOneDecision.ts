/** One decision at a time, and none by the second press of a double click that was meant for the pair before. */
import { useRef, useState } from 'react'
import { useAfter } from '../../useAfter.ts'

/** Longer than two presses of a double click are apart. */
const SETTLE_MS = 500

export interface OneDecision {
  /** False while a decision is saved, and just after the pair has appeared. */
  readonly isReady: boolean
  readonly decide: (save: () => Promise<void>) => Promise<void>
}

export function useOneDecision(): OneDecision {
  const isSettled = useAfter(true, SETTLE_MS)
  const [isSaving, setSaving] = useState(false)
  /** Known before the next drawing. */
  const isBusy = useRef(false)
  return {
    isReady: isSettled && !isSaving,
    decide: async (save) => {
      if (isBusy.current) return
      isBusy.current = true
      setSaving(true)
      try {
        await save()
      } finally {
        isBusy.current = false
        setSaving(false)
      }
    },
  }
}
