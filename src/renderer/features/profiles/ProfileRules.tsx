/** All rules of a profile, to be read or changed. */
import { useMemo } from 'react'
import { type RuleChange, ruleKey } from '../../../core/redaction/ruleChanges.ts'
import { DisclosureRules } from './DisclosureRules.tsx'
import { FieldRules } from './FieldRules.tsx'
import { PrecisionRules } from './PrecisionRules.tsx'
import { RecordRules } from './RecordRules.tsx'
import { type RuleScope, RuleScopeContext } from './ruleScope.ts'

export interface ProfileRulesProps extends Omit<RuleScope, 'changes'> {
  readonly changes: readonly RuleChange[]
}

export function ProfileRules({ changes, ...rest }: ProfileRulesProps) {
  const byKey = useMemo(() => new Map(changes.map((change) => [ruleKey(change.rule), change])), [changes])
  return (
    <RuleScopeContext value={{ ...rest, changes: byKey }}>
      <PrecisionRules />
      <RecordRules />
      <DisclosureRules />
      <FieldRules />
    </RuleScopeContext>
  )
}
