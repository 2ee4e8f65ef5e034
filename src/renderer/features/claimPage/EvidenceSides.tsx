/** Evidence for and against a claim, side by side: each item with its place, quotation, connection and origin. */
import { useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { ClaimSourcing, EvidenceSide } from '../../../core/sourcing/sourcing.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { EvidenceItem } from './EvidenceItem.tsx'
import { PageSection } from './PageSection.tsx'

export interface EvidenceSidesProps {
  readonly claim: Claim
  readonly sourcing: ClaimSourcing | undefined
}

export function EvidenceSides({ claim, sourcing }: EvidenceSidesProps) {
  const t = useText()
  return (
    <PageSection title={t('claims.evidence.title')}>
      <div className="evidence">
        <Side title={t('claims.evidence.for')} links={claim.evidenceFor} side={sourcing?.forIt} />
        <Side title={t('claims.evidence.against')} links={claim.evidenceAgainst} side={sourcing?.against} />
      </div>
    </PageSection>
  )
}

/** More than so many items are shown when they are asked for. */
const MOST = 20

interface SideProps {
  readonly title: string
  readonly links: Claim['evidenceFor']
  readonly side: EvidenceSide | undefined
}

function Side({ title, links, side }: SideProps) {
  const t = useText()
  const [shown, setShown] = useState(MOST)
  const roots = new Set(side?.independent.flatMap((each) => each.roots.flatMap((root) => root.items)))
  return (
    <section className="evidence__side" aria-label={title}>
      <h3>{title}</h3>
      <p className="evidence__roots">
        {links.length === 0
          ? t('claims.evidence.none')
          : t('claims.evidence.roots', {
              items: side?.items.length ?? 0,
              roots: side?.independentRoots ?? 0,
            })}
      </p>
      {(side?.circular ?? []).map(({ items, root }) => (
        <p key={root} className="evidence__circular">
          {t('claims.evidence.circular', { count: items.length })}
        </p>
      ))}
      <ul className="evidence__items">
        {links.slice(0, shown).map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one item may be used twice, for two places in it.
          <EvidenceItem key={`${index} ${link.item}`} link={link} isRoot={roots.has(link.item)} />
        ))}
      </ul>
      {links.length > shown ? (
        <Button size="small" variant="quiet" onPress={() => setShown(links.length)}>
          {t('claims.evidence.showAll', { count: links.length })}
        </Button>
      ) : null}
    </section>
  )
}
