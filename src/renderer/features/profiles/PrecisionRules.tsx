/** How fine dates, places, coordinates, ages, numbers and kinds of violation are. */
import { LADDERS, PRECISION_CLASSES } from '../../../core/redaction/precision.ts'
import { useText } from '../../text.ts'
import { ChoiceRule } from './ChoiceRule.tsx'
import { useRuleScope } from './ruleScope.ts'
import { precisionValue } from './ruleWords.ts'

export function PrecisionRules() {
  const t = useText()
  const { typed, edit } = useRuleScope()
  return (
    <section className="rules" aria-labelledby="profile-precision">
      <h3 id="profile-precision">{t('profiles.part.precision')}</h3>
      {PRECISION_CLASSES.map((of) => (
        <ChoiceRule<string>
          key={of}
          rule={{ part: 'precision', of }}
          options={LADDERS[of].map((value) => ({ value, label: precisionValue(t, of, value) }))}
          value={typed.precision[of]}
          onChange={(value) => edit?.({ ...typed, precision: { ...typed.precision, [of]: value } })}
        />
      ))}
    </section>
  )
}
