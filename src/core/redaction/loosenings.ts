/**
 * What one profile lets out that another does not, rule by rule. This is the one place that says what is looser: a step
 * up a ladder of precision, a later choice for a field, a label more, a consent less, a smaller class.
 */
import { choicesFor, FIELD_POLICIES } from './fieldPolicies.ts'
import { PRECISION_CLASSES, precisionStep } from './precision.ts'
import { type Profile, policyOf, staleContactRule } from './profile.ts'

export interface Loosening {
  /** `labels`, `purposes`, `personPurposes`, `precision.date`, `disclosure.k`, `fields.incidents.title`, … */
  readonly rule: string
  /** What the base says, and what the profile says; codes. */
  readonly from: string
  readonly to: string
}

/** Each rule of `profile` that is looser than that of `base`; none when it shows nothing that `base` does not. */
export function loosenings(profile: Profile, base: Profile): Loosening[] {
  return [
    ...looserLists(profile, base),
    ...PRECISION_CLASSES.flatMap((of) =>
      precisionStep(of, profile.precision[of]) > precisionStep(of, base.precision[of])
        ? [{ rule: `precision.${of}`, from: base.precision[of], to: profile.precision[of] }]
        : [],
    ),
    ...looserContacts(profile, base),
    ...looserDisclosure(profile.disclosure, base.disclosure),
    ...looserFields(profile, base),
  ]
}

/** Taking more labels and asking fewer consents is looser; so is accepting another consent for people's rows. */
function looserLists(profile: Profile, base: Profile): Loosening[] {
  const rules = [
    { rule: 'labels', more: added(base.labels, profile.labels) },
    { rule: 'purposes', more: added(profile.purposes, base.purposes) },
    { rule: 'personPurposes', more: added(base.personPurposes, profile.personPurposes) },
  ]
  return rules.flatMap(({ rule, more }) =>
    more.length === 0
      ? []
      : [rule === 'purposes' ? { rule, from: more, to: '' } : { rule, from: '', to: more }],
  )
}

/** What the second list has and the first has not, in words of codes; empty for nothing. */
const added = (first: readonly string[], second: readonly string[]): string =>
  second.filter((each) => !first.includes(each)).join(' ')

function looserContacts(profile: Profile, base: Profile): Loosening[] {
  const [from, to] = [staleContactRule(base), staleContactRule(profile)]
  return from === 'block' && to === 'warn' ? [{ rule: 'staleContacts', from, to }] : []
}

function looserDisclosure(rule: Profile['disclosure'], base: Profile['disclosure']): Loosening[] {
  const found: Loosening[] = []
  for (const figure of ['k', 'l'] as const)
    if (rule[figure] < base[figure])
      found.push({ rule: `disclosure.${figure}`, from: String(base[figure]), to: String(rule[figure]) })
  if (base.mode === 'enforce' && rule.mode === 'report')
    found.push({ rule: 'disclosure.mode', from: base.mode, to: rule.mode })
  for (const list of ['quasiIdentifiers', 'sensitive'] as const) {
    const gone = added(rule[list], base[list])
    if (gone !== '') found.push({ rule: `disclosure.${list}`, from: gone, to: '' })
  }
  return found
}

function looserFields(profile: Profile, base: Profile): Loosening[] {
  return (Object.keys(FIELD_POLICIES) as (keyof typeof FIELD_POLICIES)[]).flatMap((kind) =>
    Object.keys(FIELD_POLICIES[kind]).flatMap((path) => {
      const choices = choicesFor(kind, path)
      const [from, to] = [policyOf(base, kind, path), policyOf(profile, kind, path)]
      return choices.indexOf(to) > choices.indexOf(from) ? [{ rule: `fields.${kind}.${path}`, from, to }] : []
    }),
  )
}
