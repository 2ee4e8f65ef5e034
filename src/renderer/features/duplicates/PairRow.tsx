/** One field of both records. What the other does not have is marked by a line below it, and the row says that it differs. */
import { useText } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type PairField, textPieces } from './pairFields.ts'

export interface PairRowProps {
  readonly field: PairField
  /** Of the record on either side. */
  readonly ids: readonly [string, string]
  /** Whose value stays; null where there is nothing to choose. */
  readonly kept: string | null
  readonly isReadOnly: boolean
  readonly onKeep: (id: string) => void
}

export function PairRow({ field, ids, kept, isReadOnly, onKeep }: PairRowProps) {
  const t = useText()
  const { path, label, one, other, isEqual } = field
  const sides = [
    { id: ids[0], text: one, beside: other },
    { id: ids[1], text: other, beside: one },
  ]
  return (
    <tr className={isEqual ? 'pair__row' : 'pair__row pair__row--differs'}>
      <th scope="row">
        {label}
        <span className="pair__mark">
          {isEqual ? null : <Icon name="warning" size={12} />}
          {t(isEqual ? 'duplicates.pair.equal' : 'duplicates.pair.differs')}
        </span>
      </th>
      {sides.map(({ id, text, beside }) => (
        <td key={id} dir="auto" className={kept === id ? 'pair__kept' : undefined}>
          {kept === null ? (
            <Marked text={text} beside={beside} />
          ) : (
            <label className="pair__choice">
              <input
                type="radio"
                name={`pair-${path}`}
                checked={kept === id}
                disabled={isReadOnly}
                onChange={() => onKeep(id)}
                aria-label={t('duplicates.pair.keep', { field: label, value: text })}
              />
              <span>
                <Marked text={text} beside={beside} />
              </span>
            </label>
          )}
        </td>
      ))}
    </tr>
  )
}

function Marked({ text, beside }: { readonly text: string; readonly beside: string }) {
  if (text === '') return <span aria-hidden="true">–</span>
  if (beside === '') return text
  return textPieces(text, beside).map((piece, index) =>
    piece.isShared ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity, and no state
      <mark key={index}>{piece.text}</mark>
    ),
  )
}
