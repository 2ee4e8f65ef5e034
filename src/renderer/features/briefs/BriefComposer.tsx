/** One brief in three steps: choose, review, release. Each change is kept in the log as a draft. */
import { useEffect, useRef } from 'react'
import type { ReleasedBrief } from '../../../shared/ipc/brief.ts'
import { errorText } from '../../errorText.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useAfter } from '../../useAfter.ts'
import { useProgress } from '../../useProgress.ts'
import { visibleTurns } from '../../visibleText.ts'
import { useChosenProfile } from '../profiles/ownProfiles.ts'
import { profileName } from '../profiles/ruleWords.ts'
import { BriefDone } from './BriefDone.tsx'
import { BriefSteps } from './BriefSteps.tsx'
import { tick } from './briefChoice.ts'
import { type BriefDraft, briefTextsId, withChosen } from './briefDraft.ts'
import { openBrief, setBriefDraft } from './briefDrafts.ts'
import { requestOf } from './briefRequest.ts'
import { ChooseStep } from './ChooseStep.tsx'
import { GateRefusal } from './GateRefusal.tsx'
import { ReleaseStep } from './ReleaseStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useBrief } from './useBrief.ts'
import { useBriefName } from './useBriefName.ts'
import { useFollowingLog } from './useFollowingLog.ts'
import { useTextReview } from './useTextReview.ts'

export interface BriefComposerProps {
  readonly draft: BriefDraft
  /** Last first. */
  readonly released: readonly ReleasedBrief[]
}

const NO_TEXTS: readonly [] = []

export function BriefComposer({ draft, released }: BriefComposerProps) {
  const t = useText()
  const nameOf = useBriefName()
  const course = useBrief()
  const { stage, working, error, note } = course
  const profile = useChosenProfile(draft.profile)
  const reviewed = stage.kind === 'review' || stage.kind === 'release' ? stage.preview.texts : NO_TEXTS
  const reviewing = useTextReview(reviewed, draft.profile, briefTextsId(draft.id))
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
  const onReleased = () => {
    reviewing.finish()
    setBriefDraft({ ...draft, releasedAt: new Date().toISOString() })
  }
  return (
    <section className="brief" aria-labelledby="brief-title">
      <header className="brief__head">
        <Button
          className="brief__back"
          size="small"
          variant="quiet"
          icon="back"
          onPress={() => openBrief(null)}
        >
          {t('composer.list.back')}
        </Button>
        <h1 id="brief-title" ref={heading} tabIndex={-1} dir="auto">
          {visibleTurns(nameOf(draft))}
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
        <ChooseStep
          draft={draft}
          released={released}
          onChange={setBriefDraft}
          onPreview={review}
          isWorking={working !== null}
        />
      ) : stage.kind === 'review' ? (
        <ReviewStep
          preview={stage.preview}
          course={course}
          reviewing={reviewing}
          fixes={draft.fixes}
          onFix={(fixes) => review({ ...draft, fixes })}
          onUntick={(kind, id) => review(withChosen(draft, tick(draft.chosen, kind, [id], false)))}
        />
      ) : stage.kind === 'release' ? (
        <ReleaseStep
          settled={stage.settled}
          profile={profileName(t, profile)}
          course={course}
          onReleased={onReleased}
        />
      ) : (
        <BriefDone written={stage.written} onAgain={course.toChoice} onClose={() => openBrief(null)} />
      )}
    </section>
  )
}

/** Each step replaces the one before it, and with it the button that had the focus. */
function useFocusOnStep(step: string): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  return heading
}

function Working({ what, onCancel }: { readonly what: 'preview' | 'write'; readonly onCancel: () => void }) {
  const t = useText()
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
