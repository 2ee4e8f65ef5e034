/** The source graph as nested lists: for, and against. */
import { Button } from 'react-aria-components'
import type { SourceGraph } from '../../../core/sourcing/sourceGraph.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import { openRecord } from '../../navigation.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import { graphTree, type TreeNode } from './graphTree.ts'

const SIDES = ['for', 'against'] as const

export function GraphList({ graph }: { readonly graph: SourceGraph }) {
  const { t } = useLanguage()
  return (
    <div className="graph-list">
      {SIDES.map((side) => {
        const nodes = graphTree(graph, side)
        return (
          <section key={side} aria-label={t(`claims.evidence.${side}`)}>
            <h4>{t(`claims.evidence.${side}`)}</h4>
            {nodes.length === 0 ? <p className="page-none">{t('claims.evidence.none')}</p> : null}
            <NodeList nodes={nodes} />
          </section>
        )
      })}
    </div>
  )
}

function NodeList({ nodes }: { readonly nodes: readonly TreeNode[] }) {
  if (nodes.length === 0) return null
  return (
    <ul>
      {nodes.map((node) => (
        <NodeEntry key={`${node.item.id} ${node.how ?? ''}`} node={node} />
      ))}
    </ul>
  )
}

function NodeEntry({ node }: { readonly node: TreeNode }) {
  const { t } = useLanguage()
  const items = useRecords('sourceItems')
  const sources = useRecords('sources')
  const { item, how, repeat, children } = node
  const record = items[item.id]
  const howKey = `derivation.${how ?? ''}`
  return (
    <li>
      {how !== null && isMessageKey(howKey) ? <span className="graph-list__how">{t(howKey)} </span> : null}
      {record === undefined ? (
        <span className="page-none">{t('claims.graph.deleted')}</span>
      ) : (
        <Button className="text-link" onPress={() => openRecord('sourceItems', item.id)}>
          <bdi>{visibleTurns(record.title)}</bdi>
        </Button>
      )}
      {item.isRoot ? <strong className="graph-list__root">{t('claims.graph.root')}</strong> : null}
      {repeat === null ? null : <span className="graph-list__note">{t(`claims.graph.${repeat}`)}</span>}
      {repeat !== null ? null : (
        <ul className="graph-list__sources">
          {node.sources.map((id, index) => {
            const source = sources[id]
            const name = source === undefined ? t('claims.evidence.sourceGone') : visibleTurns(source.name)
            const grade =
              source === undefined
                ? ''
                : t('board.panel.grade', {
                    grade: source.reliability,
                    words: t(`reliability.${source.reliability}`),
                  })
            return (
              <li key={id}>
                {t(index === 0 ? 'claims.graph.by' : 'claims.graph.gotItFrom', { source: name })}
                {grade === '' ? null : ` · ${grade}`}
              </li>
            )
          })}
        </ul>
      )}
      <NodeList nodes={children} />
    </li>
  )
}
