/** Which columns a table shows. The last one cannot be hidden. */

import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { TableLayout } from '../../core/tableView.ts'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { orderOf, showColumn } from './columnLayout.ts'
import type { TableColumn } from './tableColumn.ts'

export interface ColumnChooserProps<R> {
  readonly columns: readonly TableColumn<R>[]
  readonly layout: TableLayout
  readonly onChange: (layout: TableLayout) => void
}

export function ColumnChooser<R>({ columns, layout, onChange }: ColumnChooserProps<R>) {
  const t = useText()
  const ids = columns.map(({ id }) => id)
  const isShown = (id: string) => !layout.hidden.includes(id)
  const shownCount = ids.filter(isShown).length
  const inOrder = orderOf(layout, ids).flatMap((id) => columns.find((column) => column.id === id) ?? [])
  return (
    <DialogTrigger>
      <Button variant="quiet" icon="columns">
        {t('table.columns.button')}
      </Button>
      <Popover className="popover" placement="bottom end" offset={2}>
        <Dialog className="chooser" aria-label={t('table.columns.label')}>
          {inOrder.map((column) => (
            <CheckboxField
              key={column.id}
              isSelected={isShown(column.id)}
              isDisabled={isShown(column.id) && shownCount === 1}
              onChange={(isSelected) => onChange(showColumn(layout, ids, column.id, isSelected))}
            >
              {t(column.note ?? column.header)}
            </CheckboxField>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
