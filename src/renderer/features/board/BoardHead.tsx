/** Title and count of the board, its filter, the day it is shown as of, and the toggle for superseded claims. */
import { AsOfField } from '../../claims/AsOfField.tsx'
import type { DayStep } from '../../claims/claimAsOf.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type BoardState, changeBoard } from './boardState.ts'

export interface BoardHeadProps {
  readonly state: BoardState
  readonly shown: number
  readonly total: number
  readonly superseded: number
  /** The piece of the filter that cannot be read. */
  readonly unreadable: string | null
  readonly step: (step: DayStep) => string | null
  readonly filterField: React.Ref<HTMLInputElement>
  readonly dayField: React.Ref<HTMLInputElement>
}

export function BoardHead(props: BoardHeadProps) {
  const { state, shown, total, superseded, unreadable, step, filterField, dayField } = props
  const words = useLanguage()
  const { t } = words
  const { filter, asOf, showsSuperseded } = state
  return (
    <header className="board__head">
      <div className="board__title">
        <h1 id="board-title">{t('board.title')}</h1>
        <p className="board__count" role="status">
          {asOf === null
            ? t('board.count.shown', { shown, total })
            : t('board.count.shownAsOf', { shown, total, day: dateWords(asOf, words) })}
        </p>
        {superseded === 0 ? null : (
          <CheckboxField
            isSelected={showsSuperseded}
            onChange={(shows) => changeBoard({ showsSuperseded: shows })}
          >
            {t('board.superseded.show', { count: superseded })}
          </CheckboxField>
        )}
      </div>
      <div className="board__filter">
        <TextField
          label={t('board.filter.label')}
          placeholder={t('board.filter.placeholder')}
          value={filter}
          onChange={(text) => changeBoard({ filter: text })}
          error={unreadable === null ? null : t('board.filter.unreadable', { text: unreadable })}
          inputRef={filterField}
        />
      </div>
      <AsOfField day={asOf} onChange={(day) => changeBoard({ asOf: day })} step={step} inputRef={dayField} />
      <p className="board__keys">{t('board.keys.hint')}</p>
    </header>
  )
}
