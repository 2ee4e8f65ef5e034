/** Earlier states of records: what somebody had typed before, with other protected values and the reasons given. */
import { historyPuts } from '../../../src/core/history/recordChange.ts'
import { applyChange, type Log, type Put } from '../../../src/core/log.ts'
import { type Kind, SCHEMAS } from '../../../src/core/records.ts'
import { createRandom } from '../../support/vault/random.ts'
import { madeUpText } from './madeUpTexts.ts'
import { otherInstant } from './otherValue.ts'
import { setAt, visitLeaves } from './schemaLeaves.ts'

export interface History {
  readonly kind: Exclude<Kind, 'releases'>
  readonly id: string
  /** The earlier texts come from it. */
  readonly seed: number
}

/** The log with one to three earlier states of each of these records. */
export function withHistories(log: Log, histories: readonly History[]): Log {
  return histories.reduce(withHistory, log)
}

function withHistory(log: Log, { kind, id, seed }: History): Log {
  const random = createRandom(seed)
  const present = log[kind][id]
  if (present === undefined) return log
  let at = log
  const states = Array.from({ length: 1 + random.below(3) }, () => earlierState(kind, present, random))
  const [oldest = present, ...later] = states
  at = applyChange(at, [{ kind, id, record: oldest } as Put]).log
  for (const record of [...later, present]) {
    const change = [{ kind, id, record } as Put]
    const cause = { what: 'edited', at: otherInstant(random), reason: madeUpText(random) } as const
    at = applyChange(at, [...change, ...historyPuts(at, change, cause)]).log
  }
  return at
}

function earlierState<R extends object>(kind: Kind, present: R, random: ReturnType<typeof createRandom>): R {
  const earlier = structuredClone(present)
  visitLeaves(SCHEMAS[kind], present, {
    leaf: ({ protected: marked, path }) => {
      if ((marked === 'identity' || marked === 'text') && random.chance(0.3))
        setAt(earlier, path, madeUpText(random))
    },
  })
  return earlier
}
