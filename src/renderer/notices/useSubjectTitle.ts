/** What an unfinished entry is of, in words. */
import type { DraftSubject } from '../drafts/keptDrafts.ts'
import { useRecords } from '../store.ts'
import { useText } from '../text.ts'

/** "New incident", or the title of the record; null when the record is no longer in the log. */
export function useSubjectTitle(subject: DraftSubject): string | null {
  const t = useText()
  const incidents = useRecords('incidents')
  const sources = useRecords('sources')
  const items = useRecords('sourceItems')
  const claims = useRecords('claims')
  if (subject.form === 'assess') {
    const statement = claims[subject.claim]?.statement
    return statement === undefined ? null : t('drafts.found.assessment', { statement })
  }
  const { kind, id } = subject
  if (id === null) return t(`table.${kind}.new`)
  switch (kind) {
    case 'incidents':
      return incidents[id]?.title ?? null
    case 'sources':
      return sources[id]?.name ?? null
    case 'sourceItems':
      return items[id]?.title ?? null
    case 'claims':
      return claims[id]?.statement ?? null
  }
}
