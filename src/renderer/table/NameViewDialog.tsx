/** Asks what a view is to be called. */
import { type FormEvent, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import type { Result } from '../../core/result.ts'
import { errorText } from '../errorText.ts'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

export interface NameViewDialogProps {
  readonly title: string
  readonly first: string
  readonly onName: (name: string) => Promise<Result<unknown, AppError>>
  readonly onClose: () => void
}

export function NameViewDialog({ title, first, onName, onClose }: NameViewDialogProps) {
  const t = useText()
  const [name, setName] = useState(first)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setError(t('table.views.nameMissing'))
    const named = await onName(name.trim())
    if (named.ok) onClose()
    else setError(errorText(t, named.error))
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" type="submit" form="view-name">
            {t('table.views.save')}
          </Button>
        </>
      }
    >
      <form id="view-name" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('table.views.name')}
          description={t('table.views.nameHint')}
          value={name}
          error={error}
          maxLength={120}
          autoFocus
          onChange={(next) => {
            setName(next)
            setError(null)
          }}
        />
      </form>
    </Dialog>
  )
}
