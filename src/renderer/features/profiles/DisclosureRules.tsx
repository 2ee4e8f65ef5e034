/** When rows are so few that somebody could be singled out: how few that is, and what is compared. */
import { QUASI_IDENTIFIERS, SENSITIVE_FIELDS } from '../../../core/redaction/profile.ts'
import { useText } from '../../text.ts'
import { TextField } from '../../ui/TextField.tsx'
import { ChoiceRule } from './ChoiceRule.tsx'
import { RuleMark } from './RuleMark.tsx'
import { useRuleScope } from './ruleScope.ts'
import { TickRules } from './TickRules.tsx'
import { NUMBER_RANGE } from './typedProfile.ts'

const MODES = ['enforce', 'report'] as const

export function DisclosureRules() {
  const t = useText()
  const { typed, edit } = useRuleScope()
  return (
    <section className="rules" aria-labelledby="profile-disclosure">
      <h3 id="profile-disclosure">{t('profiles.part.disclosure')}</h3>
      <p className="field__hint">{t('profiles.part.disclosureHelp')}</p>
      <div className="rules__numbers">
        <NumberRule of="k" />
        <NumberRule of="l" />
      </div>
      <ChoiceRule
        rule={{ part: 'mode' }}
        options={MODES.map((value) => ({ value, label: t(`profiles.mode.${value}`) }))}
        value={typed.mode}
        onChange={(mode) => edit?.({ ...typed, mode })}
      />
      <TickRules
        title={t('profiles.part.alike')}
        rules={QUASI_IDENTIFIERS.map((by) => ({ part: 'alike', by }))}
      />
      <TickRules
        title={t('profiles.part.sensitive')}
        rules={SENSITIVE_FIELDS.map((by) => ({ part: 'sensitive', by }))}
      />
    </section>
  )
}

function NumberRule({ of }: { readonly of: 'k' | 'l' }) {
  const t = useText()
  const { typed, edit, problems } = useRuleScope()
  return (
    <div className="rules__number">
      <TextField
        label={t(`profiles.${of}.label`)}
        description={t(`profiles.${of}.help`)}
        error={problems[of] === undefined ? null : t('profiles.form.numberNeeded', NUMBER_RANGE[of])}
        value={typed[of]}
        onChange={(text) => edit?.({ ...typed, [of]: text })}
        isReadOnly={edit === null}
        textDirection="ltr"
        inputMode="numeric"
      />
      <RuleMark rule={{ part: of }} saysBase />
    </div>
  )
}
