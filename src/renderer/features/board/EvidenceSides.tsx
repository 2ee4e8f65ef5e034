/** Evidence for and against a claim, side by side, with where each item came from. */
import type { Claim } from '../../../core/claim.ts'
import type { Sourcing } from '../../../core/independence.ts'
import { openRecord } from '../../navigation.ts'
import { useText } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { visibleTurns } from '../../visibleText.ts'
import type { CredibilityCap } from './credibilityCap.ts'

export interface EvidenceSidesProps {
  readonly claim: Claim
  readonly sourcing: Sourcing
  readonly cap: CredibilityCap
}

export function EvidenceSides({ claim, sourcing, cap }: EvidenceSidesProps) {
  const t = useText()
  return (
    <section className="claim-panel__section" aria-label={t('board.panel.evidence')}>
      <h3>{t('board.panel.evidence')}</h3>
      <div className="evidence">
        <Side
          title={t('board.panel.evidenceFor')}
          links={claim.evidenceFor}
          roots={cap.independentFor}
          sourcing={sourcing}
        />
        <Side
          title={t('board.panel.evidenceAgainst')}
          links={claim.evidenceAgainst}
          roots={cap.independentAgainst}
          sourcing={sourcing}
        />
      </div>
    </section>
  )
}

interface SideProps {
  readonly title: string
  readonly links: Claim['evidenceFor']
  readonly roots: number
  readonly sourcing: Sourcing
}

function Side({ title, links, roots, sourcing }: SideProps) {
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
          <EvidenceItem key={link.item} itemId={link.item} sourcing={sourcing} />
        ))}
      </ul>
    </div>
  )
}

function EvidenceItem({ itemId, sourcing }: { readonly itemId: string; readonly sourcing: Sourcing }) {
  const t = useText()
  const item = sourcing.items[itemId]
  if (!item) return <li className="evidence__gone">{t('board.panel.itemGone')}</li>
  const source = sourcing.sources[item.source]
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
