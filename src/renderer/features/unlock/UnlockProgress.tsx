/** Shown while the key is worked out, which takes a second or two on purpose, and while a large log is read. */
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useAfter } from '../../useAfter.ts'
import { useProgress } from '../../useProgress.ts'

export interface UnlockProgressProps {
  /** Absent where the work cannot be stopped. */
  readonly onCancel?: () => void
}

export function UnlockProgress({ onCancel }: UnlockProgressProps) {
  const t = useText()
  const progress = useProgress('unlock', true)
  const isSlow = useAfter(true)
  if (!isSlow) return null
  const isReading = progress?.step === 'reading'
  return (
    <div className="unlock__progress">
      <div role="status">
        <ProgressBar
          label={t(isReading ? 'unlock.working.reading' : 'unlock.working.text')}
          done={progress?.done ?? 0}
          total={isReading ? progress.total : null}
        />
      </div>
      {onCancel === undefined ? null : (
        <Button size="small" onPress={onCancel}>
          {t('shell.dialog.cancel')}
        </Button>
      )}
    </div>
  )
}
