/** A word that the reader masked becomes another name of a person, so that it is found everywhere from now on. */
import { useState } from 'react'
import { z } from 'zod'
import type { AppError } from '../../../core/appError.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useRecordOption, useRecordSearch } from '../../forms/useRecordSearch.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FoundCombo } from '../../ui/FoundCombo.tsx'
import { announce } from '../../ui/LiveRegion.tsx'

export interface AliasDialogProps {
  readonly word: string
  readonly onClose: () => void
}

const KINDS = ['persons'] as const
const NOBODY: ReadonlySet<string> = new Set()

export function AliasDialog({ word, onClose }: AliasDialogProps) {
  const t = useText()
  const [person, setPerson] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const search = useRecordSearch(KINDS, typed, NOBODY)
  const chosen = useRecordOption(KINDS, person)
  const save = async () => {
    const failure = await addName(person, word)
    if (failure !== null) return setError(failure)
    announce(t('brief.alias.done', { text: word }))
    onClose()
  }
  return (
    <Dialog
      title={t('brief.alias.title', { text: word })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('brief.alias.cancel')}</Button>
          <Button variant="primary" isDisabled={person === ''} onPress={() => void save()}>
            {t('brief.alias.save')}
          </Button>
        </>
      }
    >
      <p>{t('brief.alias.lead')}</p>
      <FoundCombo
        label={t('brief.alias.person')}
        {...search}
        chosen={chosen}
        typed={typed}
        onType={setTyped}
        onChange={(id) => setPerson(id ?? '')}
        error={error === null ? null : errorText(t, error)}
      />
    </Dialog>
  )
}

/** The names a person has are not in the window: they are asked for, and leave it again with the save. */
async function addName(id: string, word: string): Promise<AppError | null> {
  const revealed = await answerOf(daybook().recordsReveal({ kind: 'persons', id }))
  if (!revealed.ok) return revealed.error
  if (revealed.value.kind !== 'persons') return null
  const { otherNames = [] } = revealed.value.fields
  if (otherNames.some(({ text }) => text === word)) return null
  const names = [...otherNames, { text: word, transliterations: [] }]
  // As plain values: what is absent must not cross as undefined.
  const fields = { otherNames: z.json().parse(JSON.parse(JSON.stringify(names))) }
  const saved = await answerOf(daybook().recordsSave({ kind: 'persons', id, fields }))
  return saved.ok ? null : saved.error
}
