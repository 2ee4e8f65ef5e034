/** What does not stand in the short form, in groups; drawn only when it is opened, and opened when something in it is wrong. */
import { useEffect, useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { isMessageKey } from '../../shared/i18n/catalogue.ts'
import { useText } from '../text.ts'
import { Icon } from '../ui/Icon.tsx'
import { FormFields, type FormFieldsProps } from './FormFields.tsx'
import { isNote, noteOf } from './fieldOrder.ts'
import type { FieldGroup } from './fieldSpec.ts'
import { useFormScope } from './formScope.ts'

export interface MoreFieldsProps extends Omit<FormFieldsProps, 'names'> {
  readonly groups: readonly FieldGroup[]
  /** Fields in which something is said. */
  readonly filled: ReadonlySet<string>
}

export function MoreFields({ groups, filled, specs, draft, onField }: MoreFieldsProps) {
  const t = useText()
  const { errors } = useFormScope()
  const [isOpen, setOpen] = useState(false)
  const shown = groups
    .map((group) => ({ ...group, fields: group.fields.filter((field) => specs[field] !== undefined) }))
    .filter((group) => group.fields.length > 0)
  const fields = shown.flatMap((group) => group.fields)
  const isWrong = [...errors.keys()].some((path) => {
    const field = path.split('.')[0] ?? ''
    return fields.includes(field) || (isNote(field, specs) && fields.some((each) => noteOf(each) === field))
  })
  useEffect(() => {
    if (isWrong) setOpen(true)
  }, [isWrong])
  if (fields.length === 0) return null
  const count = fields.filter((field) => filled.has(field)).length
  return (
    <Disclosure className="more" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3}>
        <AriaButton slot="trigger" className="more__button">
          <Icon name="open" size={14} />
          {count === 0 ? t('records.more') : t('forms.more.filled', { count })}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="more__panel">
        {isOpen
          ? shown.map((group) => (
              <section key={group.heading} className="more__group" aria-label={headingOf(t, group)}>
                <h4>{headingOf(t, group)}</h4>
                <FormFields names={group.fields} specs={specs} draft={draft} onField={onField} />
              </section>
            ))
          : null}
      </DisclosurePanel>
    </Disclosure>
  )
}

function headingOf(t: ReturnType<typeof useText>, { heading }: FieldGroup): string {
  const key = `forms.group.${heading}`
  return isMessageKey(key) ? t(key) : heading
}
