/**
 * `redact` beside the ledger. The ledger judges the brief that the records and the user's choices made; it changes that
 * brief only where the user said that rows which earlier releases would give away are to stay out.
 */
import { readLedger } from '../disclosure/earlierReleases.ts'
import { rowsToLeaveOut } from '../disclosure/mendLinks.ts'
import { releasesOfLog } from '../disclosure/releasesOfLog.ts'
import { type DisclosureVerdict, judgeDisclosure } from '../disclosure/verdict.ts'
import { type Redacted, type RedactOptions, redact } from './redact.ts'

export interface RedactedForRelease {
  readonly redacted: Redacted
  readonly verdict: DisclosureVerdict
}

export interface ReleaseOptions extends RedactOptions {
  /** Leave out what earlier releases would give away. */
  readonly leaveOutLinked?: boolean | undefined
}

export function redactForRelease(options: ReleaseOptions): RedactedForRelease {
  const ledger = readLedger(releasesOfLog(options.log))
  const redacted = redact(options)
  const verdict = judgeDisclosure(redacted.disclosure, ledger)
  if (options.leaveOutLinked !== true || verdict.links.length === 0) return { redacted, verdict }
  const { shown, rules, coarsen } = redacted.disclosure
  const { leaveOut } = rowsToLeaveOut(shown, ledger, rules)
  const rest = redact({
    ...options,
    coarsen,
    leaveOut: new Set([...(options.leaveOut ?? []), ...leaveOut]),
  })
  return { redacted: rest, verdict: judgeDisclosure(rest.disclosure, ledger) }
}
