/** A claim beside the board: grades in words, why not higher, evidence on both sides, history. */
import { useEffect, useRef } from 'react'
import type { Claim } from '../../../core/claim.ts'
import { claimSourcing } from '../../../core/sourcing/claimSourcing.ts'
import { dateWords } from '../../dateWords.ts'
import { openRecord } from '../../navigation.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfidentialityMark } from '../../ui/ConfidentialityMark.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import type { LogIndexView } from '../../useLogIndex.ts'
import { visibleTurns } from '../../visibleText.ts'
import { ClaimHistory } from './ClaimHistory.tsx'
import { EvidenceSides } from './EvidenceSides.tsx'
import { WhyNotHigher } from './WhyNotHigher.tsx'

export interface ClaimPanelProps {
  readonly claim: Claim
  readonly sourcing: LogIndexView<'sourcing'>
  readonly onClose: () => void
  readonly onChangeStatus: () => void
}

export function ClaimPanel({ claim, sourcing, onClose, onChangeStatus }: ClaimPanelProps) {
  const words = useLanguage()
  const { t } = words
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { forIt, against, cap } = sourcing.index.of(claim.id) ?? claimSourcing(claim, sourcing.index.records)
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    <aside className="claim-panel" aria-label={t('board.panel.label')} onKeyDown={onKeyDown}>
      <header className="claim-panel__head">
        <h2 ref={heading} tabIndex={-1} dir="auto">
          {visibleTurns(claim.statement)}
        </h2>
        <Button
          variant="quiet"
          size="small"
          icon="close"
          aria-label={t('board.panel.close')}
          onPress={onClose}
        />
      </header>
      <div className="claim-panel__body">
        <div className="claim-panel__actions">
          <StatusMark kind="claim" status={claim.status} />
          <Button size="small" onPress={onChangeStatus}>
            {t('board.card.change')}
          </Button>
          <Button variant="quiet" size="small" onPress={() => openRecord('claims', claim.id)}>
            {t('board.panel.edit')}
          </Button>
        </div>
        <dl className="claim-facts">
          <Fact name={t('board.panel.credibility')}>
            {t('board.card.credibility', {
              grade: claim.credibility,
              words: t(`credibility.${claim.credibility}`),
            })}
          </Fact>
          <Fact name={t('board.panel.standard')}>{t(`standard.${claim.standardMet}`)}</Fact>
          <Fact name={t('board.panel.asOf')}>
            {claim.asOf === undefined ? t('board.card.noAsOf') : dateWords(claim.asOf, words)}
          </Fact>
          <Fact name={t('board.panel.kind')}>{t(`claimKind.${claim.kind}`)}</Fact>
          <Fact name={t('board.panel.label.sharing')}>
            <ConfidentialityMark label={claim.confidentiality} />
          </Fact>
        </dl>
        <section className="claim-panel__section" aria-label={t('board.panel.wording')}>
          <h3>{t('board.panel.wording')}</h3>
          <p dir="auto" className={claim.safeWording ? 'claim-panel__wording' : 'claim-panel__none'}>
            {claim.safeWording ? visibleTurns(claim.safeWording) : t('board.panel.noWording')}
          </p>
        </section>
        <WhyNotHigher cap={cap} credibility={claim.credibility} />
        <EvidenceSides claim={claim} forIt={forIt} against={against} />
        <ClaimHistory claim={claim} />
      </div>
    </aside>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
