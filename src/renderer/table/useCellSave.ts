/** Saves one field of one record: one step that undo takes back, and only over what was seen in it. */
import { useRef, useState } from 'react'
import { isSameJson } from '../../core/history/valueDelta.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { errorText } from '../errorText.ts'
import { answerOfSave } from '../saveTrouble.ts'
import { useText } from '../text.ts'
import { announce } from '../ui/LiveRegion.tsx'

type Json = Input<'records.save'>['fields'][string]

export interface CellSave {
  /** Why it was not saved; null when nothing was refused. */
  readonly error: string | null
  /** What is typed meanwhile would be lost. */
  readonly isSaving: boolean
  /** Resolves to true when the field holds the value. While one save is under way another does nothing. */
  readonly save: (value: Json) => Promise<boolean>
}

/** @param seen what the field held when its editing began; null for nothing. */
export function useCellSave(kind: EditableKind, id: string, field: string, seen: Json): CellSave {
  const t = useText()
  const [error, setError] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const isUnderWay = useRef(false)
  const save = async (value: Json): Promise<boolean> => {
    if (isSameJson(value, seen)) return true
    if (isUnderWay.current) return false
    isUnderWay.current = true
    setSaving(true)
    const request = { kind, id, fields: { [field]: value }, seen: { [field]: seen } }
    const reply = await answerOfSave(daybook().recordsSave(request), {
      owner: 'cell',
      what: t('table.edit.what'),
      retry: null,
    })
    isUnderWay.current = false
    setSaving(false)
    if (reply.ok) announce(t('table.edit.saved'))
    setError(reply.ok ? null : errorText(t, reply.error))
    return reply.ok
  }
  return { error, isSaving, save }
}
