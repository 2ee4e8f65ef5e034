/**
 * The counts of the patterns, one after the other, so that the window takes keys between them. Those of the rows before
 * stay until the first of these is there.
 */
import { useEffect, useMemo, useState } from 'react'
import { type Breakdown, breakdown } from '../../../core/views/breakdown.ts'
import { type CodesOf, codeIndex } from '../../../core/views/codeIndex.ts'
import { monthKeysOf, seasonKeysOf, yearKeysOf } from '../../../core/views/dateKeys.ts'
import { dateSpans } from '../../../core/views/dateSpans.ts'
import { foldCodes } from '../../../core/views/foldCodes.ts'
import { figuresOf } from '../../../core/views/persons.ts'
import { reportLinks } from '../../../core/views/reportLinks.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { nextTask } from '../../nextTask.ts'
import { useRecords } from '../../store.ts'
import type { IncidentCodes } from '../views/keyWords.ts'

export const DIMENSIONS = [
  'month',
  'year',
  'season',
  'place',
  'violation',
  'victims',
  'perpetrator',
  'sourceKind',
] as const
export type Dimension = (typeof DIMENSIONS)[number]
export type Patterns = Readonly<Partial<Record<Dimension, Breakdown>>>

/** Codes with a row of their own; the others share one. Periods stand for themselves. */
const MOST_ROWS = 200
const isTime = (dimension: Dimension): boolean => dimension === 'month' || dimension === 'year'

const NO_KINDS: readonly string[] = []

interface Counted {
  readonly of: object
  readonly patterns: Patterns
}

/** What is counted so far. */
export function usePatterns(rows: readonly IncidentRow[], codes: IncidentCodes): Patterns {
  const claims = useRecords('claims')
  const sourceItems = useRecords('sourceItems')
  const sources = useRecords('sources')
  const input = useMemo(
    () => ({ rows, codes, log: { claims, sourceItems, sources } }),
    [rows, codes, claims, sourceItems, sources],
  )
  const [counted, setCounted] = useState<Counted>({ of: input, patterns: {} })
  useEffect(() => {
    const steps = countPatterns(input)
    let patterns: Patterns = {}
    let callOff = () => {}
    const next = () => {
      const step = steps.next()
      if (step.done === true) return
      if (step.value !== null) {
        patterns = { ...patterns, ...step.value }
        setCounted({ of: input, patterns })
      }
      callOff = nextTask(next)
    }
    callOff = nextTask(next)
    return () => callOff()
  }, [input])
  return counted.patterns
}

interface PatternInput {
  readonly rows: readonly IncidentRow[]
  readonly codes: IncidentCodes
  readonly log: Parameters<typeof reportLinks>[1]
}

/** Counts one dimension in each step; null for a step that only makes ready. */
export function* countPatterns({ rows, codes, log }: PatternInput): Generator<Patterns | null, void, void> {
  const figures = figuresOf(rows)
  yield null
  const links = reportLinks(rows, log)
  yield null
  const spans = dateSpans(rows)
  yield null
  const by: Readonly<Record<Dimension, CodesOf<IncidentRow> | null>> = {
    month: monthKeysOf(spans),
    year: yearKeysOf(spans),
    season: seasonKeysOf(spans),
    place: codes.place,
    violation: codes.violation,
    victims: codes.victims,
    perpetrator: codes.perpetrator,
    sourceKind: (_, row) => links.kinds.get(row) ?? NO_KINDS,
  }
  for (const dimension of DIMENSIONS) {
    const codesOf = by[dimension]
    if (codesOf === null) continue
    const index = codeIndex(rows, codesOf)
    yield { [dimension]: breakdown(isTime(dimension) ? index : foldCodes(index, MOST_ROWS), links, figures) }
  }
}
