/** One record to tick: its sentence, when, where it stands, its label. */
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { ConfidentialityMark } from '../../ui/ConfidentialityMark.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { visibleTurns } from '../../visibleText.ts'
import type { ChoosableRecord } from './briefChoice.ts'

export interface RecordPickerRowProps {
  readonly id: string
  readonly record: ChoosableRecord
  readonly place: { readonly index: number; readonly total: number; readonly top: number }
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly onToggle: () => void
}

export function RecordPickerRow({ id, record, place, isActive, isChosen, onToggle }: RecordPickerRowProps) {
  const words = useLanguage()
  const when = 'when' in record ? record.when : 'asOf' in record ? record.asOf : undefined
  const whenWords = when === undefined ? '' : dateWords(when, words, 'short')
  const title = visibleTurns(titleOf(record))
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the list, which has the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-setsize={place.total}
      aria-posinset={place.index + 1}
      className={isActive ? 'picker__row picker__row--active' : 'picker__row'}
      style={{ transform: `translateY(${place.top}px)` }}
      onClick={onToggle}
    >
      <span className={isChosen ? 'picker__box picker__box--on' : 'picker__box'}>
        {isChosen ? <Icon name="tick" size={12} /> : null}
      </span>
      <span className="picker__title" dir="auto" title={title}>
        {title}
      </span>
      <span className="picker__when" title={whenWords}>
        <bdi>{whenWords}</bdi>
      </span>
      <span className="picker__status">
        <RecordStatus record={record} />
      </span>
      <span className="picker__label">
        <ConfidentialityMark label={record.confidentiality} />
      </span>
    </div>
  )
}

function RecordStatus({ record }: { readonly record: ChoosableRecord }) {
  if ('statement' in record) return <StatusMark kind="claim" status={record.status} />
  if ('violationTypes' in record) return <StatusMark kind="incident" status={record.status} />
  return null
}

function titleOf(record: ChoosableRecord): string {
  if ('statement' in record) return record.statement
  if ('offers' in record) return record.offers
  if ('addressedTo' in record) return record.addressedTo
  return record.title
}
