/** The briefs of the log: the list of drafts and releases, or the one that is being made. */

import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import { BRIEF_LAYOUTS } from '../../../core/redaction/briefData.ts'
import type { BriefLike, ReleasedBrief } from '../../../shared/ipc/brief.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useRecords, useToday } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BriefComposer } from './BriefComposer.tsx'
import { BriefList } from './BriefList.tsx'
import { chosenOf } from './briefChoice.ts'
import { type BriefDraft, briefLanguageOf, emptyBriefDraft, NO_FIXES } from './briefDraft.ts'
import { openBrief, setBriefDraft, useOpenBrief } from './briefDrafts.ts'
import { inNeutralOrder } from './chosenOrder.ts'
import { useReleased } from './useReleased.ts'
import './briefs.css'
import './composer.css'

export function BriefScreen() {
  const { t, language } = useLanguage()
  const today = useToday()
  const draft = useOpenBrief()
  const released = useReleased()
  const [error, setError] = useState<AppError | null>(null)
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const hasRecords = Object.keys(incidents).length + Object.keys(claims).length > 0
  const heading = useFocusOnReturn(draft === null)
  if (draft !== null) return <BriefComposer key={draft.id} draft={draft} released={released} />

  const start = () => emptyBriefDraft(crypto.randomUUID(), briefLanguageOf(language), today)
  const like = async (release: ReleasedBrief) => {
    const reply = await answerOf(daybook().briefLikeRelease({ id: release.id }))
    if (!reply.ok) return setError(reply.error)
    if (reply.value === null) return
    const next = draftLike(start(), {
      ...reply.value,
      incidents: [...inNeutralOrder(reply.value.incidents)],
      claims: [...inNeutralOrder(reply.value.claims)],
    })
    setBriefDraft(next)
    openBrief(next)
  }
  return (
    <section className="brief" aria-labelledby="brief-title">
      <header className="brief__head">
        <h1 id="brief-title" ref={heading} tabIndex={-1}>
          {t('brief.title')}
        </h1>
      </header>
      {error === null ? null : <Banner kind="error">{errorText(t, error)}</Banner>}
      {hasRecords ? (
        <BriefList
          released={released}
          onNew={() => openBrief(start())}
          onLike={(release) => void like(release)}
        />
      ) : (
        <EmptyState title={t('brief.empty.title')}>{t('brief.empty.body')}</EmptyState>
      )}
    </section>
  )
}

/** Another brief like one that left; of this day, and nothing of it has been read. */
function draftLike(start: BriefDraft, like: BriefLike): BriefDraft {
  const { incidents, claims, contacts, actions } = like
  return {
    ...start,
    profile: like.profile,
    recipient: like.recipient,
    series: like.series,
    language: briefLanguageOf(like.language),
    layout: BRIEF_LAYOUTS.find((each) => each === like.layout) ?? start.layout,
    title: like.title,
    fixes: { ...NO_FIXES, coarsen: like.coarsen },
    chosen: chosenOf({ incidents, claims, contacts, actions }),
  }
}

/** The composer that was left had the focus. */
function useFocusOnReturn(isList: boolean): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasList = useRef(isList)
  useEffect(() => {
    if (isList && !wasList.current) heading.current?.focus()
    wasList.current = isList
  }, [isList])
  return heading
}
