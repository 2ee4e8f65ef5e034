/** The window while no log is open: begin, create, or unlock the log that was chosen. */
import { useEffect, useState } from 'react'
import type { Reply } from '../../../shared/ipc/api.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { acceptLogState, useLogState } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { takeDemoWish } from '../onboarding/demoWish.ts'
import { LanguageField } from '../settings/LanguageField.tsx'
import { ProtectionLimits } from '../settings/ProtectionLimits.tsx'
import { CreateForm } from './CreateForm.tsx'
import { StartChoices } from './StartChoices.tsx'
import { UnlockForm } from './UnlockForm.tsx'
import { UnlockGuide } from './UnlockGuide.tsx'
import './unlock.css'

type View = 'start' | 'create' | 'demo'

export function UnlockScreen() {
  const t = useText()
  const { phase, name } = useLogState()
  const [wantsDemo, setWantsDemo] = useState(takeDemoWish)
  const [view, setView] = useState<View>(wantsDemo ? 'demo' : 'start')
  const [failure, setFailure] = useState<string | null>(null)
  const [isWorking, setWorking] = useState(false)

  const run = async (ask: () => Promise<Reply<'log.choose'>>) => {
    setFailure(null)
    setWorking(true)
    const reply = await answerOf(ask())
    setWorking(false)
    if (reply.ok) acceptLogState(reply.value)
    else setFailure(errorText(t, reply.error))
  }
  const open = () => void run(() => daybook().logChoose({}))
  // The demo log was asked for in a log, which is locked and chosen still.
  useEffect(() => {
    if (!wantsDemo || phase !== 'locked') return
    setWantsDemo(false)
    void run(() => daybook().logClose({}))
  })
  const show = (next: View) => {
    setFailure(null)
    setView(next)
  }
  return (
    <main className="unlock">
      <div className="unlock__sheet">
        <header className="unlock__head">
          <Mark />
          <h1 className="unlock__title">{t('unlock.title')}</h1>
        </header>
        {failure === null ? null : <Banner kind="error">{failure}</Banner>}
        {phase === 'locked' ? (
          <UnlockForm key={name} onOpenOther={open} onStart={() => void run(() => daybook().logClose({}))} />
        ) : view === 'start' ? (
          <StartChoices
            onCreate={() => show('create')}
            onOpen={open}
            onDemo={() => show('demo')}
            isWorking={isWorking}
          />
        ) : (
          <CreateForm demo={view === 'demo'} onBack={() => show('start')} />
        )}
        <footer className="unlock__foot">
          <details className="unlock__limits">
            <summary>{t('unlock.limits.title')}</summary>
            <ProtectionLimits />
          </details>
          <LanguageField />
          <UnlockGuide />
        </footer>
      </div>
    </main>
  )
}

/** A page with its days: the sign of the program. */
function Mark() {
  return (
    <svg className="unlock__mark" width="36" height="36" viewBox="0 0 36 36" fill="none" aria-hidden="true">
      <rect x="5.5" y="3.5" width="25" height="29" rx="2" stroke="currentColor" strokeWidth="1.6" />
      <path d="M11 3.5v29" stroke="currentColor" strokeWidth="1.6" />
      <path d="M15.5 11h10.5M15.5 16.5h10.5M15.5 22h6.5" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
