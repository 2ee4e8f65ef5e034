/** Asks before changes that are not saved are lost. */
import { leaveAnyway, stay } from '../navigation.ts'
import { useText } from '../text.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'

export function LeaveDialog() {
  const t = useText()
  return (
    <ConfirmDialog
      title={t('shell.leave.title')}
      confirmLabel={t('shell.leave.discard')}
      cancelLabel={t('shell.leave.stay')}
      isDanger
      onConfirm={leaveAnyway}
      onClose={stay}
    >
      {t('shell.leave.body')}
    </ConfirmDialog>
  )
}
