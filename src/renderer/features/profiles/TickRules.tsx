/** Rules that are ticked or not, of one part of a profile, each with its mark. */
import { useId } from 'react'
import { ruleKey } from '../../../core/redaction/ruleChanges.ts'
import { useText } from '../../text.ts'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { RuleMark } from './RuleMark.tsx'
import { useRuleScope } from './ruleScope.ts'
import { ruleName } from './ruleWords.ts'
import { isTicked, type TickRule, withTick } from './typedProfile.ts'

export interface TickRulesProps {
  readonly title: string
  readonly help?: string
  readonly rules: readonly TickRule[]
  readonly error?: string | null
}

export function TickRules({ title, help, rules, error = null }: TickRulesProps) {
  const t = useText()
  const id = useId()
  const { typed, profile, edit } = useRuleScope()
  const words = [help === undefined ? null : `${id}-help`, error === null ? null : `${id}-error`]
  return (
    <fieldset
      className="rules__ticks"
      aria-describedby={words.filter((each) => each !== null).join(' ')}
      data-wrong={error === null ? undefined : true}
    >
      <legend className="field__label">{title}</legend>
      {help === undefined ? null : (
        <p id={`${id}-help`} className="field__hint">
          {help}
        </p>
      )}
      {rules.map((rule) => (
        <div key={ruleKey(rule)} className="rules__tick">
          <CheckboxField
            isSelected={isTicked(profile, rule)}
            isDisabled={edit === null}
            onChange={(isOn) => edit?.(withTick(typed, rule, isOn))}
          >
            {ruleName(t, rule)}
          </CheckboxField>
          <RuleMark rule={rule} />
        </div>
      ))}
      {error === null ? null : (
        <p id={`${id}-error`} className="field__error" role="alert">
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}
