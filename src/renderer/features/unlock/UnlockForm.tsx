/** The way into a log that has been chosen: by its passphrase, or by the words of its recovery key. */
import { useState } from 'react'
import { useLogState } from '../../store.ts'
import { useText } from '../../text.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { RecoveryForm } from './RecoveryForm.tsx'
import { RescueForm } from './RescueForm.tsx'

export interface UnlockFormProps {
  readonly onOpenOther: () => void
  readonly onStart: () => void
}

type Way = 'passphrase' | 'recovery' | 'rescue' | 'rescueByWords'

export function UnlockForm({ onOpenOther, onStart }: UnlockFormProps) {
  const t = useText()
  const { name, demo, heldDrafts } = useLogState()
  const [way, setWay] = useState<Way>('passphrase')
  const back = () => setWay('passphrase')
  return (
    <>
      <h2 className="unlock__name">
        <bdi>{name === null ? t('unlock.locked.titleNoName') : t('unlock.locked.title', { name })}</bdi>
        {demo ? <Badge tone="info">{t('unlock.locked.demo')}</Badge> : null}
      </h2>
      {heldDrafts === 0 ? null : (
        <Banner kind="warning" title={t('opening.held.title', { count: heldDrafts })}>
          {t('opening.held.text')}
        </Banner>
      )}
      {way === 'recovery' ? (
        <RecoveryForm onBack={back} onOpenOther={onOpenOther} onRescue={() => setWay('rescueByWords')} />
      ) : way === 'rescue' || way === 'rescueByWords' ? (
        <RescueForm byWords={way === 'rescueByWords'} onBack={back} onOpenOther={onOpenOther} />
      ) : (
        <PassphraseForm
          onOpenOther={onOpenOther}
          onStart={onStart}
          onRecovery={() => setWay('recovery')}
          onRescue={() => setWay('rescue')}
        />
      )}
    </>
  )
}
