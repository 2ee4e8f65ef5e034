/** What stands in the boxes of a source graph, and the names they are read out by. */
import { useMemo } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { GraphItem, SourceGraph } from '../../../core/sourcing/sourceGraph.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import type { GraphNode } from './graphLayout.ts'

export interface BoxWords {
  readonly title: string
  /** The second line; empty for none. */
  readonly detail: string
  /** What the place and the lines say, for those who do not see them. */
  readonly rest: string
  readonly isRoot: boolean
  readonly isDeleted: boolean
}

/** Words for every box of the picture, in the current language. */
export function useBoxWords(claim: Claim, graph: SourceGraph): (node: GraphNode) => BoxWords {
  const { t, comma } = useLanguage()
  const items = useRecords('sourceItems')
  const sources = useRecords('sources')
  return useMemo(() => {
    const itemById = new Map(graph.items.map((item) => [item.id, item]))
    const edgesFrom = Map.groupBy(graph.edges, (edge) => edge.from)
    const sourceById = new Map(graph.sources.map((source) => [source.id, source]))
    const inCircle = new Set([...graph.itemCircles, ...graph.sourceCircles].flat())
    const sourceTitle = (id: string) => visibleTurns(sources[id]?.name ?? t('claims.evidence.sourceGone'))
    const itemTitle = (id: string) => visibleTurns(items[id]?.title ?? t('claims.graph.deleted'))
    const gradeWords = (id: string) => {
      const grade = sources[id]?.reliability
      return grade === undefined ? '' : t('board.panel.grade', { grade, words: t(`reliability.${grade}`) })
    }

    const ofItem = (item: GraphItem): BoxWords => {
      const edges = edgesFrom.get(item.id) ?? []
      const source = edges.find((edge) => edge.kind === 'is-by')?.to
      const title = itemTitle(item.id)
      const own = item.isRoot ? t('claims.graph.root') : source === undefined ? '' : sourceTitle(source)
      const parts = [
        ...item.sides.map((side) =>
          t(item.isEvidence ? `claims.graph.${side}` : `claims.graph.behind.${side}`),
        ),
        ...(inCircle.has(item.id) ? [t('claims.graph.inCircle')] : []),
        ...edges.flatMap((edge) =>
          edge.kind === 'derives-from'
            ? [t('claims.graph.derives', { how: t(`derivation.${edge.how}`), item: itemTitle(edge.to) })]
            : [],
        ),
        ...(source === undefined ? [] : [t('claims.graph.by', { source: sourceTitle(source) })]),
      ]
      return {
        title,
        detail: own,
        rest: parts.join(comma),
        isRoot: item.isRoot,
        isDeleted: item.isDeleted,
      }
    }
    const ofSource = (id: string): BoxWords => {
      const origin = (edgesFrom.get(id) ?? []).find((edge) => edge.kind === 'got-it-from')?.to
      const parts = [
        t('claims.graph.source'),
        ...(inCircle.has(id) ? [t('claims.graph.inCircle')] : []),
        ...(origin === undefined ? [] : [t('claims.graph.gotItFrom', { source: sourceTitle(origin) })]),
      ]
      return {
        title: sourceTitle(id),
        detail: gradeWords(id),
        rest: parts.join(comma),
        isRoot: false,
        isDeleted: sourceById.get(id)?.isDeleted ?? true,
      }
    }
    const ofClaim: BoxWords = {
      title: visibleTurns(claim.statement),
      detail: '',
      rest: t('claims.graph.claim'),
      isRoot: false,
      isDeleted: false,
    }
    return (node) => {
      if (node.kind === 'claim') return ofClaim
      if (node.kind === 'source') return ofSource(node.id)
      const item = itemById.get(node.id)
      return item === undefined ? ofClaim : ofItem(item)
    }
  }, [claim, graph, items, sources, t, comma])
}
