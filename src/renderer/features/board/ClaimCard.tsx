/** One claim on the board: its sentence, where it stands, how credible it is, who stands behind it, what to look at. */
import type { Claim } from '../../../core/claim.ts'
import { ClaimMarks } from '../../claims/ClaimMarks.tsx'
import { bestReliability } from '../../claims/sourceGrades.ts'
import { dateWords } from '../../dateWords.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useSourcing } from '../../useSourcing.ts'
import { visibleTurns } from '../../visibleText.ts'

/** Our own type, so that a card dragged out of the window carries nothing anywhere. */
export const CARD_TYPE = 'application/x-daybook-claim'

export interface ClaimCardProps {
  readonly claim: Claim
  /** The card the Tab key reaches; the arrow keys lead to the others. */
  readonly isActive: boolean
  readonly onActivate: () => void
  readonly onOpen: () => void
  readonly onChangeStatus: () => void
}

export function ClaimCard({ claim, isActive, onActivate, onOpen, onChangeStatus }: ClaimCardProps) {
  const words = useLanguage()
  const { t } = words
  const sources = useRecords('sources')
  const sourcing = useSourcing(claim.id)
  const { status, credibility, asOf } = claim
  const statement = visibleTurns(claim.statement)
  const grade = sourcing === undefined ? null : bestReliability(sourcing.forIt, sources)
  const startDrag = (event: React.DragEvent) => {
    event.dataTransfer.setData(CARD_TYPE, claim.id)
    event.dataTransfer.effectAllowed = 'move'
    onActivate()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the pointer's shortcut; the button below and the M key do the same.
    <div className="card" draggable onDragStart={startDrag}>
      <button
        type="button"
        className="card__main"
        data-claim={claim.id}
        tabIndex={isActive ? 0 : -1}
        aria-keyshortcuts="Enter M"
        onFocus={onActivate}
        onClick={onOpen}
      >
        <span className="card__statement" dir="auto">
          {statement}
        </span>
        <span className="card__status">
          <StatusMark kind="claim" status={status} />
        </span>
        <span className="card__facts">
          <span className="card__fact">
            <span className="card__name">{t('board.card.information')}</span>
            <span>
              {t('board.card.credibility', { grade: credibility, words: t(`credibility.${credibility}`) })}
            </span>
          </span>
          <span className="card__fact">
            <span className="card__name">{t('board.card.sources')}</span>
            <span>
              {grade === null
                ? t('board.card.noSource')
                : t('board.panel.grade', { grade, words: t(`reliability.${grade}`) })}
            </span>
          </span>
          <span className="card__fact">
            <span className="card__name">{t('board.card.roots')}</span>
            <span>
              {t('board.card.rootsBoth', {
                forIt: sourcing?.forIt.independentRoots ?? 0,
                against: sourcing?.against.independentRoots ?? 0,
              })}
            </span>
          </span>
        </span>
        <ClaimMarks claim={claim} />
        <span className="card__day">
          {asOf === undefined
            ? t('board.card.noAsOf')
            : t('board.card.asOf', { day: dateWords(asOf, words) })}
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
