/** The dialogs that change what opens the log. Each says first what it does and what it does not do. */
import { useState } from 'react'
import type { VaultInfoView } from '../../../shared/ipc/vault.ts'
import { daybook } from '../../bridge.ts'
import { useText } from '../../text.ts'
import { showToast } from '../../ui/Toast.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { RecoverySheetDialog } from './RecoverySheetDialog.tsx'
import { ResetPassphraseDialog } from './ResetPassphraseDialog.tsx'

export type KeyTask =
  | { readonly kind: 'change' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'add' }
  | { readonly kind: 'recovery'; readonly replaces: boolean }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'rekey' }

export interface KeyDialogsProps {
  readonly task: KeyTask
  /** What the file is now; null when it must be asked for. */
  readonly onDone: (info: VaultInfoView | null) => void
  readonly onClose: () => void
}

export function KeyDialogs({ task, onDone, onClose }: KeyDialogsProps) {
  const t = useText()
  // Shown once; gone with the dialog.
  const [words, setWords] = useState<string | null>(null)
  const done = (info: VaultInfoView, text: string) => {
    onDone(info)
    onClose()
    showToast({ text })
  }
  if (words !== null) return <RecoverySheetDialog words={words} onClose={onClose} />
  switch (task.kind) {
    case 'change':
      return (
        <PassphraseDialog
          title={t('keys.change.title')}
          notes={[t('keys.change.note'), t('keys.change.limits')]}
          action={t('keys.change.action')}
          asksForNext
          ask={(given) => daybook().vaultChangePassphrase(given)}
          onDone={(info) => done(info, t('keys.change.done'))}
          onClose={onClose}
        />
      )
    case 'reset':
      return <ResetPassphraseDialog onDone={(info) => done(info, t('keys.reset.done'))} onClose={onClose} />
    case 'add':
      return (
        <PassphraseDialog
          title={t('keys.add.title')}
          notes={[t('keys.add.note')]}
          action={t('keys.add.action')}
          asksForNext
          ask={(given) => daybook().vaultAddPassphrase(given)}
          onDone={(info) => done(info, t('keys.add.done'))}
          onClose={onClose}
        />
      )
    case 'recovery':
      return (
        <PassphraseDialog
          title={t('keys.recovery.title')}
          notes={[t('keys.recovery.note'), ...(task.replaces ? [t('keys.recovery.replaces')] : [])]}
          action={t('keys.recovery.action')}
          ask={({ current }) => daybook().vaultAddRecoveryKey({ current })}
          onDone={(made) => {
            setWords(made.words)
            onDone(null)
          }}
          onClose={onClose}
        />
      )
    case 'remove':
      return (
        <PassphraseDialog
          title={t('keys.remove.title')}
          notes={[t('keys.remove.note'), t('keys.change.limits')]}
          action={t('keys.remove.action')}
          isDanger
          ask={({ current }) => daybook().vaultRemoveSlot({ current, id: task.id })}
          onDone={(info) => done(info, t('keys.remove.done'))}
          onClose={onClose}
        />
      )
    case 'rekey':
      return (
        <PassphraseDialog
          title={t('keys.rekey.title')}
          notes={[t('keys.rekey.lead'), t('keys.rekey.note')]}
          action={t('keys.rekey.action')}
          task={{ name: 'rekey', label: t('opening.rekey.working') }}
          ask={({ current }) => daybook().vaultRekey({ passphrase: current })}
          onDone={(info) => done(info, t('keys.rekey.done'))}
          onClose={onClose}
        />
      )
  }
}
