/** What changed under a brief, in words: the change, the record by its title, since when. */
import type { ReleaseChangeView, ReleaseRow } from '../../../shared/ipc/releases.ts'
import { dateWords } from '../../dateWords.ts'
import type { Language } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'

/** @param titleOf of a record, or null when it is gone. */
export function changeWords(
  { code, id, since, to }: ReleaseChangeView,
  titleOf: (id: string) => string | null,
  words: Language,
): string {
  const { t } = words
  const title = titleOf(id)
  return [
    t(`releases.change.${code}`, { to: to ?? '' }),
    title === null ? t('releases.gone') : visibleTurns(title),
    ...(since === null ? [] : [t('releases.since', { day: dateWords(since, words) })]),
  ].join(' · ')
}

/** How a brief stands, in a word. */
export function stateWords(
  { recall, supersededBy, changes }: Pick<ReleaseRow, 'recall' | 'supersededBy' | 'changes'>,
  { t }: Pick<Language, 't'>,
): string {
  if (recall !== null) return t('releases.state.recalled')
  if (changes.length > 0) return t('releases.state.affected', { count: changes.length })
  return t(supersededBy === null ? 'releases.state.stands' : 'releases.state.superseded')
}
