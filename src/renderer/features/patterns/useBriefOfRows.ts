/** Begins a brief with the incidents on screen: the only way in which their counts leave the log. */
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { goTo } from '../../navigation.ts'
import { useToday } from '../../store.ts'
import { columnFilters, typedQuery } from '../../table/tableSearch.ts'
import { useLanguage } from '../../text.ts'
import { chosenOf } from '../briefs/briefChoice.ts'
import { briefLanguageOf, emptyBriefDraft } from '../briefs/briefDraft.ts'
import { openBrief, setBriefDraft } from '../briefs/briefDrafts.ts'
import { inNeutralOrder } from '../briefs/chosenOrder.ts'

export function useBriefOfRows(rows: readonly IncidentRow[]): () => void {
  const { language } = useLanguage()
  const today = useToday()
  return () => {
    const query = typedQuery('incidents').trim()
    // What filters of columns left out, the query alone would let in again.
    const isByQuery = query !== '' && columnFilters('incidents').length === 0
    const draft = {
      ...emptyBriefDraft(crypto.randomUUID(), briefLanguageOf(language), today),
      layout: 'annex' as const,
      chosen: chosenOf({
        incidents: inNeutralOrder(rows.map(({ id }) => id)),
      }),
      filters: isByQuery ? [{ kind: 'incidents' as const, query }] : [],
    }
    setBriefDraft(draft)
    openBrief(draft)
    goTo('brief')
  }
}
