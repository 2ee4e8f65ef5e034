/** Where a claim or an incident stands: a shape of its own for each status, and its word. */
import type { ClaimStatus, IncidentStatus } from '../../core/vocabularyCodes.ts'
import { useText } from '../text.ts'
import type { Tone } from './Badge.tsx'
import './surfaces.css'

interface Shape {
  readonly tone: Tone
  /** Outline of a 14 × 14 drawing. */
  readonly line?: string
  /** Filled part. */
  readonly fill?: string
  readonly isDashed?: boolean
}

const CIRCLE = 'M7 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11'
const DIAMOND = 'M7 1l6 6-6 6-6-6z'

const CLAIM_SHAPES: Readonly<Record<ClaimStatus, Shape>> = {
  'not-assessed': { tone: 'neutral', line: CIRCLE, isDashed: true },
  rumour: { tone: 'neutral', line: CIRCLE, fill: 'M7 5.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3' },
  'partly-supported': { tone: 'warning', line: CIRCLE, fill: 'M7 1.5v11a5.5 5.5 0 0 1 0-11' },
  'appears-established': { tone: 'good', line: CIRCLE, fill: 'M7 7V1.5a5.5 5.5 0 1 1-5.5 5.5z' },
  established: { tone: 'good', fill: `${CIRCLE}M4 7.2l2.2 2.3L10.2 5l-1-.9-3 3.4-1.2-1.2z` },
  contested: { tone: 'warning', line: DIAMOND, fill: 'M7 1v12L1 7z' },
  'not-indicated': { tone: 'warning', line: `${CIRCLE}M4.5 7h5` },
  false: { tone: 'bad', line: `${CIRCLE}M5 5l4 4M9 5l-4 4` },
  'cannot-be-verified': {
    tone: 'warning',
    line: `${DIAMOND}M5.8 5.8c0-1.6 2.5-1.6 2.5 0 0 1-1.3 1-1.3 2M7 9.6v.3`,
  },
  superseded: { tone: 'neutral', line: `${CIRCLE}M4.3 7h5M7.3 5l2 2-2 2` },
}

const INCIDENT_SHAPES: Readonly<Record<IncidentStatus, Shape>> = {
  confirmed: { tone: 'good', fill: `${CIRCLE}M4 7.2l2.2 2.3L10.2 5l-1-.9-3 3.4-1.2-1.2z` },
  likely: { tone: 'good', line: CIRCLE, fill: 'M7 7V1.5a5.5 5.5 0 1 1-5.5 5.5z' },
  possible: { tone: 'warning', line: CIRCLE, fill: 'M7 1.5v11a5.5 5.5 0 0 1 0-11' },
  unlikely: { tone: 'warning', line: `${CIRCLE}M4.5 7h5` },
  unknown: { tone: 'neutral', line: CIRCLE, isDashed: true },
}

export type StatusMarkProps =
  | { readonly kind: 'claim'; readonly status: ClaimStatus }
  | { readonly kind: 'incident'; readonly status: IncidentStatus }

export function StatusMark(props: StatusMarkProps) {
  const t = useText()
  const shape = props.kind === 'claim' ? CLAIM_SHAPES[props.status] : INCIDENT_SHAPES[props.status]
  const word =
    props.kind === 'claim' ? t(`status.claim.${props.status}`) : t(`status.incident.${props.status}`)
  return (
    <span className={`mark mark--${shape.tone}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" aria-hidden="true" focusable="false">
        {shape.fill === undefined ? null : <path d={shape.fill} fill="currentColor" fillRule="evenodd" />}
        {shape.line === undefined ? null : (
          <path
            d={shape.line}
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinecap="round"
            strokeLinejoin="round"
            {...(shape.isDashed ? { strokeDasharray: '2 2.2' } : {})}
          />
        )}
      </svg>
      <span>{word}</span>
    </span>
  )
}
