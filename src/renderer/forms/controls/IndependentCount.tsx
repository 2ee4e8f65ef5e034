/** How many independent sources stand behind the items that are named in rows: three that quote one are one. */
import { useMemo } from 'react'
import { independentSources } from '../../../core/independence.ts'
import { toSources } from '../../sourceRecords.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { text } from '../fieldCodec.ts'
import type { DraftRow } from '../fieldSpec.ts'

export function IndependentCount({ rows }: { readonly rows: readonly DraftRow[] }) {
  const t = useText()
  const items = useRecords('sourceItems')
  const sources = useRecords('sources')
  const ids = rows.flatMap(({ fields }) => text(fields.item) || [])
  const key = ids.join(' ')
  const count = useMemo(
    () => independentSources(key.split(' ').filter(Boolean), { items, sources: toSources(sources) }).size,
    [key, items, sources],
  )
  return <p className="field__hint">{t('records.claim.independent', { count })}</p>
}
