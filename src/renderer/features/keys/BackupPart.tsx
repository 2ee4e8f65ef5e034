/** A copy of the file at a place of the user's choice, opened once to see that it is whole. */
import { useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { TaskFailure, TaskProgress } from '../../TaskProgress.tsx'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAfter } from '../../useAfter.ts'
import { useProgress } from '../../useProgress.ts'
import { byteWords } from './byteWords.ts'

export function BackupPart() {
  const { t, locale } = useLanguage()
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [report, setReport] = useState<Output<'vault.backup'>>(null)
  const progress = useProgress('backup', isWorking)
  const isSlow = useAfter(isWorking)

  const backUp = async () => {
    setFailure(null)
    setReport(null)
    setWorking(true)
    const reply = await answerOf(daybook().vaultBackup({}))
    setWorking(false)
    if (reply.ok) setReport(reply.value)
    else setFailure(reply.error)
  }
  return (
    <>
      <h3>{t('keys.backup.title')}</h3>
      <p>{t('keys.backup.lead')}</p>
      {failure === null ? null : <TaskFailure failure={failure} />}
      {report === null ? null : (
        <Banner kind="success" title={t('keys.backup.verified')} onClose={() => setReport(null)}>
          {t('keys.backup.report', {
            file: report.file,
            count: report.records,
            size: byteWords(report.sizeBytes, locale),
          })}
        </Banner>
      )}
      {isSlow && progress !== null ? (
        <TaskProgress label={t('keys.backup.working')} progress={progress} />
      ) : null}
      <div className="toolbar">
        <Button icon="import" isDisabled={isWorking} onPress={() => void backUp()}>
          {t('keys.backup.action')}
        </Button>
      </div>
    </>
  )
}
