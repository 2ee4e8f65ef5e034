/**
 * What somebody allowed, purpose by purpose. Nobody is taken to have agreed: a purpose without an answer is "not asked".
 * A newer answer is written below an older one, and the last one holds.
 */
import { CONSENT_PURPOSES } from '../../../core/vocabularyCodes.ts'
import { codeWords } from '../../codeWords.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import type { Option } from '../../ui/OptionItem.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { blankRow, rows as rowsOf, text } from '../fieldCodec.ts'
import type { DraftGroup, DraftRow, FieldSpec, RowsSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'
import { FieldsOfGroup } from './GroupField.tsx'
import { ProblemLine } from './ProblemLine.tsx'

const NOT_ASKED = 'not-asked'
const PREFIX = 'consentPurpose'

export function ConsentsField({ spec, words, path, value, onChange }: ControlProps<RowsSpec>) {
  const t = useText()
  const rows = rowsOf(value)
  const put = (row: DraftRow, isKnown: boolean) =>
    onChange(isKnown ? rows.map((each) => (each.key === row.key ? row : each)) : [...rows, row])
  return (
    <fieldset className="panel__group consents">
      <legend>{fieldLabel(t, words)}</legend>
      <p className="field__hint">{fieldNote(t, words, 'hint')}</p>
      {CONSENT_PURPOSES.map((purpose) => {
        const answers = rows.filter((row) => text(row.fields.purpose) === purpose)
        const first = blankRow(spec.fields, rows)
        const blank: DraftRow = { key: first.key, fields: { ...first.fields, purpose } }
        const shown = answers.length === 0 ? [blank] : answers
        return (
          <div key={purpose} className="consent">
            {shown.map((row, index) => (
              <Answer
                key={row.key}
                row={row}
                spec={spec}
                words={words}
                path={`${path}.${rows.indexOf(row)}`}
                label={codeWords(t, PREFIX, purpose)}
                isOlder={index < shown.length - 1}
                onChange={(fields) => put({ key: row.key, fields }, answers.length > 0)}
                onRemove={() => onChange(rows.filter((each) => each.key !== row.key))}
              />
            ))}
            {answers.length === 0 ? null : (
              <Button
                size="small"
                variant="quiet"
                icon="plus"
                className="field__beside"
                aria-label={t('forms.consent.addTo', { purpose: codeWords(t, PREFIX, purpose) })}
                onPress={() => onChange([...rows, blank])}
              >
                {t('forms.consent.add')}
              </Button>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

interface AnswerProps {
  readonly row: DraftRow
  readonly spec: RowsSpec
  readonly words: string
  readonly path: string
  readonly label: string
  readonly isOlder: boolean
  readonly onChange: (fields: DraftGroup) => void
  readonly onRemove: () => void
}

function Answer({ row, spec, words, path, label, isOlder, onChange, onRemove }: AnswerProps) {
  const t = useText()
  const error = useFieldError(path)
  const {
    purpose: _purpose,
    state,
    organisation,
    ...details
  } = spec.fields as Readonly<Record<string, FieldSpec>>
  const codes = state?.control === 'choice' ? state.codes.map(String) : []
  const options: readonly Option[] = codes.map((code) => ({
    value: code,
    label: codeWords(t, 'consentState', code),
  }))
  const answer = text(row.fields.state)
  const isAnswered = answer !== NOT_ASKED || hasDetails(row)
  const inside = {
    ...(text(row.fields.purpose) === 'share-with-organisation' && organisation ? { organisation } : {}),
    ...details,
  }
  const choose = (code: string) => {
    if (code === NOT_ASKED && !hasDetails(row)) return onRemove()
    onChange({ ...row.fields, state: code })
  }
  return (
    <>
      <SelectField
        label={isOlder ? t('forms.consent.earlier', { purpose: label }) : label}
        options={options}
        value={answer}
        onChange={choose}
      />
      {isAnswered ? (
        <div className="consent__details">
          <FieldsOfGroup specs={inside} words={words} path={path} draft={row.fields} onChange={onChange} />
        </div>
      ) : null}
      <ProblemLine error={error} />
    </>
  )
}

/** Is more said than that nobody was asked? */
function hasDetails(row: DraftRow): boolean {
  const { purpose: _purpose, state: _state, ...details } = row.fields
  return Object.values(details).some((value) => text(value) !== '')
}
