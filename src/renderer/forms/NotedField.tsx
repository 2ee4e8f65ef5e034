/** A control with the note that belongs to it, which is asked for by a button while it is blank. */
import { useEffect, useRef, useState } from 'react'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { FieldControl } from './FieldControl.tsx'
import { text } from './fieldCodec.ts'
import { noteOf } from './fieldOrder.ts'
import type { DraftGroup, DraftValue, FieldSpec } from './fieldSpec.ts'
import { useFieldError } from './formScope.ts'
import { fieldLabel } from './kindForms.ts'

export interface NotedFieldProps {
  readonly field: string
  readonly specs: Readonly<Record<string, FieldSpec>>
  readonly words: string
  readonly path: string
  readonly draft: DraftGroup
  readonly onChange: (field: string, value: DraftValue) => void
}

export function NotedField({ field, specs, words, path, draft, onChange }: NotedFieldProps) {
  const spec = specs[field]
  if (spec === undefined) return null
  const control = (
    <FieldControl
      spec={spec}
      words={words}
      path={path}
      value={draft[field]}
      onChange={(value) => onChange(field, value)}
      siblings={draft}
    />
  )
  if (!Object.hasOwn(specs, noteOf(field))) return control
  return (
    <div className="field">
      {control}
      <Note
        words={words}
        path={noteOf(path)}
        value={text(draft[noteOf(field)])}
        onChange={(value) => onChange(noteOf(field), value)}
      />
    </div>
  )
}

interface NoteProps {
  readonly words: string
  readonly path: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Note({ words, path, value, onChange }: NoteProps) {
  const t = useText()
  const error = useFieldError(path)
  const [isAsked, setAsked] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const isShown = isAsked || value !== '' || error !== null
  // Asked for by a button that is gone now: the focus goes on in what came for it.
  useEffect(() => {
    if (isAsked) area.current?.querySelector('textarea')?.focus()
  }, [isAsked])
  const label = t('forms.note.label', { field: fieldLabel(t, words) })
  if (!isShown)
    return (
      <Button
        size="small"
        variant="quiet"
        className="field__beside"
        aria-label={t('forms.note.addTo', { field: fieldLabel(t, words) })}
        onPress={() => setAsked(true)}
      >
        {t('forms.note.add')}
      </Button>
    )
  return (
    <div ref={area}>
      <TextArea label={label} rows={2} value={value} onChange={onChange} error={error} />
    </div>
  )
}
