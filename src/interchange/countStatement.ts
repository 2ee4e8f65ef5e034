/** The sentence of a number claim: who counted what, where and when. English, like all words the log makes up. */

export type CountedThing = 'killed' | 'injured' | 'detained' | 'missing' | 'killed-or-died' | 'counted'

export interface Count {
  readonly low?: number | undefined
  readonly best?: number | undefined
  readonly high?: number | undefined
}

const VERBS: Readonly<Record<CountedThing, readonly [one: string, many: string]>> = {
  killed: ['was killed', 'were killed'],
  // A table of deaths may count people nobody killed.
  'killed-or-died': ['died or was killed', 'died or were killed'],
  injured: ['was injured', 'were injured'],
  detained: ['was detained', 'were detained'],
  missing: ['went missing', 'went missing'],
  counted: ['was counted', 'were counted'],
}

/** "Between 2 and 5 people were killed (best estimate 3), Rami village, 2013-01-03." At least one number is given. */
export function countStatement(
  thing: CountedThing,
  count: Count,
  at: { readonly place: string; readonly when: string },
): string {
  const known = [count.low, count.best, count.high].filter((n) => n !== undefined)
  const isExact = known.length > 0 && known.every((n) => n === known[0]) && count.best !== undefined
  const place = [at.place.slice(0, 400), at.when].filter((part) => part !== '').join(', ')
  const people = isExact ? exactly(thing, known[0] ?? 0) : range(thing, count)
  return place === '' ? `${people}.` : `${people}, ${place}.`
}

function exactly(thing: CountedThing, n: number): string {
  if (n === 0) return `No one ${VERBS[thing][0]}`
  return n === 1 ? `One person ${VERBS[thing][0]}` : `${n} people ${VERBS[thing][1]}`
}

function range(thing: CountedThing, { low, best, high }: Count): string {
  const verb = VERBS[thing][1]
  const estimate = best === undefined ? '' : ` (best estimate ${best})`
  if (low !== undefined && high !== undefined) {
    return low === high
      ? `${low} people ${verb}${estimate}`
      : `Between ${low} and ${high} people ${verb}${estimate}`
  }
  if (low !== undefined) return `At least ${low} people ${verb}${estimate}`
  if (high !== undefined) return `At most ${high} people ${verb}${estimate}`
  return `${best} people ${verb}`
}
