/** Beside a rule: what the profile it was made from has, whether this one is looser, and the way back. */
import type { Rule } from '../../../core/redaction/ruleChanges.ts'
import { useText } from '../../text.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { useRuleChange, useRuleScope } from './ruleScope.ts'
import { changeSentence, profileName, ruleName, ruleValue } from './ruleWords.ts'
import { withRuleOf } from './typedProfile.ts'

export interface RuleMarkProps {
  readonly rule: Rule
  /** Says what the other profile has although it is the same. */
  readonly saysBase?: boolean
}

export function RuleMark({ rule, saysBase = false }: RuleMarkProps) {
  const t = useText()
  const { typed, profile, base, edit } = useRuleScope()
  const change = useRuleChange(rule)
  const baseName = profileName(t, base)
  if (change === null) {
    return saysBase && edit !== null ? (
      <p className="rule-mark">
        {t('profiles.baseHas', { base: baseName, value: ruleValue(t, base, rule) })}
      </p>
    ) : null
  }
  return (
    <div className={`rule-mark rule-mark--${change.direction}`}>
      {change.direction === 'looser' ? (
        <Badge tone="warning" icon="warning">
          {t('profiles.mark.looser')}
        </Badge>
      ) : (
        <Badge tone="good" icon="tick">
          {t('profiles.mark.tighter')}
        </Badge>
      )}
      <span>{changeSentence(t, change, profile, base)}</span>
      {edit === null ? null : (
        <Button
          size="small"
          variant="quiet"
          icon="undo"
          aria-label={t('profiles.resetLabel', { rule: ruleName(t, rule), base: baseName })}
          onPress={() => edit(withRuleOf(typed, rule, base))}
        >
          {t('profiles.reset', { base: baseName })}
        </Button>
      )}
    </div>
  )
}
