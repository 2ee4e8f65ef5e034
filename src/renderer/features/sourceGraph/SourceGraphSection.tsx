/** Where the evidence of a claim comes from: as a picture, and the same as a list. */
import { useMemo } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Claim } from '../../../core/claim.ts'
import { useText } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useSourceGraph } from '../../useSourcing.ts'
import { PageSection } from '../claimPage/PageSection.tsx'
import { GraphList } from './GraphList.tsx'
import { GraphPicture } from './GraphPicture.tsx'
import { layoutGraph } from './graphLayout.ts'
import './sourceGraph.css'

export function SourceGraphSection({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const graph = useSourceGraph(claim)
  const layout = useMemo(() => layoutGraph(graph), [graph])
  const { forIt, against } = graph.sourcing
  const rings = graph.itemCircles.length + graph.sourceCircles.length
  if (graph.items.length === 0)
    return (
      <PageSection title={t('claims.graph.title')}>
        <p className="page-none">{t('claims.graph.empty')}</p>
      </PageSection>
    )
  return (
    <PageSection title={t('claims.graph.title')}>
      <p>
        {t('claims.graph.summary', {
          items: graph.items.length,
          forIt: forIt.independentRoots,
          against: against.independentRoots,
        })}
      </p>
      {rings > 0 ? <p className="graph__warning">{t('claims.graph.circles', { count: rings })}</p> : null}
      <GraphPicture claim={claim} graph={graph} layout={layout} />
      <Disclosure className="more">
        <Heading level={3}>
          <AriaButton slot="trigger" className="more__button">
            <Icon name="open" size={14} />
            {t('claims.graph.asList')}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <GraphList graph={graph} />
        </DisclosurePanel>
      </Disclosure>
    </PageSection>
  )
}
