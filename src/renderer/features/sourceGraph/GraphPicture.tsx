/**
 * The source graph as a picture: boxes over lines, read from the claim on. One box is reached by Tab, the arrow keys
 * follow the lines, Enter opens the record. The lines are drawn by their ends, so a mirrored window mirrors them.
 */
import { useLayoutEffect, useRef, useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { SourceGraph } from '../../../core/sourcing/sourceGraph.ts'
import { openRecord } from '../../navigation.ts'
import { useLanguage } from '../../text.ts'
import { arrowMove } from '../../ui/arrowMove.ts'
import { Button } from '../../ui/Button.tsx'
import { GraphBox } from './GraphBox.tsx'
import { GraphLines } from './GraphLines.tsx'
import { CLAIM_KEY, type GraphLayout, type GraphNode } from './graphLayout.ts'
import { nextNode } from './graphMoves.ts'
import { useBoxWords } from './useBoxWords.ts'

export interface GraphPictureProps {
  readonly claim: Claim
  readonly graph: SourceGraph
  readonly layout: GraphLayout
}

const SMALLEST = 0.4
const LARGEST = 2
const STEP = 1.25
/** A picture is made smaller to fit the page, but not so small that its words cannot be read. */
const READABLE = 0.72
/** Wider or higher than this, in CSS pixels, a picture can be made smaller and larger. */
const LARGE = { width: 700, height: 600 }

export function GraphPicture({ claim, graph, layout }: GraphPictureProps) {
  const { t, direction } = useLanguage()
  const [activeKey, setActiveKey] = useState(CLAIM_KEY)
  const [isInside, setInside] = useState(false)
  const [scale, setScale] = useState(1)
  const picture = useRef<HTMLDivElement>(null)
  const wordsOf = useBoxWords(claim, graph)
  const active = layout.nodes.find((node) => node.key === activeKey) ?? layout.nodes[0]
  const isLarge = layout.width > LARGE.width || layout.height > LARGE.height

  const zoom = (step: number) =>
    setScale((before) => Math.max(SMALLEST, Math.min(LARGEST, before * STEP ** step)))
  const fitWidth = (least: number): number => {
    // Less the frame of the picture.
    const room = (picture.current?.clientWidth ?? layout.width) - 2
    const fitting = Math.max(least, Math.min(1, room / layout.width))
    setScale(fitting)
    return fitting
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: fitted once for each width of the picture.
  useLayoutEffect(() => {
    const fitting = fitWidth(READABLE)
    const claimBox = layout.nodes.find((node) => node.key === CLAIM_KEY)
    if (picture.current === null || claimBox === undefined) return
    // Of a high picture the middle is seen first, where the claim stands.
    const middle = (claimBox.y + claimBox.height / 2) * fitting
    picture.current.scrollTop = middle - picture.current.clientHeight / 2
  }, [layout.width])
  const open = (node: GraphNode) => {
    if (node.kind === 'item') openRecord('sourceItems', node.id)
    else if (node.kind === 'source') openRecord('sources', node.id)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || active === undefined) return
    if (isLarge && (event.key === '+' || event.key === '-' || event.key === '0')) {
      if (event.key === '0') fitWidth(SMALLEST)
      else zoom(event.key === '+' ? 1 : -1)
      event.preventDefault()
      return
    }
    const move = arrowMove(event.key, direction)
    if (move === null) return
    event.preventDefault()
    const to = nextNode(layout, active, move)
    setActiveKey(to.key)
    picture.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(to.key)}"]`)?.focus()
  }
  return (
    <div className="graph">
      {isLarge ? (
        <div className="graph__tools">
          <span className="graph__hint">{t('claims.graph.hint')}</span>
          <Button size="small" aria-label={t('claims.graph.smaller')} onPress={() => zoom(-1)}>
            −
          </Button>
          <Button size="small" aria-label={t('claims.graph.larger')} onPress={() => zoom(1)}>
            +
          </Button>
          <Button size="small" onPress={() => fitWidth(SMALLEST)}>
            {t('claims.graph.fit')}
          </Button>
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a picture that is walked through is no set of form controls. */}
      <div
        ref={picture}
        className="graph__picture"
        role="group"
        aria-label={t('claims.graph.picture')}
        onKeyDown={onKeyDown}
        onFocus={() => setInside(true)}
        onBlur={() => setInside(false)}
      >
        <div
          className="graph__canvas"
          style={{ inlineSize: layout.width, blockSize: layout.height, zoom: scale }}
        >
          <GraphLines
            layout={layout}
            activeKey={isInside ? activeKey : null}
            isMirrored={direction === 'rtl'}
          />
          {layout.nodes.map((node) => (
            <GraphBox
              key={node.key}
              node={node}
              words={wordsOf(node)}
              isCompact={layout.isCompact}
              isActive={node === active}
              onActivate={() => setActiveKey(node.key)}
              onOpen={() => open(node)}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
