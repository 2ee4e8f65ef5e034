/** Asks for a passphrase of the open log, and for a new one where the task sets one. */
import { useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { Result } from '../../../core/result.ts'
import { answerOf } from '../../errorText.ts'
import { TaskFailure, TaskProgress } from '../../TaskProgress.tsx'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useAfter } from '../../useAfter.ts'
import { type Progress, useProgress } from '../../useProgress.ts'
import { PassphraseField } from '../unlock/PassphraseField.tsx'
import { LEAST_PASSPHRASE_LENGTH, passphraseStrength } from '../unlock/passphraseStrength.ts'
import { StrengthMeter } from '../unlock/StrengthMeter.tsx'
import { useCountdown } from '../unlock/useCountdown.ts'

export interface TypedPassphrases {
  readonly current: string
  readonly next: string
}

export interface PassphraseDialogProps<T> {
  readonly title: string
  /** What it does and what it does not do, a paragraph each. */
  readonly notes: readonly string[]
  readonly action: string
  readonly isDanger?: boolean
  readonly asksForNext?: boolean
  /** A task that tells how far it is and can be stopped. */
  readonly task?: { readonly name: Progress['task']; readonly label: string }
  readonly ask: (given: TypedPassphrases) => Promise<Result<T, AppError>>
  readonly onDone: (value: T) => void
  readonly onClose: () => void
}

type Field = 'current' | 'next' | 'again'
const FORM_ID = 'passphrase-form'

export function PassphraseDialog<T>(props: PassphraseDialogProps<T>) {
  const { title, notes, action, isDanger = false, asksForNext = false, task, ask, onDone, onClose } = props
  const t = useText()
  const [typed, setTyped] = useState({ current: '', next: '', again: '' })
  const [mistake, setMistake] = useState<{ readonly field: Field; readonly text: string } | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [isWorking, setWorking] = useState(false)
  const isSlow = useAfter(isWorking)
  const progress = useProgress(task?.name ?? 'rekey', isWorking && task !== undefined)
  const [secondsLeft, startCountdown] = useCountdown()
  const form = useRef<HTMLFormElement>(null)

  const findMistake = (): typeof mistake => {
    if (typed.current === '') return { field: 'current', text: t('unlock.passphrase.missing') }
    if (!asksForNext) return null
    if (typed.next === '') return { field: 'next', text: t('unlock.passphrase.missing') }
    if (passphraseStrength(typed.next).level === 'tooShort')
      return { field: 'next', text: t('unlock.passphrase.short', { least: LEAST_PASSPHRASE_LENGTH }) }
    if (typed.next !== typed.again) return { field: 'again', text: t('unlock.passphrase.mismatch') }
    return null
  }
  const submit = async () => {
    if (isWorking || secondsLeft > 0) return
    const found = findMistake()
    setMistake(found)
    setFailure(null)
    if (found) return focusFirstInvalid(form.current)
    setWorking(true)
    const reply = await answerOf(ask({ current: typed.current, next: typed.next }))
    setWorking(false)
    if (reply.ok) {
      setTyped({ current: '', next: '', again: '' })
      return onDone(reply.value)
    }
    const seconds = reply.error.fields?.seconds
    if (typeof seconds === 'number' && seconds > 0) startCountdown(Math.ceil(seconds))
    if (reply.error.code !== 'vault/wrong-passphrase') return setFailure(reply.error)
    setTyped({ ...typed, current: '' })
    setMistake({ field: 'current', text: t('keys.current.wrong') })
    focusFirstInvalid(form.current)
  }
  const field = (name: Field) => ({
    value: typed[name],
    onChange: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
    error: mistake?.field === name ? mistake.text : null,
    isDisabled: isWorking,
  })
  return (
    <Dialog
      title={title}
      isKept={isWorking}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isWorking}>
            {t('shell.dialog.cancel')}
          </Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            type="submit"
            form={FORM_ID}
            isDisabled={isWorking || secondsLeft > 0}
          >
            {action}
          </Button>
        </>
      }
    >
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {failure === null ? null : <TaskFailure failure={failure} />}
      <form
        ref={form}
        id={FORM_ID}
        className="dialog__form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <PassphraseField label={t('keys.current.label')} {...field('current')} autoFocus />
        {asksForNext ? (
          <>
            <PassphraseField
              label={t('keys.next.label')}
              description={t('unlock.passphrase.help')}
              {...field('next')}
            />
            <StrengthMeter passphrase={typed.next} />
            <PassphraseField label={t('keys.again.label')} {...field('again')} />
          </>
        ) : null}
      </form>
      <div role="status" className="unlock__wait">
        {secondsLeft > 0 ? t('unlock.wait.seconds', { seconds: secondsLeft }) : null}
      </div>
      {isSlow && task !== undefined ? (
        <TaskProgress label={progress === null ? t('unlock.working.text') : task.label} progress={progress} />
      ) : isSlow ? (
        <div role="status">
          <ProgressBar label={t('unlock.working.text')} done={0} total={null} />
        </div>
      ) : null}
    </Dialog>
  )
}
