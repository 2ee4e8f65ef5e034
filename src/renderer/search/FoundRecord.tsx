/** One record that was found: its kind, its title, and where else the words stand in it. */
import { ListBoxItem, Text } from 'react-aria-components'
import type { AnyRecord } from '../../core/records.ts'
import { foundPart, type Marker, type TextPiece } from '../../core/search/markWords.ts'
import { recordText } from '../../core/search/recordText.ts'
import { useRecords } from '../store.ts'
import { useText } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import { useWholeRecord } from '../wholeRecords.ts'
import type { DocumentPlace } from './FedDocuments.ts'

export interface FoundRecordProps {
  readonly id: string
  readonly place: DocumentPlace
  readonly mark: Marker
}

export function FoundRecord({ id, place, mark }: FoundRecordProps) {
  const t = useText()
  const row = useRecords(place.kind)[place.id]
  const { record } = useWholeRecord(place.kind, row)
  if (row === undefined) return null
  const kind = t(`records.${place.kind}.one`)
  const { title, body } = recordText(place.kind, (record ?? row) as AnyRecord)
  const part = foundPart(mark, body)
  return (
    <ListBoxItem id={id} textValue={title} className="option found">
      <Text slot="label" className="found__label">
        <span className="found__title" dir="auto">
          <Marked pieces={mark(title)} />
        </span>{' '}
        <span className="found__kind">{kind}</span>
        {part === null ? null : (
          <span className="found__part" dir="auto">
            {' '}
            <Marked pieces={part} />
          </span>
        )}
      </Text>
    </ListBoxItem>
  )
}

function Marked({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  let from = 0
  return pieces.map(({ text, isFound }) => {
    const shown = visibleTurns(text)
    const key = from
    from += text.length
    return isFound ? <mark key={key}>{shown}</mark> : <span key={key}>{shown}</span>
  })
}
