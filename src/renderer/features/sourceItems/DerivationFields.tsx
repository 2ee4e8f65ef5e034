/** The items an item goes back to, and how it uses each: what keeps three articles that quote one from counting as three. */
import { useMemo } from 'react'
import { DERIVATIONS } from '../../../core/vocabularyCodes.ts'
import { openRecord } from '../../navigation.ts'
import { useCodeOptions } from '../../records/useCodeOptions.ts'
import { useSourceItemOptions } from '../../records/useRecordOptions.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { PickerList } from '../../ui/PickerList.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Derivation } from './sourceItemDraft.ts'

export interface DerivationFieldsProps {
  /** The item itself, which cannot derive from itself; null while it is new. */
  readonly itemId: string | null
  readonly derivations: readonly Derivation[]
  readonly onChange: (derivations: readonly Derivation[]) => void
}

const howKey = (how: Derivation['how']) => `derivation.${how}` as const

export function DerivationFields({ itemId, derivations, onChange }: DerivationFieldsProps) {
  const t = useText()
  const items = useRecords('sourceItems')
  const options = useSourceItemOptions()
  const ways = useCodeOptions(DERIVATIONS, howKey)
  const others = useMemo(() => {
    const taken = new Set(derivations.map(({ item }) => item))
    return options.filter(({ value }) => value !== itemId && !taken.has(value))
  }, [options, derivations, itemId])
  return (
    <div className="field">
      <PickerList
        label={t('records.item.derivesFrom')}
        description={t('records.item.derivesFrom.hint')}
        options={others}
        values={[]}
        onAdd={(item) => onChange([...derivations, { item, how: 'quotes' }])}
        onRemove={() => {}}
      />
      {derivations.map((derivation) => {
        const title = items[derivation.item]?.title ?? derivation.item
        return (
          <div key={derivation.item} className="derivation">
            <SelectField
              label={t('records.item.how', { title })}
              hidesLabel
              options={ways}
              value={derivation.how}
              onChange={(how) =>
                onChange(derivations.map((each) => (each === derivation ? { ...each, how } : each)))
              }
            />
            <Chip
              text={title}
              onOpen={() => openRecord('sourceItems', derivation.item)}
              onRemove={() => onChange(derivations.filter((each) => each !== derivation))}
            />
          </div>
        )
      })}
    </div>
  )
}
