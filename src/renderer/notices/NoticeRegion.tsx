/**
 * What must be said at the head of the window while a log is open: that it is for reading only or cannot be saved, what was noticed when it
 * was opened, and what was not finished. Each stays until it is solved or closed; none takes the focus.
 */
import { Suspense } from 'react'
import { onDemand } from '../onDemand.tsx'
import { useLogState } from '../store.ts'
import { useText } from '../text.ts'
import { OpeningNotice } from './OpeningNotice.tsx'
import { ReadingProblem } from './ReadingProblem.tsx'
import { ReadOnlyNotice } from './ReadOnlyNotice.tsx'
import { TroubleBar } from './TroubleBar.tsx'
import { UnfinishedEntries } from './UnfinishedEntries.tsx'
import './notices.css'

const FirstStepsView = onDemand(
  async () => (await import('../features/onboarding/FirstSteps.tsx')).FirstSteps,
)

export function NoticeRegion() {
  const t = useText()
  const { notices } = useLogState()
  return (
    <section className="notices" aria-label={t('notice.region.label')}>
      <ReadOnlyNotice />
      <TroubleBar />
      <ReadingProblem />
      {notices.map((notice) => (
        <OpeningNotice key={notice.code} notice={notice} />
      ))}
      <UnfinishedEntries />
      <Suspense fallback={null}>
        <FirstStepsView />
      </Suspense>
    </section>
  )
}
