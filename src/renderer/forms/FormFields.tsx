/** Some fields of a form, in an order; each is drawn anew only when it changes itself. */
import { memo } from 'react'
import { FieldControl } from './FieldControl.tsx'
import { noteOf } from './fieldOrder.ts'
import type { DraftValue, FieldSpec, FormDraft } from './fieldSpec.ts'
import { useFormScope } from './formScope.ts'
import { wordsOf } from './kindForms.ts'
import { NotedField } from './NotedField.tsx'

export interface FormFieldsProps {
  readonly names: readonly string[]
  readonly specs: Readonly<Record<string, FieldSpec>>
  readonly draft: FormDraft
  /** Must be the same function as long as the form is open. */
  readonly onField: (field: string, value: DraftValue) => void
}

/** Controls short enough to stand two in a line. */
const NARROW: ReadonlySet<FieldSpec['control']> = new Set(['choice', 'yesNo', 'date', 'number'])

export function FormFields({ names, specs, draft, onField }: FormFieldsProps) {
  return (
    <div className="panel__fields">
      {names.map((field) => {
        const spec = specs[field]
        if (spec === undefined) return null
        return (
          <div
            key={field}
            className={`panel__cell ${NARROW.has(spec.control) ? 'panel__cell--narrow' : 'panel__cell--wide'}`}
          >
            <OneField
              field={field}
              spec={spec}
              noteSpec={specs[noteOf(field)]}
              value={draft[field]}
              note={draft[noteOf(field)]}
              onField={onField}
            />
          </div>
        )
      })}
    </div>
  )
}

interface OneFieldProps {
  readonly field: string
  readonly spec: FieldSpec
  readonly noteSpec: FieldSpec | undefined
  readonly value: DraftValue | undefined
  readonly note: DraftValue | undefined
  readonly onField: (field: string, value: DraftValue) => void
}

const NO_SIBLINGS = {}

const OneField = memo(function OneField({ field, spec, noteSpec, value, note, onField }: OneFieldProps) {
  const { kind } = useFormScope()
  const words = wordsOf(kind, field, spec)
  if (noteSpec === undefined)
    return (
      <FieldControl
        spec={spec}
        words={words}
        path={field}
        value={value}
        onChange={(next) => onField(field, next)}
        siblings={NO_SIBLINGS}
      />
    )
  return (
    <NotedField
      field={field}
      specs={{ [field]: spec, [noteOf(field)]: noteSpec }}
      words={words}
      path={field}
      draft={{ [field]: value ?? '', [noteOf(field)]: note ?? '' }}
      onChange={onField}
    />
  )
})
