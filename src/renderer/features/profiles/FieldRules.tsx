/** A policy for each field of each kind: folded up by kind, found by name. */
import { useMemo, useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { choicesFor, type Policy } from '../../../core/redaction/fieldPolicies.ts'
import { policyOf } from '../../../core/redaction/profile.ts'
import { useLanguage } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChoiceRule } from './ChoiceRule.tsx'
import { type FieldGroup, fieldGroups, findFields } from './fieldGroups.ts'
import { useRuleScope } from './ruleScope.ts'
import { policyWords } from './ruleWords.ts'
import { withPolicy } from './typedProfile.ts'

export function FieldRules() {
  const { t } = useLanguage()
  const [typed, setTyped] = useState('')
  const groups = useMemo(() => fieldGroups(t), [t])
  const found = useMemo(() => findFields(groups, typed), [groups, typed])
  const isSearching = typed.trim() !== ''
  const count = found.reduce(
    (sum, { open, always, never }) => sum + open.length + always.length + never.length,
    0,
  )
  return (
    <section className="rules" aria-labelledby="profile-fields">
      <h3 id="profile-fields">{t('profiles.part.fields')}</h3>
      <p className="field__hint">{t('profiles.part.fieldsHelp')}</p>
      <TextField label={t('profiles.fields.search')} value={typed} onChange={setTyped} />
      <p className="field__hint" role="status">
        {isSearching ? t('profiles.fields.found', { count }) : null}
      </p>
      {found.map((group) => (
        <FieldsOfKind key={group.kind} group={group} isFound={isSearching} />
      ))}
    </section>
  )
}

interface FieldsOfKindProps {
  readonly group: FieldGroup
  /** The search shows it. */
  readonly isFound: boolean
}

function FieldsOfKind({ group, isFound }: FieldsOfKindProps) {
  const { t, comma } = useLanguage()
  const { typed, profile, edit } = useRuleScope()
  const [isUnfolded, setUnfolded] = useState(false)
  const isOpen = isFound || isUnfolded
  const { kind, name, open, always, never } = group
  const shown = open.filter(({ path }) => policyOf(profile, kind, path) !== 'drop').length
  return (
    <Disclosure className="more rules__kind" isExpanded={isOpen} onExpandedChange={setUnfolded}>
      <Heading level={4}>
        <AriaButton slot="trigger" className="more__button">
          <Icon name="open" size={14} />
          {t('profiles.fields.ofKind', {
            kind: name,
            shown: shown + always.length,
            total: open.length + always.length + never.length,
          })}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="rules__fields">
        {isOpen ? (
          <>
            {open.map(({ path, name: field }) => (
              <ChoiceRule<Policy>
                key={path}
                rule={{ part: 'field', kind, path }}
                label={`${name}${comma}${field}`}
                options={choicesFor(kind, path).map((value) => ({ value, label: policyWords(t, value) }))}
                value={policyOf(profile, kind, path)}
                onChange={(policy) => edit?.(withPolicy(typed, kind, path, policy))}
              />
            ))}
            {always.length === 0 ? null : (
              <p className="field__hint">{t('profiles.fields.always', { fields: always.join(comma) })}</p>
            )}
            {never.length === 0 ? null : (
              <p className="field__hint">
                {open.length + always.length === 0 && !isFound ? `${t('profiles.fields.allNever')} ` : null}
                {t('profiles.fields.never', { fields: never.join(comma) })}
              </p>
            )}
          </>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  )
}
