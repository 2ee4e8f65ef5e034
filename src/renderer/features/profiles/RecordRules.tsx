/** Which records a profile takes: labels, refusals it heeds, and consent before a person is shown. */
import { CONFIDENTIALITIES, CONSENT_PURPOSES } from '../../../core/vocabularyCodes.ts'
import { useText } from '../../text.ts'
import { ChoiceRule } from './ChoiceRule.tsx'
import { useRuleScope } from './ruleScope.ts'
import { TickRules } from './TickRules.tsx'

const STALE_CONTACTS = ['block', 'warn'] as const

export function RecordRules() {
  const t = useText()
  const { problems, typed, edit } = useRuleScope()
  return (
    <section className="rules" aria-labelledby="profile-records">
      <h3 id="profile-records">{t('profiles.part.records')}</h3>
      <TickRules
        title={t('profiles.part.labels')}
        help={t('profiles.part.labelsHelp')}
        // Most open first, as a profile is loosened.
        rules={CONFIDENTIALITIES.toReversed().map((label) => ({ part: 'label', label }))}
        error={problems.labels === undefined ? null : t('profiles.form.labelNeeded')}
      />
      <TickRules
        title={t('profiles.part.refusals')}
        help={t('profiles.part.refusalsHelp')}
        rules={CONSENT_PURPOSES.map((purpose) => ({ part: 'refusal', purpose }))}
        error={problems.purposes === undefined ? null : t('profiles.form.purposeNeeded')}
      />
      <TickRules
        title={t('profiles.part.people')}
        help={t('profiles.part.peopleHelp')}
        rules={CONSENT_PURPOSES.map((purpose) => ({ part: 'person', purpose }))}
      />
      <ChoiceRule
        rule={{ part: 'staleContacts' }}
        options={STALE_CONTACTS.map((value) => ({ value, label: t(`profiles.staleContacts.${value}`) }))}
        value={typed.staleContacts}
        onChange={(staleContacts) => edit?.({ ...typed, staleContacts })}
      />
    </section>
  )
}
