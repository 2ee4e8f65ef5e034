/** Evidence for and against a claim, side by side, with where each item came from. */
import type { Claim } from '../../../core/claim.ts'
import type { EvidenceSide } from '../../../core/sourcing/sourcing.ts'
import { openRecord } from '../../navigation.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { visibleTurns } from '../../visibleText.ts'

export interface EvidenceSidesProps {
  readonly claim: Claim
  readonly forIt: EvidenceSide
  readonly against: EvidenceSide
}

export function EvidenceSides({ claim, forIt, against }: EvidenceSidesProps) {
  const t = useText()
  return (
    <section className="claim-panel__section" aria-label={t('board.panel.evidence')}>
      <h3>{t('board.panel.evidence')}</h3>
      <div className="evidence">
        <Side title={t('board.panel.evidenceFor')} links={claim.evidenceFor} roots={forIt.independentRoots} />
        <Side
          title={t('board.panel.evidenceAgainst')}
          links={claim.evidenceAgainst}
          roots={against.independentRoots}
        />
      </div>
    </section>
  )
}

interface SideProps {
  readonly title: string
  readonly links: Claim['evidenceFor']
  readonly roots: number
}

function Side({ title, links, roots }: SideProps) {
  const t = useText()
  return (
    <div className="evidence__side">
      <h4>{title}</h4>
      <p className="evidence__roots">
        {links.length === 0
          ? t('board.panel.noEvidence')
          : t('board.panel.roots', { items: links.length, roots })}
      </p>
      <ul className="evidence__items">
        {links.map((link) => (
          <EvidenceItem key={link.item} itemId={link.item} />
        ))}
      </ul>
    </div>
  )
}

function EvidenceItem({ itemId }: { readonly itemId: string }) {
  const t = useText()
  const item = useRecords('sourceItems')[itemId]
  const sources = useRecords('sources')
  if (!item) return <li className="evidence__gone">{t('board.panel.itemGone')}</li>
  const source = sources[item.source]
  return (
    <li>
      <Chip text={item.title} onOpen={() => openRecord('sourceItems', item.id)} />
      <p className="evidence__from">
        {source === undefined ? null : (
          <span>
            <bdi>{visibleTurns(source.name)}</bdi> ·{' '}
            {t('board.panel.reliability', { grade: source.reliability })}
          </span>
        )}
        {item.derivesFrom.length > 0 ? <span>{t('board.panel.derived')}</span> : null}
      </p>
    </li>
  )
}
