/** The table of actions: what was done to bring pressure or help, and what came of it. */
import { useMemo } from 'react'
import type { Action } from '../../../core/action.ts'
import { edtfSpan } from '../../../core/edtfSpan.ts'
import { dateWords } from '../../dateWords.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { useRecords } from '../../store.ts'
import { monthKeys, monthWords } from '../../table/monthGroups.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import type { TableColumn } from '../../table/tableColumn.ts'
import { type Language, useLanguage } from '../../text.ts'
import { type TermLabel, useTermLabel } from '../../vocabularies.ts'

const NEWEST_FIRST = [{ id: 'date', desc: true }]
const monthsOf = {
  date: (row: Action) => monthKeys(row.date),
  followUpDate: (row: Action) => monthKeys(row.followUpDate),
}
const dayOf = {
  date: (row: Action) => row.date,
  followUpDate: (row: Action) => row.followUpDate,
}
const whatKeys = (row: Action) => [row.what]
const statusKeys = (row: Action) => (row.status === undefined ? [] : [row.status])
const asRecord = (action: Action) => action

export function ActionsScreen() {
  const language = useLanguage()
  const actions = useRecords('actions')
  const termLabel = useTermLabel()
  const columns = useMemo(() => actionColumns(language, termLabel), [language, termLabel])
  return (
    <TableScreen
      kind="actions"
      recordsById={actions}
      columns={columns}
      firstSorting={NEWEST_FIRST}
      asRecord={asRecord}
    />
  )
}

function actionColumns(language: Language, termLabel: TermLabel): readonly TableColumn<Action>[] {
  const label = (name: Parameters<TermLabel>[0], code: string | undefined) =>
    code === undefined ? undefined : termLabel(name, code)
  return [
    {
      id: 'addressedTo',
      header: 'column.addressedTo',
      value: (row) => row.addressedTo,
      isWritten: true,
      width: 240,
      grow: 1,
    },
    {
      id: 'what',
      header: 'column.what',
      value: (row) => label('action-kinds', row.what),
      group: { keys: whatKeys, words: (key) => termLabel('action-kinds', String(key)) },
      width: 190,
    },
    dateColumn('date', 'column.date', language),
    {
      id: 'status',
      header: 'column.status',
      value: (row) => label('action-statuses', row.status),
      group: { keys: statusKeys, words: (key) => termLabel('action-statuses', String(key)) },
      width: 160,
    },
    {
      id: 'response',
      header: 'column.response',
      value: (row) => label('action-responses', row.response),
      width: 160,
      isHidden: true,
    },
    {
      id: 'priority',
      header: 'column.priority',
      value: (row) => label('action-priorities', row.priority),
      width: 120,
      isHidden: true,
    },
    dateColumn('followUpDate', 'column.followUpDate', language),
    { id: 'about', header: 'column.about', value: (row) => row.about.length, width: 90, align: 'end' },
    confidentialityColumn(language),
    tagsColumn(),
    updatedAtColumn(language),
  ]
}

function dateColumn(
  field: 'date' | 'followUpDate',
  header: 'column.date' | 'column.followUpDate',
  language: Language,
): TableColumn<Action> {
  return {
    id: field,
    header,
    value: (row) => edtfSpan(row[field] ?? '')?.earliest ?? undefined,
    isCode: true,
    group: { keys: monthsOf[field], words: (key) => monthWords(key, language), isCode: true },
    cell: (row) => (row[field] === undefined ? null : dateWords(row[field], language, 'short')),
    filter: { by: 'date', date: dayOf[field] },
    width: 150,
  }
}
