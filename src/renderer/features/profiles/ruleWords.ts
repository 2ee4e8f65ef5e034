/** What a profile decides, in words: the name of a rule, its value, and what a difference lets out or holds back. */
import type { Kind } from '../../../core/records.ts'
import type { Policy } from '../../../core/redaction/fieldPolicies.ts'
import type { PrecisionClass } from '../../../core/redaction/precision.ts'
import { type Profile, policyOf, SHIPPED_NAMES, staleContactRule } from '../../../core/redaction/profile.ts'
import type { Rule, RuleChange } from '../../../core/redaction/ruleChanges.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import { visibleTurns } from '../../visibleText.ts'
import { isTicked } from './typedProfile.ts'

/** Steps of a path that only say that something is an entry of a list, or a link. */
const SILENT_STEPS: ReadonlySet<string> = new Set(['id', 'item'])

/** The name of a profile: of a shipped one in the language of the window, of another as it was typed. */
export function profileName(t: Translate, { name, basedOn }: Pick<Profile, 'name' | 'basedOn'>): string {
  const shipped = basedOn === undefined ? SHIPPED_NAMES.find((each) => each === name) : undefined
  return shipped === undefined ? visibleTurns(name) : t(`profiles.name.${shipped}`)
}

/** `counts.killed.best` → "Counts: Killed: Best estimate"; null when there is no word for a part of it. */
export function fieldName(t: Translate, path: string): string | null {
  const words = path
    .split('.')
    .filter((step) => !SILENT_STEPS.has(step))
    .map((step) => {
      const key = `history.field.${step}`
      return isMessageKey(key) ? t(key) : null
    })
  return words.length === 0 || words.includes(null) ? null : words.join(': ')
}

export function precisionWords(
  t: Translate,
  profile: Pick<Profile, 'precision'>,
  of: PrecisionClass,
): string {
  return precisionValue(t, of, profile.precision[of])
}

/** One step of the ladder of a class. */
export function precisionValue(t: Translate, of: PrecisionClass, value: string): string {
  const key = `profiles.precision.${of}.${value}`
  return isMessageKey(key) ? t(key) : value
}

export function policyWords(t: Translate, policy: Policy): string {
  return t(`profiles.policy.${policy}`)
}

/** What a rule is called where it stands by itself. */
export function ruleName(t: Translate, rule: Rule): string {
  switch (rule.part) {
    case 'label':
      return t(`confidentiality.${rule.label}`)
    case 'refusal':
    case 'person':
      return t(`consentPurpose.${rule.purpose}`)
    case 'precision':
      return t(`profiles.precision.${rule.of}`)
    case 'k':
    case 'l':
    case 'mode':
    case 'staleContacts':
      return t(`profiles.${rule.part}.label`)
    case 'alike':
      return t(`profiles.alike.${rule.by}`)
    case 'sensitive':
      return t(`profiles.sensitive.${rule.by}`)
    case 'field':
      return fieldName(t, rule.path) ?? rule.path
  }
}

/** What a profile says in a rule. */
export function ruleValue(t: Translate, profile: Profile, rule: Rule): string {
  switch (rule.part) {
    case 'precision':
      return precisionWords(t, profile, rule.of)
    case 'k':
    case 'l':
      return String(profile.disclosure[rule.part])
    case 'mode':
      return t(`profiles.mode.${profile.disclosure.mode}`)
    case 'staleContacts':
      return t(`profiles.staleContacts.${staleContactRule(profile)}`)
    case 'field':
      return policyWords(t, policyOf(profile, rule.kind, rule.path))
    default:
      return t(isTicked(profile, rule) ? 'profiles.yes' : 'profiles.no')
  }
}

/** One sentence on what a difference lets out, or holds back. */
export function changeSentence(
  t: Translate,
  { rule, direction }: RuleChange,
  profile: Profile,
  base: Profile,
): string {
  const words = {
    rule: ruleName(t, rule),
    value: ruleValue(t, profile, rule),
    was: ruleValue(t, base, rule),
    base: profileName(t, base),
    label: rule.part === 'label' ? ruleName(t, rule) : '',
    purpose: rule.part === 'refusal' || rule.part === 'person' ? ruleName(t, rule) : '',
    kind: rule.part === 'field' ? kindName(t, rule.kind) : '',
  }
  const holds = `profiles.holds.${rule.part}`
  return direction === 'tighter' && isMessageKey(holds)
    ? t(holds, words)
    : t(`profiles.lets.${rule.part}`, words)
}

/** Records of a kind: as their section is called, or one of them where they have none. */
export function kindName(t: Translate, kind: Kind): string {
  const section = `shell.rail.${kind}`
  return t(isMessageKey(section) ? section : `bin.kind.${kind}`)
}
