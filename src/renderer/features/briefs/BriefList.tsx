/** The briefs of the log: drafts to go on with, and what has left, to make another like it. */
import { useRef } from 'react'
import type { ReleasedBrief } from '../../../shared/ipc/brief.ts'
import { momentWords } from '../../dateWords.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { DemoOffer } from '../onboarding/DemoOffer.tsx'
import { useChosenProfile } from '../profiles/ownProfiles.ts'
import { profileName } from '../profiles/ruleWords.ts'
import { deleteBrief, duplicateBrief, type ListedBrief, openBrief, useBriefDrafts } from './briefDrafts.ts'
import { useBriefName } from './useBriefName.ts'

export interface BriefListProps {
  readonly released: readonly ReleasedBrief[]
  readonly onNew: () => void
  readonly onLike: (release: ReleasedBrief) => void
}

export function BriefList({ released, onNew, onLike }: BriefListProps) {
  const { t } = useLanguage()
  const drafts = useBriefDrafts()
  const isReadOnly = useIsReadOnly()
  const first = useRef<HTMLButtonElement>(null)
  const newButton = (
    <Button ref={first} variant="primary" icon="plus" isDisabled={isReadOnly} onPress={onNew}>
      {t('composer.list.new')}
    </Button>
  )
  if (drafts.length === 0 && released.length === 0)
    return (
      <EmptyState title={t('composer.list.emptyTitle')} actions={[newButton, <DemoOffer key="demo" />]}>
        {t('composer.list.emptyBody')}
      </EmptyState>
    )
  return (
    <div className="brief-list">
      <div className="toolbar">{newButton}</div>
      <section aria-labelledby="brief-drafts">
        <h2 id="brief-drafts">{t('composer.list.drafts')}</h2>
        {drafts.length === 0 ? (
          <p className="side-part__lead">{t('composer.list.noDrafts')}</p>
        ) : (
          <ul className="brief-list__rows">
            {drafts.map((listed) => (
              <DraftRow key={listed.draft.id} {...listed} onGone={() => first.current?.focus()} />
            ))}
          </ul>
        )}
      </section>
      {released.length === 0 ? null : (
        <section aria-labelledby="brief-released">
          <h2 id="brief-released">{t('composer.list.released')}</h2>
          <ul className="brief-list__rows">
            {released.map((release) => (
              <ReleasedRow key={release.id} release={release} onLike={onLike} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function DraftRow({ draft, savedAt, onGone }: ListedBrief & { readonly onGone: () => void }) {
  const words = useLanguage()
  const { t, comma } = words
  const isReadOnly = useIsReadOnly()
  const nameOf = useBriefName()
  const profile = useChosenProfile(draft.profile)
  const organisations = useRecords('organisations')
  const name = visibleTurns(nameOf(draft))
  const recipient = draft.recipient === null ? undefined : organisations[draft.recipient]?.name
  const facts = [
    ...(recipient === undefined ? [] : [t('composer.list.for', { name: visibleTurns(recipient) })]),
    profileName(t, profile),
    t(`composer.layout.${draft.layout}`),
    t('brief.release.rows', {
      incidents: draft.chosen.incidents.size,
      claims: draft.chosen.claims.size,
    }),
    savedAt === null
      ? t('composer.list.unsaved')
      : t('composer.list.saved', { moment: momentWords(savedAt, words) }),
    ...(draft.releasedAt === null
      ? []
      : [t('composer.list.releasedAt', { moment: momentWords(draft.releasedAt, words) })]),
  ]
  const remove = () => {
    const bringBack = deleteBrief(draft)
    onGone()
    showToast({
      text: t('composer.list.deleted', { name }),
      actionLabel: t('shell.toast.undo'),
      onAction: bringBack,
    })
  }
  const duplicate = () =>
    duplicateBrief(draft, crypto.randomUUID(), t('composer.list.copyName', { name: nameOf(draft) }))
  return (
    <li className="brief-list__row">
      <BriefWords name={name} facts={facts.join(comma)} />
      <div className="toolbar">
        <Button
          size="small"
          aria-label={t('composer.list.openOf', { name })}
          onPress={() => openBrief(draft)}
        >
          {t('composer.list.open')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          isDisabled={isReadOnly}
          aria-label={t('composer.list.duplicateOf', { name })}
          onPress={duplicate}
        >
          {t('composer.list.duplicate')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon="bin"
          isDisabled={isReadOnly}
          aria-label={t('composer.list.deleteOf', { name })}
          onPress={remove}
        />
      </div>
    </li>
  )
}

function ReleasedRow({
  release,
  onLike,
}: Pick<BriefListProps, 'onLike'> & { readonly release: ReleasedBrief }) {
  const words = useLanguage()
  const { t, comma } = words
  const isReadOnly = useIsReadOnly()
  const profile = useChosenProfile(release.profile)
  const organisations = useRecords('organisations')
  const name = visibleTurns(release.title)
  const recipient = release.recipient === null ? undefined : organisations[release.recipient]?.name
  const facts = [
    momentWords(release.at, words),
    ...(recipient === undefined ? [] : [t('composer.list.for', { name: visibleTurns(recipient) })]),
    profileName(t, profile),
    ...(release.isRecalled ? [t('composer.list.recalled')] : []),
  ]
  return (
    <li className="brief-list__row">
      <BriefWords name={name} facts={facts.join(comma)} />
      <Button
        size="small"
        isDisabled={isReadOnly}
        aria-label={t('composer.list.likeOf', { name })}
        onPress={() => onLike(release)}
      >
        {t('composer.list.like')}
      </Button>
    </li>
  )
}

function BriefWords({ name, facts }: { readonly name: string; readonly facts: string }) {
  return (
    <div className="brief-list__words">
      <strong dir="auto">{name}</strong>
      <span className="side-part__lead">{facts}</span>
    </div>
  )
}
