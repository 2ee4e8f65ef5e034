/** The history of one record, closed until somebody wants to see it: nothing is read before. */
import { Suspense, useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { HistoryKind } from '../../../core/history/historyEntry.ts'
import { onDemand } from '../../onDemand.tsx'
import { useLogStamp } from '../../store.ts'
import { useText } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import './history.css'

const HistoryTimeline = onDemand(async () => (await import('./HistoryTimeline.tsx')).HistoryTimeline)

export interface RecordHistoryProps {
  readonly kind: HistoryKind
  readonly id: string
}

export function RecordHistory({ kind, id }: RecordHistoryProps) {
  const t = useText()
  const stamp = useLogStamp()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure className="more rec-history" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3}>
        <AriaButton slot="trigger" className="more__button">
          <Icon name="open" size={14} />
          {t('history.title')}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <Suspense fallback={null}>
          {isOpen ? <HistoryTimeline key={`${kind}/${id}`} kind={kind} id={id} stamp={stamp} /> : null}
        </Suspense>
      </DisclosurePanel>
    </Disclosure>
  )
}
