/** What every control of the profile form knows: the profile as it is typed, the one it was made from, and the differences. */
import { createContext, useContext } from 'react'
import type { Profile } from '../../../core/redaction/profile.ts'
import { type Rule, type RuleChange, ruleKey } from '../../../core/redaction/ruleChanges.ts'
import type { ProfileProblems, TypedProfile } from './typedProfile.ts'

export interface RuleScope {
  readonly typed: TypedProfile
  /** What is typed, as a profile. */
  readonly profile: Profile
  /** The shipped profile that it was made from; of a shipped one, itself. */
  readonly base: Profile
  /** By {@link ruleKey}. */
  readonly changes: ReadonlyMap<string, RuleChange>
  readonly problems: ProfileProblems
  /** Null where the profile cannot be changed. */
  readonly edit: ((next: TypedProfile) => void) | null
}

export const RuleScopeContext = createContext<RuleScope | null>(null)

/** For use inside the form of a profile only. */
export function useRuleScope(): RuleScope {
  const scope = useContext(RuleScopeContext)
  if (scope === null) throw new Error('used outside of a profile')
  return scope
}

/** How a rule differs from that of the profile it was made from; null where it does not. */
export function useRuleChange(rule: Rule): RuleChange | null {
  return useRuleScope().changes.get(ruleKey(rule)) ?? null
}
