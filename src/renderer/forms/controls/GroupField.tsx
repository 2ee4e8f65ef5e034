/** Fields that belong together, under their own heading. */
import { useText } from '../../text.ts'
import { group } from '../fieldCodec.ts'
import { standingFields } from '../fieldOrder.ts'
import type { DraftGroup, DraftValue, FieldSpec, GroupSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote, wordsInside } from '../kindForms.ts'
import { NotedField } from '../NotedField.tsx'
import { ProblemLine } from './ProblemLine.tsx'

export function GroupField({ spec, words, path, value, onChange }: ControlProps<GroupSpec>) {
  const t = useText()
  const draft = group(value)
  const error = useFieldError(path)
  const hint = fieldNote(t, words, 'hint')
  return (
    <fieldset className={`panel__group panel__group--${spec.look ?? 'plain'}`}>
      <legend>{fieldLabel(t, words)}</legend>
      {hint === undefined ? null : <p className="field__hint">{hint}</p>}
      <FieldsOfGroup specs={spec.fields} words={words} path={path} draft={draft} onChange={onChange} />
      <ProblemLine error={error} />
    </fieldset>
  )
}

export interface FieldsOfGroupProps {
  readonly specs: Readonly<Record<string, FieldSpec>>
  readonly words: string
  readonly path: string
  readonly draft: DraftGroup
  readonly onChange: (draft: DraftGroup) => void
}

/** The controls of a group or of a row. */
export function FieldsOfGroup({ specs, words, path, draft, onChange }: FieldsOfGroupProps) {
  return (
    <div className="panel__fields">
      {standingFields(specs).map(([field, spec]) => (
        <div key={field} className={`panel__cell panel__cell--${spec.control}`}>
          <NotedField
            field={field}
            specs={specs}
            words={wordsInside(words, field, spec)}
            path={`${path}.${field}`}
            draft={draft}
            onChange={(changed: string, value: DraftValue) => onChange({ ...draft, [changed]: value })}
          />
        </div>
      ))}
    </div>
  )
}
