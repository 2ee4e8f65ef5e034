/** What the user chooses for one brief beside its records: how coarse it is, and which rules of disclosure control hold. */
import {
  COARSENING_STEPS,
  type Coarsening,
  coarseningSchema,
} from '../../../src/core/disclosure/coarsening.ts'
import type { Random } from '../../support/vault/random.ts'

export interface BriefChoices {
  readonly coarsen: Coarsening | 'suggested'
  readonly keepSmallClasses: boolean
}

/** What holds where nobody chose anything. */
export const USUAL_CHOICES: BriefChoices = { coarsen: 'suggested', keepSmallClasses: false }

/** Mostly the usual ones. */
export function someChoices(random: Random): BriefChoices {
  return {
    coarsen: random.chance(0.55) ? 'suggested' : random.chance(0.3) ? {} : namedSteps(random),
    keepSmallClasses: random.chance(0.15),
  }
}

/** Steps of one to three dimensions, whichever the profile shows. */
function namedSteps(random: Random): Coarsening {
  const ladders: [string, readonly string[]][] = Object.entries(COARSENING_STEPS)
  const steps = Array.from({ length: 1 + random.below(3) }, () => random.pick(ladders))
  return coarseningSchema.parse(
    Object.fromEntries(steps.map(([dimension, ladder]) => [dimension, random.pick(ladder)])),
  )
}
