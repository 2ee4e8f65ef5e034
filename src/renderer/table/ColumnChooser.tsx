/** Which columns a table shows. The last one cannot be hidden. */
import type { ColumnVisibilityState } from '@tanstack/react-table'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import type { TableColumn } from './tableColumn.ts'

export interface ColumnChooserProps<R> {
  readonly columns: readonly TableColumn<R>[]
  readonly visibility: ColumnVisibilityState
  readonly onChange: (visibility: ColumnVisibilityState) => void
}

export function ColumnChooser<R>({ columns, visibility, onChange }: ColumnChooserProps<R>) {
  const t = useText()
  const isShown = (id: string) => visibility[id] !== false
  const shownCount = columns.filter(({ id }) => isShown(id)).length
  return (
    <DialogTrigger>
      <Button variant="quiet" icon="columns">
        {t('table.columns.button')}
      </Button>
      <Popover className="popover" placement="bottom end" offset={2}>
        <Dialog className="chooser" aria-label={t('table.columns.label')}>
          {columns.map((column) => (
            <CheckboxField
              key={column.id}
              isSelected={isShown(column.id)}
              isDisabled={isShown(column.id) && shownCount === 1}
              onChange={(isSelected) => onChange({ ...visibility, [column.id]: isSelected })}
            >
              {t(column.note ?? column.header)}
            </CheckboxField>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
