/** What a column is filtered by, beside its header: letters, a date, a list to tick, or from and to. */
import { type FormEvent, type RefObject, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { ColumnFilter } from '../../core/columnFilter.ts'
import { whenSpan } from '../../core/query.ts'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { FilterOption } from './columnFilters.ts'
import { FilterChecklist } from './FilterChecklist.tsx'

export interface ColumnFilterDialogProps {
  readonly columnId: string
  /** Name of the column. */
  readonly name: string
  readonly by: ColumnFilter['by']
  /** What can be ticked, with what is ticked already. */
  readonly options: (chosen: readonly string[]) => readonly FilterOption[]
  readonly filter: ColumnFilter | null
  readonly trigger: RefObject<Element | null>
  readonly onChange: (filter: ColumnFilter | null) => void
  readonly onClose: () => void
}

export function ColumnFilterDialog(props: ColumnFilterDialogProps) {
  const { name, filter, trigger, onChange, onClose } = props
  const t = useText()
  const label = t('table.filter.title', { column: name })
  return (
    <Popover
      className="popover"
      isOpen
      triggerRef={trigger}
      placement="bottom start"
      offset={2}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Dialog className="filter" aria-label={label}>
        <h2 className="filter__title">{label}</h2>
        <FilterForm
          {...props}
          onDone={(next) => {
            onChange(next)
            onClose()
          }}
        />
        {filter === null ? null : (
          <Button
            variant="quiet"
            icon="close"
            onPress={() => {
              onChange(null)
              onClose()
            }}
          >
            {t('table.filter.remove')}
          </Button>
        )}
      </Dialog>
    </Popover>
  )
}

interface FilterFormProps extends ColumnFilterDialogProps {
  readonly onDone: (filter: ColumnFilter | null) => void
}

function FilterForm({ by, columnId, options, filter, onDone }: FilterFormProps) {
  const t = useText()
  const [text, setText] = useState(filter?.by === 'text' || filter?.by === 'date' ? filter.text : '')
  const [from, setFrom] = useState(filter?.by === 'number' ? String(filter.from ?? '') : '')
  const [to, setTo] = useState(filter?.by === 'number' ? String(filter.to ?? '') : '')
  const [codes, setCodes] = useState<readonly string[]>(filter?.by === 'codes' ? filter.codes : [])
  const [error, setError] = useState<string | null>(null)
  // As it was opened: what is ticked meanwhile does not move the list.
  const [listed] = useState(() => (by === 'codes' ? options(codes) : []))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = typedFilter(by, columnId, { text, from, to, codes })
    if (typed === 'unreadable')
      setError(t(by === 'date' ? 'table.filter.dateUnreadable' : 'table.filter.numberUnreadable'))
    else onDone(typed)
  }
  return (
    <form className="filter__form" onSubmit={submit} noValidate>
      {by === 'codes' ? (
        <FilterChecklist options={listed} chosen={codes} onChange={setCodes} />
      ) : by === 'number' ? (
        <>
          <TextField label={t('table.filter.from')} value={from} onChange={setFrom} autoFocus error={error} />
          <TextField label={t('table.filter.to')} value={to} onChange={setTo} />
        </>
      ) : (
        <TextField
          label={t(by === 'date' ? 'table.filter.date' : 'table.filter.text')}
          {...(by === 'date' ? { description: t('table.filter.dateHint') } : {})}
          value={text}
          onChange={setText}
          autoFocus
          error={error}
        />
      )}
      <Button type="submit" variant="primary">
        {t('table.filter.apply')}
      </Button>
    </form>
  )
}

interface Typed {
  readonly text: string
  readonly from: string
  readonly to: string
  readonly codes: readonly string[]
}

/** What was typed as a filter; null for nothing. */
function typedFilter(
  by: ColumnFilter['by'],
  column: string,
  typed: Typed,
): ColumnFilter | null | 'unreadable' {
  const text = typed.text.trim()
  switch (by) {
    case 'text':
      return text === '' ? null : { column, by, text }
    case 'date':
      if (text === '') return null
      return whenSpan(text) === null ? 'unreadable' : { column, by, text }
    case 'codes':
      return typed.codes.length === 0 ? null : { column, by, codes: [...typed.codes] }
    case 'number': {
      const [from, to] = [numberOf(typed.from), numberOf(typed.to)]
      if (from === undefined || to === undefined || (from !== null && to !== null && from > to))
        return 'unreadable'
      return from === null && to === null ? null : { column, by, from, to }
    }
  }
}

/** Null for nothing typed, undefined for no whole number. Digits of other scripts are understood. */
function numberOf(typed: string): number | null | undefined {
  const plain = typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  if (plain === '') return null
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
