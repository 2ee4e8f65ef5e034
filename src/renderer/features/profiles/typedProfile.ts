/** A profile as it stands in the form: numbers as they were typed, and what is wrong with it. */
import { z } from 'zod'
import type { Kind } from '../../../core/records.ts'
import type { Policy } from '../../../core/redaction/fieldPolicies.ts'
import { PRECISION_CLASSES } from '../../../core/redaction/precision.ts'
import { type Profile, policyOf, profileSchema, staleContactRule } from '../../../core/redaction/profile.ts'
import type { Rule } from '../../../core/redaction/ruleChanges.ts'

const MOST = { k: 1000, l: 100 } as const
const { disclosure, fields, labels, personPurposes, precision, purposes, staleContacts } = profileSchema.shape

/** What may be half-typed: nothing has to be there, and no number has to be one. */
export const typedProfileSchema = z.strictObject({
  name: z.string().max(2_000),
  k: z.string().max(20),
  l: z.string().max(20),
  labels: z.array(labels.element),
  purposes: z.array(purposes.element),
  personPurposes,
  /** Absent in forms that were half-typed in earlier versions. */
  staleContacts: staleContacts.unwrap().default('block'),
  precision,
  mode: disclosure.shape.mode,
  quasiIdentifiers: disclosure.shape.quasiIdentifiers,
  sensitive: disclosure.shape.sensitive,
  fields,
  /** Why some rules are looser; empty for none. */
  reason: z.string().max(2_000),
})
export type TypedProfile = Readonly<z.infer<typeof typedProfileSchema>>

/** The parts of a profile that the form decides. */
export type ProfileRules = Pick<
  Profile,
  'name' | 'labels' | 'purposes' | 'personPurposes' | 'precision' | 'disclosure' | 'fields' | 'reason'
> & { readonly staleContacts: NonNullable<Profile['staleContacts']> }

/** A profile as the form begins with it. */
export function typedOf(
  profile: Omit<ProfileRules, 'staleContacts'> & Pick<Profile, 'staleContacts' | 'basedOn'>,
): TypedProfile {
  const { name, labels, purposes, personPurposes, precision, disclosure, fields } = profile
  const { k, l, mode, quasiIdentifiers, sensitive } = disclosure
  const typed = { name, k: String(k), l: String(l), mode, quasiIdentifiers, sensitive }
  const lists = { labels, purposes, personPurposes, staleContacts: staleContactRule(profile) }
  return { ...typed, ...lists, precision, fields, reason: profile.reason ?? '' }
}

/** What the form decides. A number that cannot be read counts as in `before`, so that everything else can be shown. */
export function rulesOf(typed: TypedProfile, before: Pick<Profile, 'disclosure'>): ProfileRules {
  const { name, k, l, mode, quasiIdentifiers, sensitive, reason, ...rest } = typed
  return {
    ...rest,
    name: name.trim(),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    disclosure: {
      k: readNumber('k', k) ?? before.disclosure.k,
      l: readNumber('l', l) ?? before.disclosure.l,
      mode,
      quasiIdentifiers,
      sensitive,
    },
  }
}

function readNumber(of: keyof typeof MOST, typed: string): number | null {
  const text = typed.trim()
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return number >= 1 && number <= MOST[of] ? number : null
}

export const NUMBER_RANGE = { k: { low: 1, high: MOST.k }, l: { low: 1, high: MOST.l } } as const

export type ProfileProblem = 'nameNeeded' | 'nameTaken' | 'labelNeeded' | 'purposeNeeded' | 'numberNeeded'
export type ProfileProblems = Readonly<
  Partial<Record<'name' | 'labels' | 'purposes' | 'k' | 'l', ProfileProblem>>
>

