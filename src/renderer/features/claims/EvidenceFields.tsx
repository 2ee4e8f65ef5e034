/** What speaks for a claim and what against it, and how many independent sources that is. */
import { useMemo } from 'react'
import { evidenceSide } from '../../../core/sourcing/claimSourcing.ts'
import { RootFinder } from '../../../core/sourcing/RootFinder.ts'
import { openRecord } from '../../navigation.ts'
import { useSourceItemOptions } from '../../records/useRecordOptions.ts'
import { useText } from '../../text.ts'
import { PickerList } from '../../ui/PickerList.tsx'
import { useLogIndex } from '../../useLogIndex.ts'
import type { ClaimDraft } from './claimDraft.ts'

export interface EvidenceFieldsProps {
  readonly draft: ClaimDraft
  readonly onChange: (part: Partial<ClaimDraft>) => void
}

const SIDES = ['evidenceFor', 'evidenceAgainst'] as const

export function EvidenceFields({ draft, onChange }: EvidenceFieldsProps) {
  const t = useText()
  const options = useSourceItemOptions()
  const sourcing = useLogIndex('sourcing')
  const finder = useMemo(() => new RootFinder(sourcing.index.records), [sourcing])
  return SIDES.map((side) => {
    const links = draft[side]
    const ids = links.map((link) => link.item)
    return (
      <PickerList
        key={side}
        label={t(`records.claim.${side}`)}
        placeholder={t('records.claim.evidence.placeholder')}
        description={t('records.claim.independent', { count: evidenceSide(ids, finder).independentRoots })}
        options={options}
        values={ids}
        onAdd={(item) => onChange({ [side]: [...links, { item }] })}
        onRemove={(item) => onChange({ [side]: links.filter((link) => link.item !== item) })}
        onOpen={(item) => openRecord('sourceItems', item)}
      />
    )
  })
}
