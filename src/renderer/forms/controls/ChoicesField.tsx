/** Several of a short closed list, each with a box to tick. */
import { CheckboxGroup } from 'react-aria-components'
import { codeWords } from '../../codeWords.ts'
import { useText } from '../../text.ts'
import { FieldFrame } from '../../ui/FieldFrame.tsx'
import { TickBox } from '../../ui/TickBox.tsx'
import { texts } from '../fieldCodec.ts'
import type { ListSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'

export function ChoicesField({
  spec,
  words,
  path,
  value,
  onChange,
}: ControlProps<Extract<ListSpec, { control: 'choices' }>>) {
  const t = useText()
  const error = useFieldError(path)
  return (
    <CheckboxGroup
      className="field"
      value={texts(value)}
      // In the order of the list, so that ticking a box twice is no change.
      onChange={(ticked) => onChange(spec.codes.filter((code) => ticked.includes(code)))}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <FieldFrame label={fieldLabel(t, words)} description={fieldNote(t, words, 'hint')} error={error}>
        <div className="ticks">
          {spec.codes.map((code) => (
            <TickBox key={code} value={code}>
              {codeWords(t, spec.prefix, code)}
            </TickBox>
          ))}
        </div>
      </FieldFrame>
    </CheckboxGroup>
  )
}
