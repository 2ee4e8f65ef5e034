/** What an unfinished entry is of, in words. */
import type { DraftSubject } from '../drafts/keptDrafts.ts'
import { recordAmong } from '../forms/recordSearch.ts'
import { useLogView } from '../store.ts'
import { useText } from '../text.ts'

/** "New incident", or the title of the record; null when the record is no longer in the log. */
export function useSubjectTitle(subject: DraftSubject): string | null {
  const t = useText()
  const view = useLogView()
  if (subject.form === 'assess') {
    const statement = view.claims[subject.claim]?.statement
    return statement === undefined ? null : t('drafts.found.assessment', { statement })
  }
  if (subject.form === 'profile') {
    const name = view.profiles[subject.id]?.name
    return name === undefined ? null : t('profiles.unfinished', { name })
  }
  if (subject.form === 'recall') return t('drafts.found.recall')
  const { kind, id } = subject
  if (id === null) return t(`table.${kind}.new`)
  return recordAmong(view, [kind], id)?.title ?? null
}
