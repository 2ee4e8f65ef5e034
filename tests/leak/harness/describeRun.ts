/** A run in words: what was compared, and of each counterexample all that is needed to see it again. */
import type { Difference } from './differences.ts'
import { type Failure, type Report, shareHeld } from './runPairs.ts'

export function describeRun(report: Report): string {
  const { from, pairs, profiles, compared, bytes, rows, happened, failures, seed } = report
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  return [
    `pairs ${pairs} from number ${from}, profiles ${profiles.join(', ')}, seed ${seed}`,
    `briefs compared: ${Object.entries(compared)
      .map(([form, count]) => `${form} ${count}`)
      .join(', ')}; ${bytes} bytes`,
    ...Object.entries(rows).map(
      ([name, { held, eligible }]) =>
        `rows held, ${name}: ${held} of ${eligible} eligible (${percent(eligible === 0 ? 0 : held / eligible)})`,
    ),
    `rows held on average: ${percent(shareHeld(report))}`,
    ...Object.entries(happened)
      .sort()
      .map(([what, briefs]) => `briefs with ${what}: ${briefs}`),
    `differences: ${failures.length}`,
    ...failures.map(describeFailure),
  ].join('\n')
}

export function describeFailure({ pair, form, differences, firstDifference }: Failure): string {
  const { request, seed, number } = pair
  return [
    `seed ${seed}, pair ${number}, profile ${request.profile.name}, form ${form}, language ${request.language}`,
    `  layout ${request.layout}, order ${request.order}`,
    `  coarsen ${JSON.stringify(request.coarsen)}, small classes kept: ${request.keepSmallClasses}`,
    `  first differing byte ${firstDifference.at}:`,
    `    ${JSON.stringify(firstDifference.one)}`,
    `    ${JSON.stringify(firstDifference.two)}`,
    ...differences.map((each) => `  ${describeDifference(each)}`),
  ].join('\n')
}

/** The field that is responsible, and what the twin holds there. */
export function describeDifference(difference: Difference): string {
  switch (difference.what) {
    case 'value':
      return `${fieldOf(difference)} = ${JSON.stringify(difference.value)}`
    case 'length':
      return `${fieldOf(difference)} shortened to ${difference.length}`
    case 'id':
      return `id of ${difference.spot.kind} ${difference.spot.id} = ${difference.value}`
    case 'order':
      return `entry order of ${difference.collection}`
    case 'history':
      return `history of ${difference.spot.kind} ${difference.spot.id}`
    case 'extra':
      return `one more record in ${difference.extra.collection}: ${JSON.stringify(difference.extra.record).slice(0, 200)}`
  }
}

const fieldOf = ({ spot, path }: Extract<Difference, { what: 'value' | 'length' }>): string =>
  `${spot.kind} ${spot.id} ${path.join('.')}`
