/** Edits a cell in place, over it: Enter saves, Escape leaves it as it was, Tab saves and goes on. */
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { Dialog, Menu, MenuItem, Popover, Text } from 'react-aria-components'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { useRecords } from '../store.ts'
import { useLanguage } from '../text.ts'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'
import { visibleTurns } from '../visibleText.ts'
import { type CellField, cellField, typedTags } from './cellFields.ts'
import type { HasId } from './tableColumn.ts'
import { useCellSave } from './useCellSave.ts'
import { chosenValue, firstChosen, valueOptions } from './valueOptions.ts'

export interface CellEditorProps {
  readonly kind: EditableKind
  readonly row: HasId
  readonly columnId: string
  readonly trigger: RefObject<Element | null>
  /** @param step to the next cell (1), the one before (−1), or nowhere. */
  readonly onDone: (step: -1 | 0 | 1) => void
}

export function CellEditor(props: CellEditorProps) {
  const { t } = useLanguage()
  const field = cellField(props.kind, props.columnId, t)
  return field === null ? null : <FieldEditor {...props} field={field} />
}

function FieldEditor({ kind, row, field, trigger, onDone }: CellEditorProps & { readonly field: CellField }) {
  const { t } = useLanguage()
  const [seen] = useState(() => asJson(Reflect.get(row, field.field)))
  const { error, isSaving, save } = useCellSave(kind, row.id, field.field, seen)
  const draft = useRef<string | readonly string[] | number | null>(seen)
  const finish = async (step: -1 | 0 | 1) => {
    const next = draft.current
    if (await save(typeof next === 'object' && next !== null ? [...next] : next)) onDone(step)
  }
  const isChoice = field.by === 'values' && !field.of.isList
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    const isDone = key === 'Tab' || (key === 'Enter' && !isChoice)
    if ((!isDone && key !== 'Escape') || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Escape') onDone(0)
    else void finish(key === 'Enter' ? 0 : event.shiftKey ? -1 : 1)
  }
  const label = t('table.edit.label', { field: field.label })
  return (
    <Popover
      className="popover cell-editor"
      isOpen
      triggerRef={trigger}
      placement="bottom start"
      offset={-36}
      // Whoever clicks elsewhere has finished: what was typed is not lost.
      onOpenChange={(isOpen) => {
        if (!isOpen) void finish(0)
      }}
    >
      <div onKeyDownCapture={onKeyDown}>
        {field.by === 'values' && field.of.values.from !== 'typed' ? (
          <Choices
            label={label}
            field={field}
            first={seen}
            isSaving={isSaving}
            onChoose={(next) => {
              draft.current = next
              if (isChoice) void finish(0)
            }}
          />
        ) : (
          <TypedCell
            label={label}
            isTags={field.by === 'values'}
            first={seen}
            error={error}
            isSaving={isSaving}
            onType={(next) => {
              draft.current = next
            }}
          />
        )}
      </div>
      {error !== null && field.by === 'values' && field.of.values.from !== 'typed' ? (
        <p className="cell-editor__error" role="alert">
          {error}
        </p>
      ) : null}
    </Popover>
  )
}

type CellValue = string | number | readonly string[] | null

/** What the editors know; a field that holds anything else has none. */
function asJson(value: unknown): string | number | string[] | null {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

interface TypedCellProps {
  readonly label: string
  readonly isTags: boolean
  readonly first: CellValue
  readonly error: string | null
  readonly isSaving: boolean
  readonly onType: (value: CellValue) => void
}

function TypedCell({ label, isTags, first, error, isSaving, onType }: TypedCellProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(() =>
    typeof first === 'object' ? (first ?? []).join(', ') : String(first),
  )
  return (
    <Dialog className="cell-editor__typed" aria-label={label}>
      <TextField
        label={label}
        {...(isTags ? { description: t('table.bulk.tagsHint') } : {})}
        value={typed}
        error={error}
        // Read-only rather than disabled, which would take the focus away.
        isReadOnly={isSaving}
        autoFocus
        onChange={(next) => {
          setTyped(next)
          onType(isTags ? typedTags(next) : next.trim())
        }}
      />
    </Dialog>
  )
}

interface ChoicesProps {
  readonly label: string
  readonly field: Extract<CellField, { by: 'values' }>
  readonly first: CellValue
  readonly isSaving: boolean
  readonly onChoose: (value: CellValue) => void
}

function Choices({ label, field, first, isSaving, onChoose }: ChoicesProps) {
  const { t, language } = useLanguage()
  const terms = useRecords('terms')
  const { of } = field
  const options = valueOptions(of, t, terms, language)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstChosen(first, of.isList))
  return (
    <Menu
      className="options"
      aria-label={label}
      autoFocus
      selectionMode={of.isList ? 'multiple' : 'single'}
      selectedKeys={chosen}
      shouldCloseOnSelect={false}
      onAction={(key) => {
        if (!of.isList && !isSaving) onChoose(chosenValue(of, String(key)))
      }}
      onSelectionChange={(keys) => {
        if (!of.isList || keys === 'all' || isSaving) return
        const next = new Set([...keys].map(String))
        setChosen(next)
        // In the order in which they stand in the record, new ones after them.
        const held = Array.isArray(first) ? first.map(String) : []
        onChoose([
          ...held.filter((each) => next.has(each)),
          ...[...next].filter((each) => !held.includes(each)),
        ])
      }}
    >
      {options.map((option) => (
        <MenuItem key={option.value} id={option.value} textValue={option.label} className="option">
          <span className="option__tick">
            {chosen.has(option.value) ? <Icon name="tick" size={14} /> : null}
          </span>
          <Text slot="label" dir="auto">
            {visibleTurns(option.label)}
          </Text>
        </MenuItem>
      ))}
    </Menu>
  )
}
