/** The lines of a source graph and the frames round its circles; for the eyes alone, the boxes say it in words. */
import { useId } from 'react'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import { useText } from '../../text.ts'
import { type GraphLayout, type GraphLine, linePath } from './graphLayout.ts'

export interface GraphLinesProps {
  readonly layout: GraphLayout
  /** Lines that touch this box stand out. */
  readonly activeKey: string | null
  readonly isMirrored: boolean
}

export function GraphLines({ layout, activeKey, isMirrored }: GraphLinesProps) {
  const t = useText()
  const id = useId()
  const mirror = (x: number) => (isMirrored ? layout.width - x : x)
  const isLit = (line: GraphLine) => line.from === activeKey || line.to === activeKey
  const inOrder = [...layout.lines].sort((a, b) => Number(isLit(a)) - Number(isLit(b)))
  return (
    <svg
      className={layout.isCompact ? 'graph__lines graph__lines--many' : 'graph__lines'}
      width={layout.width}
      height={layout.height}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        {(['for', 'against', 'derives', 'by'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${id}-${kind}`}
            className={`graph__head graph__head--${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M1 1l6 3-6 3z" />
          </marker>
        ))}
      </defs>
      {layout.rings.map((ring) => (
        <g key={ring.key}>
          <rect
            className="graph__ring"
            x={mirror(isMirrored ? ring.x + ring.width : ring.x)}
            y={ring.y}
            width={ring.width}
            height={ring.height}
            rx="10"
          />
          <text className="graph__ring-name" x={mirror(ring.x + 8)} y={ring.y - 4}>
            {t('claims.graph.ring')}
          </text>
        </g>
      ))}
      {inOrder.map((line) => (
        <g key={line.key} className={isLit(line) ? 'graph__line graph__line--lit' : 'graph__line'}>
          <path
            className={`graph__way graph__way--${headOf(line)}`}
            d={linePath(line, mirror)}
            markerEnd={`url(#${id}-${headOf(line)})`}
          />
          {layout.isCompact && !isLit(line) ? null : <LineWords line={line} mirror={mirror} />}
        </g>
      ))}
    </svg>
  )
}

function headOf({ kind }: GraphLine): 'for' | 'against' | 'derives' | 'by' {
  switch (kind) {
    case 'for':
    case 'against':
      return kind
    case 'derives-from':
      return 'derives'
    default:
      return 'by'
  }
}

/** The words of a line, where it leaves its box. */
function LineWords({ line, mirror }: { readonly line: GraphLine; readonly mirror: (x: number) => number }) {
  const t = useText()
  const start = line.points[0]
  const key = line.kind === 'got-it-from' ? 'claims.graph.line.gotItFrom' : `derivation.${line.how ?? ''}`
  const end = line.points.at(-1)
  if (start === undefined || end === undefined || !isMessageKey(key)) return null
  if (line.isWithinColumn) {
    const isDown = end.y > start.y
    return (
      <text
        className={`graph__how graph__how--within ${isDown ? '' : 'graph__how--before'}`}
        x={mirror(start.x + (isDown ? 6 : -6))}
        y={(start.y + end.y) / 2 + 4}
      >
        {t(key)}
      </text>
    )
  }
  return (
    <text className="graph__how" x={mirror(start.x + 7)} y={start.y - 5}>
      {t(key)}
    </text>
  )
}
