/** A brief in three steps: choose, review, release. The choice is kept until the log is locked. */
import { useEffect, useRef } from 'react'
import { errorText } from '../../errorText.ts'
import { useRecords, useToday } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useAfter } from '../../useAfter.ts'
import { useProgress } from '../../useProgress.ts'
import { useChosenProfile } from '../profiles/ownProfiles.ts'
import { profileName } from '../profiles/ruleWords.ts'
import { BriefDone } from './BriefDone.tsx'
import { BriefSteps } from './BriefSteps.tsx'
import { NOTHING_CHOSEN, tick } from './briefChoice.ts'
import { type BriefDraft, NO_FIXES, setBriefDraft, useBriefDraft } from './briefDraft.ts'
import { ChooseStep } from './ChooseStep.tsx'
import { GateRefusal } from './GateRefusal.tsx'
import { ReleaseStep } from './ReleaseStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { type BriefRequest, useBrief } from './useBrief.ts'
import { useFollowingLog } from './useFollowingLog.ts'
import { useTextReview } from './useTextReview.ts'
import './briefs.css'

const NO_TEXTS: readonly [] = []

export function BriefScreen() {
  const { t, language } = useLanguage()
  const today = useToday()
  const course = useBrief()
  const { stage, working, error, note } = course
  const draft = useBriefDraft() ?? {
    profile: 'public',
    series: '',
    language: language === 'en-XB' ? 'en' : language,
    title: '',
    asOf: today,
    chosen: NOTHING_CHOSEN,
    kind: 'incidents',
    filter: '',
    fixes: NO_FIXES,
  }
  const profile = useChosenProfile(draft.profile)
  const reviewed = stage.kind === 'review' || stage.kind === 'release' ? stage.preview.texts : NO_TEXTS
  const reviewing = useTextReview(reviewed, draft.profile)
  /** Keeps the choice, and makes the review of it. */
  const review = (next: BriefDraft) => {
    setBriefDraft(next)
    void course.preview(requestOf(next))
  }
  useFollowingLog(stage.kind !== 'choose' && stage.kind !== 'done' && working !== 'write', () =>
    review(draft),
  )
  const isSlow = useAfter(working !== null)
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
      {isSlow && working !== null ? <Working what={working} onCancel={course.cancel} /> : null}
      {stage.kind === 'choose' ? (
        <ChooseStep draft={draft} onChange={setBriefDraft} onPreview={review} isWorking={working !== null} />
      ) : stage.kind === 'review' ? (
        <ReviewStep
          preview={stage.preview}
          course={course}
          reviewing={reviewing}
          fixes={draft.fixes}
          onFix={(fixes) => review({ ...draft, fixes })}
          onUntick={(kind, id) => review({ ...draft, chosen: tick(draft.chosen, kind, [id], false) })}
        />
      ) : stage.kind === 'release' ? (
        <ReleaseStep
          settled={stage.settled}
          profile={profileName(t, profile)}
          course={course}
          onReleased={reviewing.finish}
        />
      ) : (
        <BriefDone written={stage.written} onAgain={course.toChoice} />
      )}
    </section>
  )
}

function requestOf({ chosen, fixes, ...draft }: BriefDraft): BriefRequest {
  return {
    profile: draft.profile,
    series: draft.series.trim(),
    language: draft.language,
    title: draft.title.trim(),
    asOf: draft.asOf.trim(),
    incidents: [...chosen.incidents],
    claims: [...chosen.claims],
    contacts: [...chosen.contacts],
    actions: [...chosen.actions],
    ...fixes,
  }
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
