/** One claim on the board: its sentence, where it stands, how credible it is, who stands behind it. */
import type { Claim } from '../../../core/claim.ts'
import type { ClaimSourcing } from '../../../core/sourcing/sourcing.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { visibleTurns } from '../../visibleText.ts'

/** Our own type, so that a card dragged out of the window carries nothing anywhere. */
export const CARD_TYPE = 'application/x-daybook-claim'

export interface ClaimCardProps {
  readonly claim: Claim
  /** Undefined in the moment between a claim's leaving and its card's. */
  readonly sourcing: ClaimSourcing | undefined
  /** The card the Tab key reaches; the arrow keys lead to the others. */
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly onActivate: () => void
  readonly onOpen: () => void
  readonly onChangeStatus: () => void
}

export function ClaimCard(props: ClaimCardProps) {
  const { claim, sourcing, isActive, isOpen, onActivate, onOpen, onChangeStatus } = props
  const words = useLanguage()
  const { t } = words
  const independentFor = sourcing?.forIt.independentRoots ?? 0
  const independentAgainst = sourcing?.against.independentRoots ?? 0
  const { status, credibility, asOf } = claim
  const statement = visibleTurns(claim.statement)
  const startDrag = (event: React.DragEvent) => {
    event.dataTransfer.setData(CARD_TYPE, claim.id)
    event.dataTransfer.effectAllowed = 'move'
    onActivate()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the pointer's shortcut; the button below and the M key do the same.
    <div className={isOpen ? 'card card--open' : 'card'} draggable onDragStart={startDrag}>
      <button
        type="button"
        className="card__main"
        data-claim={claim.id}
        tabIndex={isActive ? 0 : -1}
        aria-expanded={isOpen}
        onFocus={onActivate}
        onClick={onOpen}
      >
        <span className="card__statement" dir="auto">
          {statement}
        </span>
        <span className="card__status">
          <StatusMark kind="claim" status={status} />
        </span>
        <span className="card__grade">
          {t('board.card.credibility', { grade: credibility, words: t(`credibility.${credibility}`) })}
        </span>
        <span className="card__facts">
          <span title={t('board.card.for', { count: independentFor })}>
            {t('board.card.forShort', { count: independentFor })}
          </span>
          <span title={t('board.card.against', { count: independentAgainst })}>
            {t('board.card.againstShort', { count: independentAgainst })}
          </span>
          <span className="card__day">
            {asOf === undefined
              ? t('board.card.noAsOf')
              : t('board.card.asOf', { day: dateWords(asOf, words) })}
          </span>
        </span>
      </button>
      <Button
        variant="quiet"
        size="small"
        className="card__change"
        aria-label={t('board.card.changeLabel', { statement })}
        excludeFromTabOrder={!isActive}
        onPress={onChangeStatus}
      >
        {t('board.card.change')}
      </Button>
    </div>
  )
}
