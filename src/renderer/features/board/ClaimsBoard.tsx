/** The claims board: four columns, one filter, any day, and a status change that asks for its reason. */
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { ClaimStatus } from '../../../core/vocabularyCodes.ts'
import { type DayStep, nextAssessedDay } from '../../claims/claimAsOf.ts'
import { dateWords } from '../../dateWords.ts'
import { goToClaim } from '../../navigation.ts'
import { usePageKeys } from '../../shell/usePageKeys.ts'
import { useRecords } from '../../store.ts'
import { useFilteredRows } from '../../table/useFilteredRows.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DemoOffer } from '../onboarding/DemoOffer.tsx'
import { AssessDialog } from './AssessDialog.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import { BoardHead } from './BoardHead.tsx'
import { BoardOrder } from './BoardOrder.ts'
import { boardView, columnOf, countSuperseded, type ShownColumn, statusesOf } from './boardModel.ts'
import { changeBoard, useBoardState } from './boardState.ts'
import { useBoardFocus } from './useBoardFocus.ts'
import './board.css'

interface Assessing {
  readonly claimId: string
  readonly suggestedStatus?: ClaimStatus
}
const asRecord = (claim: Claim) => claim

export function ClaimsBoard() {
  const words = useLanguage()
  const { t, direction } = words
  const claims = useRecords('claims')
  const state = useBoardState()
  const { filter, showsSuperseded, asOf } = state
  const [assessing, setAssessing] = useState<Assessing | null>(null)
  const filterField = useRef<HTMLInputElement>(null)
  const dayField = useRef<HTMLInputElement>(null)

  const [order] = useState(() => new BoardOrder())
  const day = useDeferredValue(asOf)
  const all = useMemo(() => order.update(claims, day), [order, claims, day])
  const { rows, error, isLooking } = useFilteredRows('claims', all, filter, asRecord)
  const view = useMemo(() => boardView(rows, showsSuperseded), [rows, showsSuperseded])
  const superseded = useMemo(() => countSuperseded(all), [all])
  const focus = useBoardFocus(view, direction)

  const search = () => filterField.current?.select()
  usePageKeys({
    '/': search,
    d: () => dayField.current?.select(),
    s: () => changeBoard({ showsSuperseded: !showsSuperseded }),
  })
  const drop = (claimId: string, column: ShownColumn) => {
    const claim = all.find(({ id }) => id === claimId)
    const suggestedStatus = statusesOf(column)[0]
    if (!claim || columnOf(claim.status) === column || suggestedStatus === undefined) return
    setAssessing({ claimId, suggestedStatus })
  }
  const open = (claimId: string) => {
    changeBoard({ activeId: claimId })
    goToClaim(claimId, asOf)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    if (event.target.dataset.claim === undefined) return
    // By the key's place too, so that it works on a Cyrillic or Arabic keyboard.
    const isChange = event.key === 'm' || event.key === 'M' || event.code === 'KeyM'
    if (isChange && focus.activeId !== null) setAssessing({ claimId: focus.activeId })
    else if (!focus.moveByKey(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const closeAssessing = () => {
    setAssessing(null)
    // The card the dialog was opened from may stand in another column by now.
    if (assessing !== null) focus.focusCard(assessing.claimId)
  }
  const step = (direction: DayStep) =>
    nextAssessedDay(Object.values(claims), asOf ?? (direction === 'earlier' ? '9999' : '0000'), direction)
  return (
    <section className="board" aria-labelledby="board-title">
      <BoardHead
        state={state}
        shown={view.shown}
        total={showsSuperseded ? all.length : all.length - superseded}
        superseded={superseded}
        unreadable={error?.text ?? null}
        step={step}
        filterField={filterField}
        dayField={dayField}
      />
      {asOf === null ? null : (
        <div className="board__note">
          <Banner kind="info">{t('board.asOf.note', { day: dateWords(asOf, words) })}</Banner>
        </div>
      )}
      {all.length === 0 ? (
        <EmptyState title={t('board.empty.title')} actions={<DemoOffer />}>
          {t('board.empty.body')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          title={t(isLooking ? 'table.looking' : 'board.none.title')}
          actions={<Button onPress={() => changeBoard({ filter: '' })}>{t('board.none.clear')}</Button>}
        >
          {isLooking ? '' : t('board.none.body')}
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards inside.
        <div className="board__columns" onKeyDown={onKeyDown} onFocus={focus.onFocus} onBlur={focus.onBlur}>
          {view.columns.map(({ column, claims: cards }) => (
            <BoardColumn
              key={column}
              column={column}
              claims={cards}
              place={focus.place}
              activeId={focus.activeId}
              focusTurn={focus.focusTurn}
              onActivate={focus.activate}
              onOpen={open}
              onChangeStatus={(claimId) => setAssessing({ claimId })}
              onDrop={drop}
            />
          ))}
        </div>
      )}
      {assessing === null ? null : (
        <AssessDialog {...assessing} {...(asOf === null ? {} : { day: asOf })} onClose={closeAssessing} />
      )}
    </section>
  )
}
