/** Settings, "Keys and backup": what opens the log, how to change that, and copies of the file. */
import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { VaultInfoView } from '../../../shared/ipc/vault.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useIsReadOnly } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { BackupPart } from './BackupPart.tsx'
import { FileFacts } from './FileFacts.tsx'
import { KeyDialogs, type KeyTask } from './KeyDialogs.tsx'
import { SlotList } from './SlotList.tsx'
import './keys.css'

export function KeysSection() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const [info, setInfo] = useState<VaultInfoView | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [task, setTask] = useState<KeyTask | null>(null)
  const load = useCallback(async () => {
    const reply = await answerOf(daybook().vaultInfo({}))
    if (reply.ok) setInfo(reply.value)
    setFailure(reply.ok ? null : reply.error)
  }, [])
  useEffect(() => void load(), [load])

  const hasRecovery = info?.slots.some(({ kind }) => kind === 'recovery') ?? false
  return (
    <section className="settings__section keys-part" aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t('keys.title')}</h2>
      <p className="settings__lead">{t('keys.lead')}</p>
      {failure === null ? null : <Banner kind="error">{errorText(t, failure)}</Banner>}
      {info === null ? null : (
        <>
          <h3>{t('keys.slots.title')}</h3>
          <SlotList
            slots={info.slots}
            isReadOnly={isReadOnly}
            onRemove={(id) => setTask({ kind: 'remove', id })}
          />
          <div className="toolbar">
            <Button isDisabled={isReadOnly} onPress={() => setTask({ kind: 'change' })}>
              {t('keys.change.open')}
            </Button>
            <Button isDisabled={isReadOnly} onPress={() => setTask({ kind: 'add' })}>
              {t('keys.add.open')}
            </Button>
            <Button
              isDisabled={isReadOnly}
              onPress={() => setTask({ kind: 'recovery', replaces: hasRecovery })}
            >
              {t(hasRecovery ? 'keys.recovery.replace' : 'keys.recovery.open')}
            </Button>
            {hasRecovery ? (
              <Button isDisabled={isReadOnly} onPress={() => setTask({ kind: 'reset' })}>
                {t('keys.reset.open')}
              </Button>
            ) : null}
          </div>
          <p className="settings__lead">{t('keys.change.limits')}</p>
          <h3>{t('keys.rekey.title')}</h3>
          <p>{t('keys.rekey.lead')}</p>
          <div className="toolbar">
            <Button isDisabled={isReadOnly} onPress={() => setTask({ kind: 'rekey' })}>
              {t('keys.rekey.open')}
            </Button>
          </div>
          <BackupPart />
          <FileFacts info={info} />
        </>
      )}
      {task === null ? null : (
        <KeyDialogs
          task={task}
          onDone={(next) => (next === null ? void load() : setInfo(next))}
          onClose={() => setTask(null)}
        />
      )}
    </section>
  )
}
