/** A brief in three steps: choose, review, release. The choice is kept until the log is locked. */
import { useEffect, useRef, useState } from 'react'
import { errorText } from '../../errorText.ts'
import { useRecords, useToday } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useProgress } from '../../useProgress.ts'
import { BriefDone } from './BriefDone.tsx'
import { BriefSteps } from './BriefSteps.tsx'
import { NOTHING_CHOSEN } from './briefChoice.ts'
import { setBriefDraft, useBriefDraft } from './briefDraft.ts'
import { ChooseStep } from './ChooseStep.tsx'
import { GateRefusal } from './GateRefusal.tsx'
import { ReleaseStep } from './ReleaseStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { type BriefCourse, useBrief } from './useBrief.ts'
import './briefs.css'

export function BriefScreen() {
  const { t, language } = useLanguage()
  const today = useToday()
  const course = useBrief()
  const { stage, working, error, note } = course
  const draft = useBriefDraft() ?? {
    language: language === 'en-XB' ? 'en' : language,
    title: '',
    asOf: today,
    chosen: NOTHING_CHOSEN,
    kind: 'incidents',
    filter: '',
  }
  const [hasRead, setHasRead] = useState(false)
  const heading = useFocusOnStep(stage.kind)
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const hasRecords = Object.keys(incidents).length + Object.keys(claims).length > 0
  if (!hasRecords && stage.kind === 'choose')
    return (
      <section className="brief" aria-labelledby="brief-title">
        <h1 id="brief-title">{t('brief.title')}</h1>
        <EmptyState title={t('brief.empty.title')}>{t('brief.empty.body')}</EmptyState>
      </section>
    )

  const preview = (request: Parameters<BriefCourse['preview']>[0]) => {
    setHasRead(false)
    void course.preview(request)
  }
  return (
    <section className="brief" aria-labelledby="brief-title">
      <header className="brief__head">
        <h1 id="brief-title" ref={heading} tabIndex={-1}>
          {t('brief.title')}
        </h1>
        <BriefSteps current={stage.kind} />
      </header>
      {error === null ? null : error.code === 'brief/gate-refused' ? (
        <GateRefusal error={error} />
      ) : (
        <Banner kind="error">{errorText(t, error)}</Banner>
      )}
      {note === null ? null : (
        <Banner kind="info">
          {t(note === 'cancelled' ? 'brief.cancel.done' : 'brief.release.notWritten')}
        </Banner>
      )}
      {working === null ? null : <Working what={working} onCancel={course.cancel} />}
      {stage.kind === 'choose' ? (
        <ChooseStep draft={draft} onChange={setBriefDraft} onPreview={preview} isWorking={working !== null} />
      ) : stage.kind === 'review' ? (
        <ReviewStep preview={stage.preview} course={course} hasRead={hasRead} onRead={setHasRead} />
      ) : stage.kind === 'release' ? (
        <ReleaseStep course={course} />
      ) : (
        <BriefDone written={stage.written} onAgain={course.toChoice} />
      )}
    </section>
  )
}

/** Each step replaces the one before it, and with it the button that had the focus. */
function useFocusOnStep(step: string): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  return heading
}

function Working({ what, onCancel }: { readonly what: 'preview' | 'write'; readonly onCancel: () => void }) {
  const { t } = useLanguage()
  const progress = useProgress('brief', true)
  return (
    <div className="brief__working">
      <ProgressBar
        label={t(what === 'preview' ? 'brief.working.preview' : 'brief.working.write')}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
      />
      <Button size="small" onPress={onCancel}>
        {t('brief.cancel.action')}
      </Button>
    </div>
  )
}
