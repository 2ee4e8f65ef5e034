/** Settings, "Signing and sealing": the log's own keys, and the public keys of others. */
import { useState } from 'react'
import { daybook } from '../../bridge.ts'
import { answerOfSave, tellRefusal } from '../../saveTrouble.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { KeyFormDialog } from './KeyFormDialog.tsx'
import { KeyList } from './KeyList.tsx'
import { isOwnKey, keyRows } from './keyRows.ts'
import type { KeyTask } from './keyTask.ts'
import { PublicKeyDialog } from './PublicKeyDialog.tsx'
import './keyring.css'

export function KeyringSection() {
  const { t, locale } = useLanguage()
  const isReadOnly = useIsReadOnly()
  const [task, setTask] = useState<KeyTask | null>(null)
  const { compare } = new Intl.Collator(locale)
  const own = keyRows(useRecords('keys'), compare)
  const theirs = keyRows(useRecords('recipientKeys'), compare)
  return (
    <section className="settings__section" aria-labelledby="settings-keyring">
      <h2 id="settings-keyring">{t('keyring.title')}</h2>
      <p className="settings__lead">{t('keyring.lead')}</p>
      <p>{t('keyring.hand')}</p>
      <h3>{t('keyring.own.title')}</h3>
      {own.length === 0 ? (
        <p>{t('keyring.own.none')}</p>
      ) : (
        <KeyList label={t('keyring.own.title')} keys={own} onTask={setTask} />
      )}
      <div className="toolbar">
        {(['sign', 'open'] as const).map((use) => (
          <Button key={use} isDisabled={isReadOnly} onPress={() => setTask({ kind: 'make', use })}>
            {t(`keyring.new.${use}`)}
          </Button>
        ))}
      </div>
      <h3>{t('keyring.theirs.title')}</h3>
      {theirs.length === 0 ? (
        <p>{t('keyring.theirs.none')}</p>
      ) : (
        <KeyList label={t('keyring.theirs.title')} keys={theirs} onTask={setTask} />
      )}
      <div className="toolbar">
        <Button isDisabled={isReadOnly} onPress={() => setTask({ kind: 'add' })}>
          {t('keyring.new.theirs')}
        </Button>
      </div>
      {task === null ? null : <KeyTaskDialog task={task} onTask={setTask} />}
    </section>
  )
}

interface KeyTaskDialogProps {
  readonly task: KeyTask
  readonly onTask: (task: KeyTask | null) => void
}

function KeyTaskDialog({ task, onTask }: KeyTaskDialogProps) {
  const keys = useRecords('keys')
  const theirs = useRecords('recipientKeys')
  if (task.kind === 'show') {
    const shown = keys[task.id] ?? theirs[task.id]
    return shown === undefined ? null : <PublicKeyDialog shown={shown} onClose={() => onTask(null)} />
  }
  if (task.kind === 'rotate' || task.kind === 'retire') return <ChangeDialog task={task} onTask={onTask} />
  // A new key is there to be handed on, or to be compared.
  const close = (id: string | null) => onTask(id === null ? null : { kind: 'show', id })
  return <KeyFormDialog use={task.kind === 'make' ? task.use : null} onClose={close} />
}

interface ChangeDialogProps extends KeyTaskDialogProps {
  readonly task: Extract<KeyTask, { readonly kind: 'rotate' | 'retire' }>
}

/** What rotating or retiring a key means, before it is done. */
function ChangeDialog({ task, onTask }: ChangeDialogProps) {
  const { t } = useLanguage()
  const { kind, of } = task
  const { id, name, use } = of
  const confirm = async () => {
    const asked =
      kind === 'rotate'
        ? daybook().keysRotate({ id })
        : isOwnKey(of)
          ? daybook().keysRetire({ id })
          : daybook().recipientKeysRetire({ id })
    onTask(null)
    const reply = await answerOfSave<unknown>(asked, {
      owner: 'keyring',
      what: t('keyring.what.key'),
      retry: null,
    })
    if (!reply.ok) tellRefusal(t, reply.error)
  }
  const body =
    use === 'sign' || use === 'open'
      ? t(`keyring.${kind}.${use === 'sign' ? 'sign' : 'openUse'}`)
      : t('keyring.retire.theirs')
  return (
    <ConfirmDialog
      title={t(`keyring.${kind}.title`, { name })}
      confirmLabel={t(`keyring.${kind}.action`)}
      onConfirm={() => void confirm()}
      onClose={() => onTask(null)}
    >
      {body}
    </ConfirmDialog>
  )
}
