/** The number of a row on the page; in the review it leads to the record behind the row. */
import { createContext, useContext } from 'react'
import { useText } from '../../text.ts'

/** Shows the record behind a row; null where the page is only looked at. */
export const RowLink = createContext<((row: string) => void) | null>(null)

export function RowId({ id }: { readonly id: string }) {
  const t = useText()
  const show = useContext(RowLink)
  if (show === null) return <bdi>{id}</bdi>
  return (
    <button
      type="button"
      className="page__row-id"
      aria-label={t('brief.row.show', { row: id })}
      onClick={() => show(id)}
    >
      {id}
    </button>
  )
}
