/** What speaks for a claim and what against it, and how many independent sources that is. */
import { useMemo } from 'react'
import { independentSources } from '../../../core/independence.ts'
import { openRecord } from '../../navigation.ts'
import { useSourceItemOptions } from '../../records/useRecordOptions.ts'
import { toSources } from '../../sourceRecords.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { PickerList } from '../../ui/PickerList.tsx'
import type { ClaimDraft } from './claimDraft.ts'

export interface EvidenceFieldsProps {
  readonly draft: ClaimDraft
  readonly onChange: (part: Partial<ClaimDraft>) => void
}

const SIDES = ['evidenceFor', 'evidenceAgainst'] as const

export function EvidenceFields({ draft, onChange }: EvidenceFieldsProps) {
  const t = useText()
  const options = useSourceItemOptions()
  const items = useRecords('sourceItems')
  const sources = useRecords('sources')
  const sourcing = useMemo(() => ({ items, sources: toSources(sources) }), [items, sources])
  return SIDES.map((side) => {
    const links = draft[side]
    const ids = links.map((link) => link.item)
    return (
      <PickerList
        key={side}
        label={t(`records.claim.${side}`)}
        placeholder={t('records.claim.evidence.placeholder')}
        description={t('records.claim.independent', { count: independentSources(ids, sourcing).size })}
        options={options}
        values={ids}
        onAdd={(item) => onChange({ [side]: [...links, { item }] })}
        onRemove={(item) => onChange({ [side]: links.filter((link) => link.item !== item) })}
        onOpen={(item) => openRecord('sourceItems', item)}
      />
    )
  })
}
