/** A long task of the vault while it runs, with the way to stop it; and why it has ended without an outcome. */
import type { AppError } from '../core/appError.ts'
import { daybook } from './bridge.ts'
import { answerOf, errorText } from './errorText.ts'
import { useText } from './text.ts'
import { Banner } from './ui/Banner.tsx'
import { Button } from './ui/Button.tsx'
import { ProgressBar } from './ui/ProgressBar.tsx'
import type { Progress } from './useProgress.ts'

export interface TaskProgressProps {
  readonly label: string
  /** Null before main has said anything. */
  readonly progress: Progress | null
}

export function TaskProgress({ label, progress }: TaskProgressProps) {
  const t = useText()
  return (
    <div className="task">
      <div role="status">
        <ProgressBar label={label} done={progress?.done ?? 0} total={progress?.total ?? null} />
      </div>
      <Button size="small" onPress={() => void answerOf(daybook().vaultCancelTask({}))}>
        {t('shell.dialog.cancel')}
      </Button>
    </div>
  )
}

/** That somebody stopped it is no error. */
export function TaskFailure({ failure }: { readonly failure: AppError }) {
  const t = useText()
  const isStopped = failure.code === 'vault/cancelled'
  return (
    <Banner kind={isStopped ? 'info' : 'error'}>
      {isStopped ? t('opening.task.cancelled') : errorText(t, failure)}
    </Banner>
  )
}