/** What has to be mended before it can be saved. @param takenNames of the other profiles, shipped ones included. */
export function problemsOf(typed: TypedProfile, takenNames: readonly string[]): ProfileProblems {
  const name = typed.name.trim()
  const folded = name.toLocaleLowerCase()
  return {
    ...(name === ''
      ? { name: 'nameNeeded' as const }
      : takenNames.some((taken) => taken.toLocaleLowerCase() === folded)
        ? { name: 'nameTaken' as const }
        : {}),
    ...(typed.labels.length === 0 ? { labels: 'labelNeeded' as const } : {}),
    ...(typed.purposes.length === 0 ? { purposes: 'purposeNeeded' as const } : {}),
    ...(readNumber('k', typed.k) === null ? { k: 'numberNeeded' as const } : {}),
    ...(readNumber('l', typed.l) === null ? { l: 'numberNeeded' as const } : {}),
  }
}

/** A rule that is either ticked or not. */
export type TickRule = Extract<Rule, { part: 'label' | 'refusal' | 'person' | 'alike' | 'sensitive' }>

/** The same form with a rule ticked or not. */
export function withTick(typed: TypedProfile, rule: TickRule, isOn: boolean): TypedProfile {
  switch (rule.part) {
    case 'label':
      return { ...typed, labels: ticked(typed.labels, rule.label, isOn) }
    case 'refusal':
      return { ...typed, purposes: ticked(typed.purposes, rule.purpose, isOn) }
    case 'person':
      return { ...typed, personPurposes: ticked(typed.personPurposes, rule.purpose, isOn) }
    case 'alike':
      return { ...typed, quasiIdentifiers: ticked(typed.quasiIdentifiers, rule.by, isOn) }
    case 'sensitive':
      return { ...typed, sensitive: ticked(typed.sensitive, rule.by, isOn) }
  }
}

/** The same form with one rule as another profile has it. */
export function withRuleOf(typed: TypedProfile, rule: Rule, other: Profile): TypedProfile {
  const from = typedOf(other)
  switch (rule.part) {
    case 'precision':
      return { ...typed, precision: { ...typed.precision, [rule.of]: from.precision[rule.of] } }
    case 'k':
    case 'l':
    case 'mode':
    case 'staleContacts':
      return { ...typed, [rule.part]: from[rule.part] }
    case 'field':
      return withPolicy(typed, rule.kind, rule.path, policyOf(other, rule.kind, rule.path))
    default:
      return withTick(typed, rule, isTicked(other, rule))
  }
}

/** Does a profile tick a rule that is either ticked or not? */
export function isTicked(profile: Profile, rule: TickRule): boolean {
  switch (rule.part) {
    case 'label':
      return profile.labels.includes(rule.label)
    case 'refusal':
      return profile.purposes.includes(rule.purpose)
    case 'person':
      return profile.personPurposes.includes(rule.purpose)
    case 'alike':
      return profile.disclosure.quasiIdentifiers.includes(rule.by)
    case 'sensitive':
      return profile.disclosure.sensitive.includes(rule.by)
  }
}

/** A list of ticked things with one of them ticked or not; the order stays. */
function ticked<T>(list: readonly T[], entry: T, isOn: boolean): T[] {
  const others = list.filter((each) => each !== entry)
  return isOn ? (list.includes(entry) ? [...list] : [...list, entry]) : others
}

/** The same form with another policy for a field. */
export function withPolicy(typed: TypedProfile, kind: Kind, path: string, policy: Policy): TypedProfile {
  return { ...typed, fields: { ...typed.fields, [kind]: { ...typed.fields[kind], [path]: policy } } }
}

/** Do two forms decide the same? The order of ticks does not count. */
export function isSame(a: TypedProfile, b: TypedProfile): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder(typed: TypedProfile): unknown {
  const { labels, purposes, personPurposes, quasiIdentifiers, sensitive, precision, fields, ...rest } = typed
  return {
    ...rest,
    lists: [labels, purposes, personPurposes, quasiIdentifiers, sensitive].map((list) => [...list].sort()),
    precision: PRECISION_CLASSES.map((of) => precision[of]),
    fields: Object.entries(fields)
      .map(([kind, of]) => [kind, Object.entries(of ?? {}).sort(byFirst)])
      .sort(byFirst),
  }
}

const byFirst = (a: readonly unknown[], b: readonly unknown[]) =>
  Number(String(a[0]) > String(b[0])) - Number(String(a[0]) < String(b[0]))
