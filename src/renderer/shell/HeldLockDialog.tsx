/** Asks before a lock that would lose what is half-typed, since the disk does not take it. */
import { useText } from '../text.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { lockAnyway, stayUnlocked } from './logCommands.ts'

export function HeldLockDialog() {
  const t = useText()
  return (
    <ConfirmDialog
      title={t('drafts.lock.title')}
      confirmLabel={t('drafts.lock.anyway')}
      cancelLabel={t('shell.leave.stay')}
      isDanger
      onConfirm={() => void lockAnyway(t)}
      onClose={stayUnlocked}
    >
      {t('drafts.lock.body')}
    </ConfirmDialog>
  )
}
