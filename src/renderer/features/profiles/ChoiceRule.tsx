/** A rule with one of a few steps, from the tightest to the loosest; plain words where it cannot be changed. */
import type { Rule } from '../../../core/redaction/ruleChanges.ts'
import { useText } from '../../text.ts'
import type { Option } from '../../ui/OptionItem.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { RuleMark } from './RuleMark.tsx'
import { useRuleScope } from './ruleScope.ts'
import { ruleName, ruleValue } from './ruleWords.ts'

export interface ChoiceRuleProps<T extends string> {
  readonly rule: Rule
  readonly options: readonly Option<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** What it is called for somebody who does not see what stands around it. */
  readonly label?: string
}

export function ChoiceRule<T extends string>({ rule, options, value, onChange, label }: ChoiceRuleProps<T>) {
  const t = useText()
  const { profile, edit } = useRuleScope()
  const name = ruleName(t, rule)
  return (
    <div className="rules__row">
      <span className="rules__name" aria-hidden={edit === null ? undefined : true}>
        {name}
      </span>
      {edit === null ? (
        <span className="rules__value">{ruleValue(t, profile, rule)}</span>
      ) : (
        <SelectField label={label ?? name} hidesLabel options={options} value={value} onChange={onChange} />
      )}
      <RuleMark rule={rule} saysBase />
    </div>
  )
}
