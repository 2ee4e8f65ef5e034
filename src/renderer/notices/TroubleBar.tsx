/** Says that something could not be saved, and offers what may help: another try, another place, opening the log anew. */
import { useState } from 'react'
import { clockWords } from '../dateWords.ts'
import { errorText } from '../errorText.ts'
import { useSaveTrouble } from '../saveTrouble.ts'
import { lockLog, saveElsewhere } from '../shell/logCommands.ts'
import { useLogState } from '../store.ts'
import { TaskProgress } from '../TaskProgress.tsx'
import { useLanguage } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useAfter } from '../useAfter.ts'
import { useProgress } from '../useProgress.ts'

export function TroubleBar() {
  const { t, locale } = useLanguage()
  const { failure, savedAt } = useLogState()
  const trouble = useSaveTrouble()
  const [isWorking, setWorking] = useState(false)
  const progress = useProgress('elsewhere', isWorking)
  const isSlow = useAfter(isWorking)
  const error = failure ?? trouble?.error
  if (error === undefined) return null

  const goElsewhere = async () => {
    setWorking(true)
    await saveElsewhere(t)
    setWorking(false)
  }
  // Where nothing can be saved any more, another try would only fail again.
  const retry = failure === null ? (trouble?.retry ?? null) : null
  // What would write the copy is what has ended: opened again, the log has all that was saved.
  const helpsLocking = error.code === 'vault/thread-ended'
  const what = trouble === null ? null : (trouble.what ?? t('trouble.what.typed'))
  return (
    <Banner
      kind="error"
      title={failure === null ? t('trouble.save.title') : t('trouble.failed.title')}
      actions={
        <>
          {retry === null ? null : (
            <Button size="small" onPress={retry}>
              {t('trouble.retry.action')}
            </Button>
          )}
          {helpsLocking ? (
            <Button size="small" icon="lock" onPress={() => void lockLog(t)}>
              {t('shell.actions.lock')}
            </Button>
          ) : (
            <Button size="small" isDisabled={isWorking} onPress={() => void goElsewhere()}>
              {t('trouble.elsewhere.action')}
            </Button>
          )}
        </>
      }
    >
      <p>{errorText(t, error)}</p>
      {what === null ? null : <p>{t('trouble.unsaved.text', { what })}</p>}
      {failure === null || helpsLocking ? null : (
        <p>
          {savedAt === null
            ? t('trouble.failed.elsewhere')
            : t('trouble.failed.savedUntil', { time: clockWords(savedAt, locale) })}
        </p>
      )}
      {isSlow && progress !== null ? (
        <TaskProgress label={t('opening.elsewhere.working')} progress={progress} />
      ) : null}
    </Banner>
  )
}
