/** What the briefs of a pair went through, so that a run can show that each of it came up. */
import type { MadePair } from './comparePair.ts'

export function whatHappened({ one, two }: MadePair): string[] {
  const { request, redacted, series, leaveOut, verdict } = one
  const { statistics } = redacted.data
  const { coarsen, isEnforced, leftOut } = redacted.disclosure
  const tallies = [statistics.byPeriod, statistics.byViolationType, statistics.byStatus].flat()
  const steps = Object.keys(coarsen).length > 0
  const isStopped = verdict.refusals.some(({ rule }) => rule === 'union')
  const isTwinStopped = two.verdict.refusals.some(({ rule }) => rule === 'union')
  const { layout, order, introduction } = request
  const found: readonly (readonly [string, boolean])[] = [
    ['coarsened as suggested', request.coarsen === 'suggested' && steps],
    ['coarsened by named steps', request.coarsen !== 'suggested' && steps],
    ['small classes left out', isEnforced && leftOut > 0],
    ['small classes kept by an override', redacted.disclosure.rules.mode === 'enforce' && !isEnforced],
    ['small counts hidden', tallies.some(({ count }) => count === null)],
    ['labels of a series', series !== null && redacted.data.people.length > 0],
    ['incidents left out by hand', leaveOut.size > 0],
    [`layout ${layout}`, true],
    [`order ${order}`, true],
    ['an introduction', introduction !== ''],
    ['texts kept', redacted.texts.length > 0],
    ['stopped by the ledger', isStopped || isTwinStopped],
    ['stopped by the ledger of one log only', isStopped !== isTwinStopped],
  ]
  return found.flatMap(([what, isSo]) => (isSo ? [what] : []))
}
