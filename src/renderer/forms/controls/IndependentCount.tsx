/** How many independent sources stand behind the items that are named in rows: three that quote one are one. */
import { useMemo } from 'react'
import { evidenceSide } from '../../../core/sourcing/claimSourcing.ts'
import { RootFinder } from '../../../core/sourcing/RootFinder.ts'
import { useText } from '../../text.ts'
import { useLogIndex } from '../../useLogIndex.ts'
import { text } from '../fieldCodec.ts'
import type { DraftRow } from '../fieldSpec.ts'

export function IndependentCount({ rows }: { readonly rows: readonly DraftRow[] }) {
  const t = useText()
  const sourcing = useLogIndex('sourcing')
  const key = rows.flatMap(({ fields }) => text(fields.item) || []).join(' ')
  const count = useMemo(() => {
    const finder = new RootFinder(sourcing.index.records)
    return evidenceSide(key.split(' ').filter(Boolean), finder).independentRoots
  }, [key, sourcing])
  return <p className="field__hint">{t('records.claim.independent', { count })}</p>
}
