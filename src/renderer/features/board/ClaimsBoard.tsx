/** The claims board: four columns, one filter, and a status change that asks for its reason. */
import { useDeferredValue, useMemo, useState } from 'react'
import type { ClaimStatus } from '../../../core/vocabularyCodes.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useLogIndex } from '../../useLogIndex.ts'
import { AssessDialog } from './AssessDialog.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import { BoardHead } from './BoardHead.tsx'
import { boardView, columnOf, type ShownColumn, statusesOf } from './boardModel.ts'
import { ClaimPanel } from './ClaimPanel.tsx'
import { useBoardFocus } from './useBoardFocus.ts'
import './board.css'

interface Assessing {
  readonly claimId: string
  readonly suggestedStatus?: ClaimStatus
}

export function ClaimsBoard() {
  const { t, direction } = useLanguage()
  const claims = useRecords('claims')
  const sourcing = useLogIndex('sourcing')
  const [filter, setFilter] = useState('')
  const [showsSuperseded, setShowsSuperseded] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const [assessing, setAssessing] = useState<Assessing | null>(null)
  const deferredFilter = useDeferredValue(filter)
  const view = useMemo(
    () => boardView(claims, deferredFilter, showsSuperseded),
    [claims, deferredFilter, showsSuperseded],
  )
  const focus = useBoardFocus(view, direction)
  const openClaim = openId === null ? undefined : claims[openId]

  const drop = (claimId: string, column: ShownColumn) => {
    const claim = claims[claimId]
    const suggestedStatus = statusesOf(column)[0]
    if (!claim || columnOf(claim.status) === column || suggestedStatus === undefined) return
    setAssessing({ claimId, suggestedStatus })
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
  const closePanel = () => {
    setOpenId(null)
    if (openId !== null) focus.focusCard(openId)
  }
  const closeAssessing = () => {
    setAssessing(null)
    // The card the dialog was opened from may stand in another column by now.
    if (assessing !== null && openId === null) focus.focusCard(assessing.claimId)
  }
  const isEmpty = Object.keys(claims).length === 0
  return (
    <section className="board" aria-labelledby="board-title">
      <BoardHead
        view={view}
        filter={filter}
        onFilter={setFilter}
        showsSuperseded={showsSuperseded}
        onShowSuperseded={setShowsSuperseded}
      />
      {isEmpty ? (
        <EmptyState title={t('board.empty.title')}>{t('board.empty.body')}</EmptyState>
      ) : (
        <div className="board__body">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards inside. */}
          <div className="board__columns" onKeyDown={onKeyDown} onFocus={focus.onFocus} onBlur={focus.onBlur}>
            {view.columns.map(({ column, claims: cards }) => (
              <BoardColumn
                key={column}
                column={column}
                claims={cards}
                sourcing={sourcing}
                activeId={focus.activeId}
                openId={openId}
                focusTurn={focus.focusTurn}
                onActivate={focus.activate}
                onOpen={setOpenId}
                onChangeStatus={(claimId) => setAssessing({ claimId })}
                onDrop={drop}
              />
            ))}
          </div>
          {openClaim === undefined ? null : (
            <ClaimPanel
              key={openClaim.id}
              claim={openClaim}
              sourcing={sourcing}
              onClose={closePanel}
              onChangeStatus={() => setAssessing({ claimId: openClaim.id })}
            />
          )}
        </div>
      )}
      {assessing === null ? null : <AssessDialog {...assessing} onClose={closeAssessing} />}
    </section>
  )
}
