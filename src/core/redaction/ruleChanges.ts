/**
 * How one profile differs from another, as single rules that can be shown one by one. What is looser is said by
 * `loosenings` alone; here its answers are taken apart: a list of labels becomes a rule for each label.
 */

import { KINDS, type Kind } from '../records.ts'
import { CONFIDENTIALITIES, CONSENT_PURPOSES } from '../vocabularyCodes.ts'
import { type Loosening, loosenings } from './loosenings.ts'
import { PRECISION_CLASSES, type PrecisionClass } from './precision.ts'
import { type Profile, QUASI_IDENTIFIERS, SENSITIVE_FIELDS } from './profile.ts'

type Label = Profile['labels'][number]
type Purpose = Profile['purposes'][number]

/**
 * One thing that a profile decides. `refusal`: whoever said no to this purpose keeps the record back · `person`: saying
 * yes to it lets a person have a row · `alike`: rows are compared by it · `sensitive`: it must differ among rows alike.
 */
export type Rule =
  | { readonly part: 'label'; readonly label: Label }
  | { readonly part: 'refusal'; readonly purpose: Purpose }
  | { readonly part: 'person'; readonly purpose: Purpose }
  | { readonly part: 'precision'; readonly of: PrecisionClass }
  | { readonly part: 'k' }
  | { readonly part: 'l' }
  | { readonly part: 'mode' }
  | { readonly part: 'staleContacts' }
  | { readonly part: 'alike'; readonly by: (typeof QUASI_IDENTIFIERS)[number] }
  | { readonly part: 'sensitive'; readonly by: (typeof SENSITIVE_FIELDS)[number] }
  | { readonly part: 'field'; readonly kind: Kind; readonly path: string }

/** Looser: it lets out what the other holds back. */
export type Direction = 'looser' | 'tighter'
export interface RuleChange {
  readonly rule: Rule
  readonly direction: Direction
}

/** A name for a rule that no other has, such as `field/incidents/where.name`. */
export function ruleKey(rule: Rule): string {
  return Object.values(rule).join('/')
}

/** Every rule in which `profile` differs from `base`: looser ones, then tighter ones. */
export function ruleChanges(profile: Profile, base: Profile): RuleChange[] {
  return [
    ...changesOf(loosenings(profile, base), 'looser'),
    ...changesOf(loosenings(base, profile), 'tighter'),
  ]
}

const changesOf = (found: readonly Loosening[], direction: Direction): RuleChange[] =>
  found.flatMap(rulesOf).map((rule) => ({ rule, direction }))

/** The rules that a loosening speaks of: one, or one for each entry that a list gained or lost. */
function rulesOf({ rule, from, to }: Loosening): Rule[] {
  const entries = `${from} ${to}`.split(' ')
  const among = <T extends string>(codes: readonly T[]) => codes.filter((code) => entries.includes(code))
  const [head, name, ...path] = rule.split('.')
  switch (rule) {
    case 'labels':
      return among(CONFIDENTIALITIES).map((label) => ({ part: 'label', label }))
    case 'purposes':
      return among(CONSENT_PURPOSES).map((purpose) => ({ part: 'refusal', purpose }))
    case 'personPurposes':
      return among(CONSENT_PURPOSES).map((purpose) => ({ part: 'person', purpose }))
    case 'disclosure.quasiIdentifiers':
      return among(QUASI_IDENTIFIERS).map((by) => ({ part: 'alike', by }))
    case 'disclosure.sensitive':
      return among(SENSITIVE_FIELDS).map((by) => ({ part: 'sensitive', by }))
    case 'disclosure.k':
      return [{ part: 'k' }]
    case 'disclosure.l':
      return [{ part: 'l' }]
    case 'disclosure.mode':
      return [{ part: 'mode' }]
    case 'staleContacts':
      return [{ part: 'staleContacts' }]
  }
  if (head === 'precision')
    return PRECISION_CLASSES.filter((of) => of === name).map((of) => ({ part: 'precision', of }))
  return KINDS.filter((kind) => kind === name).map((kind) => ({ part: 'field', kind, path: path.join('.') }))
}
