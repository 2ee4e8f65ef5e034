/** The items a source has given, and a way to add one. */
import { useMemo } from 'react'
import { newRecord, openRecord } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'

const MOST_CHIPS = 30

export function ItemsOfSource({ id }: RecordSectionProps) {
  const t = useText()
  const items = useRecords('sourceItems')
  const own = useMemo(() => Object.values(items).filter((item) => item.source === id), [items, id])
  return (
    <section className="field">
      <span className="panel__caption">{t('records.source.items', { count: own.length })}</span>
      <div className="chips">
        {own.slice(0, MOST_CHIPS).map((item) => (
          <Chip key={item.id} text={item.title} onOpen={() => openRecord('sourceItems', item.id)} />
        ))}
        <Button
          size="small"
          variant="quiet"
          icon="plus"
          onPress={() => newRecord('sourceItems', { source: id })}
        >
          {t('table.sourceItems.new')}
        </Button>
      </div>
    </section>
  )
}
