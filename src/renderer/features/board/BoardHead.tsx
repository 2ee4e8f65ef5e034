/** Title, filter and count of the board, and the toggle for superseded claims. */
import { useText } from '../../text.ts'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { BoardView } from './boardModel.ts'

export interface BoardHeadProps {
  readonly view: BoardView
  readonly filter: string
  readonly onFilter: (filter: string) => void
  readonly showsSuperseded: boolean
  readonly onShowSuperseded: (shows: boolean) => void
}

export function BoardHead({ view, filter, onFilter, showsSuperseded, onShowSuperseded }: BoardHeadProps) {
  const t = useText()
  const { unreadable, superseded, shown, total } = view
  return (
    <header className="board__head">
      <div className="board__title">
        <h1 id="board-title">{t('board.title')}</h1>
        <p className="board__count" role="status">
          {t('board.count.shown', { shown, total })}
        </p>
      </div>
      <div className="board__filter">
        <TextField
          label={t('board.filter.label')}
          placeholder={t('board.filter.placeholder')}
          value={filter}
          onChange={onFilter}
          error={unreadable === null ? null : t('board.filter.unreadable', { text: unreadable })}
        />
      </div>
      <div className="board__aside">
        {superseded === 0 ? null : (
          <CheckboxField isSelected={showsSuperseded} onChange={onShowSuperseded}>
            {t('board.superseded.show', { count: superseded })}
          </CheckboxField>
        )}
        <p className="board__keys">{t('board.keys.hint')}</p>
      </div>
    </header>
  )
}
