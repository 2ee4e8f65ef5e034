/** After unlocking: what was being typed when the log was locked, and the way back to it. */
import { Button as AriaButton } from 'react-aria-components'
import { momentWords } from '../dateWords.ts'
import { discardDraft } from '../drafts/drafts.ts'
import {
  type DraftSubject,
  dismissFoundDrafts,
  draftSubject,
  profileDraftId,
  recordDraftId,
  useFoundDrafts,
  useKeptDrafts,
} from '../drafts/keptDrafts.ts'
import { goTo, goToProfile, goToRecord, useNavigation } from '../navigation.ts'
import { useIsArriving } from '../store.ts'
import { type Language, useLanguage } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { giveFocusBack } from '../ui/focusHome.ts'
import { visibleTurns } from '../visibleText.ts'
import { useSubjectTitle } from './useSubjectTitle.ts'

export function UnfinishedEntries() {
  const language = useLanguage()
  const found = useFoundDrafts()
  const kept = useKeptDrafts()
  const { open, page } = useNavigation()
  // The record of an entry may be among those that are still to come.
  const isRead = !useIsArriving()
  const openId =
    open !== null
      ? recordDraftId(open.kind, open.id)
      : page?.kind === 'profiles' && 'own' in page.chosen
        ? profileDraftId(page.chosen.own)
        : null
  const entries = found.flatMap((id) => {
    const draft = kept.get(id)
    const subject = draftSubject(id)
    return draft === undefined || subject === null || id === openId ? [] : [{ draft, subject }]
  })
  if (!isRead || entries.length === 0) return null
  return (
    <Banner
      kind="info"
      title={language.t('drafts.found.title', { count: entries.length })}
      onClose={() => {
        dismissFoundDrafts()
        requestAnimationFrame(() => giveFocusBack(null))
      }}
    >
      <ul className="notices__entries">
        {entries.map(({ draft, subject }) => (
          <Entry key={draft.id} id={draft.id} savedAt={draft.savedAt} subject={subject} language={language} />
        ))}
      </ul>
    </Banner>
  )
}

interface EntryProps {
  readonly id: string
  readonly savedAt: string
  readonly subject: DraftSubject
  readonly language: Language
}

function Entry({ id, savedAt, subject, language }: EntryProps) {
  const { t } = language
  const title = useSubjectTitle(subject)
  const moment = momentWords(savedAt, language)
  const discard = async () => {
    await discardDraft(id)
    giveFocusBack(null)
  }
  return (
    <li className="notices__entry">
      {title === null ? (
        <span>{t('drafts.found.gone')}</span>
      ) : (
        <AriaButton className="notices__link" onPress={() => openSubject(subject)}>
          <bdi>{visibleTurns(title)}</bdi>
        </AriaButton>
      )}
      <span className="field__hint">{moment}</span>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('drafts.found.discardLabel', { title: title ?? t('drafts.found.gone') })}
        onPress={() => void discard()}
      >
        {t('drafts.restored.discard')}
      </Button>
    </li>
  )
}

function openSubject(subject: DraftSubject): void {
  if (subject.form === 'assess') goToRecord('claims', subject.claim, true)
  else if (subject.form === 'profile') goToProfile({ own: subject.id })
  else if (subject.form === 'recall') goTo('releases')
  else goToRecord(subject.kind, subject.id)
}
