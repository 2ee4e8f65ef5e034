/**
 * What people said since a brief left that takes from it what it rested on: a no to something its profile asked, a yes
 * that has run out, was taken out, or holds for another organisation only.
 */
import { z } from 'zod'
import { type Consent, type ConsentPurpose, type ConsentState, consentState, isGiven } from '../consent.ts'
import { dayToEdtf } from '../edtfDays.ts'
import { edtfSpan } from '../edtfSpan.ts'
import { stateBeforeInstant } from '../history/recordHistory.ts'
import type { Log } from '../log.ts'
import { consentSchema } from '../recordBase.ts'
import type { Release } from '../release.ts'
import { sinceWhen } from './sinceWhen.ts'

export type ConsentChangeCode =
  | 'consent-withdrawn'
  | 'consent-refused'
  | 'consent-expired'
  | 'consent-narrowed'

export interface ConsentChange {
  readonly code: ConsentChangeCode
  readonly purpose: ConsentPurpose
  /** YYYY-MM-DD; null when nobody noted it. */
  readonly since: string | null
}

interface Holder {
  readonly kind: 'persons' | 'sources'
  readonly id: string
  readonly consents: readonly Consent[]
}

/**
 * One change for each purpose about which this person or source said something else, in the order asked.
 * @param purposes what the profile asked when the brief left. @param today YYYY-MM-DD.
 */
export function consentChanges(
  holder: Holder,
  release: Release,
  purposes: readonly ConsentPurpose[],
  log: Log,
  today: string,
): ConsentChange[] {
  const reliedOn = new Set(
    release.consentsReliedOn.flatMap((each) => (each.holder === holder.id ? [each.purpose] : [])),
  )
  const asked = new Set<ConsentPurpose>([...purposes, 'keep-in-log', ...reliedOn])
  return [...asked].flatMap((purpose) => {
    const own = holder.consents.filter((consent) => consent.purpose === purpose)
    const no = noOf(own, purpose, today)
    if (no !== null) return [{ ...no, purpose, since: no.since ?? sinceState(holder, purpose, log) }]
    if (!reliedOn.has(purpose)) return []
    const isThere = isGiven(consentState(own, purpose, today))
    if (isThere && !isNarrowed(holder, purpose, own, release, log)) return []
    const since = dayOf(own.at(-1)?.on) ?? sinceState(holder, purpose, log)
    return [{ code: 'consent-narrowed' as const, purpose, since }]
  })
}

const CODE_OF_NO: Partial<Record<ConsentState, Exclude<ConsentChangeCode, 'consent-narrowed'>>> = {
  refused: 'consent-refused',
  withdrawn: 'consent-withdrawn',
  expired: 'consent-expired',
}

/** The gravest no to any organisation or to all. */
function noOf(
  own: readonly Consent[],
  purpose: ConsentPurpose,
  today: string,
): Pick<ConsentChange, 'code' | 'since'> | null {
  const byOrganisation = [...Map.groupBy(own, ({ organisation }) => organisation ?? '').values()]
  const found = byOrganisation.flatMap((consents) => {
    const state = consentState(consents, purpose, today)
    const code = CODE_OF_NO[state]
    const last = consents.at(-1)
    if (code === undefined || last === undefined) return []
    // A yes that ran out did so on the day after its last; what was written down as a no has its own day.
    const since = isGiven(last.state) ? dayAfter(last.expiresOn) : dayOf(last.on)
    return [{ code, since }]
  })
  const order = ['consent-withdrawn', 'consent-refused', 'consent-expired'] as const
  return found.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0] ?? null
}

/** Is the yes to an organisation that the brief is not for, and was it another when the brief left? */
function isNarrowed(
  { kind, id }: Holder,
  purpose: ConsentPurpose,
  own: readonly Consent[],
  { at, recipient }: Release,
  log: Log,
): boolean {
  const to = own.at(-1)?.organisation
  if (to === undefined || to === recipient) return false
  const then = stateBeforeInstant(log, kind, id, at)
  if (then === null || then === 'not-yet') return true
  return JSON.stringify(consentsTo(purpose, then.record)) !== JSON.stringify(own)
}

const withConsents = z.looseObject({ consents: z.array(consentSchema).default([]) })

function consentsTo(purpose: ConsentPurpose, untrustedRecord: unknown): readonly Consent[] {
  const parsed = withConsents.safeParse(untrustedRecord)
  return parsed.success ? parsed.data.consents.filter((consent) => consent.purpose === purpose) : []
}

/** The day since when the record has said of that purpose what it says. */
function sinceState({ kind, id, consents }: Holder, purpose: ConsentPurpose, log: Log): string | null {
  const now = JSON.stringify(consents.filter((consent) => consent.purpose === purpose))
  return sinceWhen(log, kind, id, (record) => JSON.stringify(consentsTo(purpose, record)) === now)
}

function dayOf(edtf: string | undefined): string | null {
  const day = edtf === undefined ? null : (edtfSpan(edtf)?.earliest ?? null)
  return day === null || !/^\d{4}-/.test(day) ? null : dayToEdtf(day)
}

function dayAfter(edtf: string | undefined): string | null {
  const day = edtf === undefined ? null : (edtfSpan(edtf)?.latest ?? null)
  if (day === null || !/^\d{4}-/.test(day)) return null
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
