/**
 * A list of rows with fields of their own. Rows are added, moved and removed by their buttons, or with Alt Shift and an
 * arrow; the focus follows the row, and stays in the list when a row goes.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { blankRow, rows as rowsOf } from '../fieldCodec.ts'
import type { DraftGroup, DraftRow, RowsSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'
import { FieldsOfGroup } from './GroupField.tsx'
import { IndependentCount } from './IndependentCount.tsx'
import { ProblemLine } from './ProblemLine.tsx'

/** Where the focus goes once the rows are drawn anew: what was pressed in a row that moved, a row's first field, or "Add". */
type Aim = { readonly key: string; readonly button?: 'up' | 'down' } | 'add'

export function RowsField({ spec, words, path, value, onChange }: ControlProps<RowsSpec>) {
  const t = useText()
  const rows = rowsOf(value)
  const error = useFieldError(path)
  const list = useRef<HTMLFieldSetElement>(null)
  const [aim, setAim] = useState<Aim | null>(null)
  useEffect(() => {
    if (aim === null) return
    focusAim(list.current, aim)
    setAim(null)
  }, [aim])

  const label = fieldLabel(t, words)
  const rowName = (index: number) =>
    fieldNote(t, words, 'row') === undefined
      ? t('forms.rows.row', { list: label, number: index + 1 })
      : `${fieldNote(t, words, 'row')} ${index + 1}`
  const hint = fieldNote(t, words, 'hint')
  const add = () => {
    const row = blankRow(spec.fields, rows)
    onChange([...rows, row])
    setAim({ key: row.key })
  }
  const remove = (index: number) => {
    const next = rows[index + 1] ?? rows[index - 1]
    onChange(rows.filter((_, at) => at !== index))
    setAim(next === undefined ? 'add' : { key: next.key })
    announce(t('forms.rows.removed', { row: rowName(index) }))
  }
  const move = (index: number, by: -1 | 1, button?: 'up' | 'down') => {
    const [row, other] = [rows[index], rows[index + by]]
    if (row === undefined || other === undefined) return
    const moved = [...rows]
    moved[index] = other
    moved[index + by] = row
    onChange(moved)
    if (button !== undefined) setAim({ key: row.key, button })
    announce(t('forms.rows.moved', { row: rowName(index), number: index + by + 1 }))
  }
  return (
    <fieldset className="panel__group" ref={list}>
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="field__hint">{hint}</p>}
      {rows.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          name={rowName(index)}
          spec={spec}
          words={words}
          path={`${path}.${index}`}
          isFirst={index === 0}
          isLast={index === rows.length - 1}
          onChange={(fields) => onChange(rows.map((each) => (each === row ? { ...row, fields } : each)))}
          onMove={(by, button) => move(index, by, button)}
          onRemove={() => remove(index)}
        />
      ))}
      {spec.countsSources ? <IndependentCount rows={rows} /> : null}
      <ProblemLine error={error} />
      <div className="panel__add">
        <Button size="small" icon="plus" onPress={add} data-add>
          {fieldNote(t, words, 'add') ?? t('forms.rows.add')}
        </Button>
      </div>
    </fieldset>
  )
}

interface RowProps {
  readonly row: DraftRow
  readonly name: string
  readonly spec: RowsSpec
  readonly words: string
  readonly path: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (fields: DraftGroup) => void
  readonly onMove: (by: -1 | 1, button?: 'up' | 'down') => void
  readonly onRemove: () => void
}

function Row({ row, name, spec, words, path, isFirst, isLast, onChange, onMove, onRemove }: RowProps) {
  const t = useText()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend that cannot stand in a line with buttons.
    <div className="row" role="group" aria-label={name} data-row={row.key} onKeyDownCapture={onKeyDown}>
      <div className="row__head">
        <span className="row__name">{name}</span>
        <Button
          size="small"
          variant="quiet"
          icon="up"
          data-move="up"
          aria-label={t('forms.rows.up', { row: name })}
          isDisabled={isFirst}
          onPress={() => onMove(-1, 'up')}
        />
        <Button
          size="small"
          variant="quiet"
          icon="open"
          data-move="down"
          aria-label={t('forms.rows.down', { row: name })}
          isDisabled={isLast}
          onPress={() => onMove(1, 'down')}
        />
        <Button
          size="small"
          variant="quiet"
          icon="close"
          aria-label={t('forms.rows.remove', { row: name })}
          onPress={onRemove}
        />
      </div>
      <FieldsOfGroup specs={spec.fields} words={words} path={path} draft={row.fields} onChange={onChange} />
    </div>
  )
}

const FIRST_FIELD = ':scope > .panel__fields :is(input, textarea, button)'

function focusAim(list: HTMLElement | null, aim: Aim): void {
  targetOf(list, aim)?.focus()
}

function targetOf(list: HTMLElement | null, aim: Aim): HTMLElement | null | undefined {
  if (aim === 'add') return list?.querySelector<HTMLElement>('[data-add]')
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const row = rows.find((each) => each.dataset.row === aim.key)
  if (aim.button === undefined) return row?.querySelector<HTMLElement>(FIRST_FIELD)
  // At an end of the list the button that was pressed is off: its neighbour is next.
  const pressed = row?.querySelector<HTMLElement>(`[data-move="${aim.button}"]:not([disabled])`)
  return pressed ?? row?.querySelector<HTMLElement>('button:not([disabled])')
}
