/** The table of source items. */
import { useMemo } from 'react'
import type { SourceItemRow, SourceView } from '../../../shared/ipc/views.ts'
import { dateKey } from '../../dateKey.ts'
import { dateWords, momentWords } from '../../dateWords.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { useIsArriving, useRecords } from '../../store.ts'
import { monthKeys, monthWords } from '../../table/monthGroups.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import type { GroupKey, TableColumn } from '../../table/tableColumn.ts'
import { type Language, useLanguage } from '../../text.ts'
import { type TermLabel, useTermLabel } from '../../vocabularies.ts'

const NEWEST_FIRST = [{ id: 'accessedAt', desc: true }]
const typeKeys = (row: SourceItemRow) => [row.itemType]
const sourceKeys = (row: SourceItemRow) => [row.source]
const publishedKeys = (row: SourceItemRow) => monthKeys(row.publishedAt)
const publishedOn = (row: SourceItemRow) => row.publishedAt
const accessedAt = (row: SourceItemRow) => row.accessedAt
const asRecord = (item: SourceItemRow) => item

export function SourceItemsScreen() {
  const language = useLanguage()
  const items = useRecords('sourceItems')
  const sources = useRecords('sources')
  const termLabel = useTermLabel()
  const isArriving = useIsArriving()
  const columns = useMemo(
    () => sourceItemColumns(language, termLabel, sources, items, isArriving),
    [language, termLabel, sources, items, isArriving],
  )
  return (
    <TableScreen
      kind="sourceItems"
      recordsById={items}
      columns={columns}
      firstSorting={NEWEST_FIRST}
      asRecord={asRecord}
    />
  )
}

/** @param isArriving is the log still being read? Then a source without a name may just not be here yet. */
export function sourceItemColumns(
  language: Language,
  termLabel: TermLabel,
  sources: Readonly<Record<string, SourceView>>,
  items: Readonly<Record<string, SourceItemRow>>,
  isArriving: boolean,
): readonly TableColumn<SourceItemRow>[] {
  const sourceName = (item: SourceItemRow) => sources[item.source]?.name ?? ''
  const groupSource = (key: GroupKey) =>
    sources[key]?.name ?? (isArriving ? '' : language.t('table.groups.sourceGone'))
  const roots = (item: SourceItemRow) =>
    item.derivesFrom.flatMap(({ item: id }) => items[id]?.title ?? []).join('; ')
  return [
    {
      id: 'title',
      header: 'column.title',
      value: (row) => row.title,
      isWritten: true,
      width: 240,
      grow: 1,
    },
    {
      id: 'itemType',
      header: 'column.itemType',
      value: (row) => termLabel('item-types', row.itemType),
      group: { keys: typeKeys, words: (key) => termLabel('item-types', String(key)) },
      width: 150,
    },
    {
      id: 'source',
      header: 'column.source',
      value: (row) => sourceName(row) || undefined,
      group: { keys: sourceKeys, words: groupSource },
      isWritten: true,
      width: 150,
    },
    {
      id: 'publishedAt',
      isCode: true,
      header: 'column.publishedAt',
      value: (row) => (row.publishedAt ? dateKey(row.publishedAt) : undefined),
      group: { keys: publishedKeys, words: (key) => monthWords(key, language), isCode: true },
      cell: (row) => (row.publishedAt ? dateWords(row.publishedAt, language, 'short') : null),
      filter: { by: 'date', date: publishedOn },
      width: 150,
    },
    {
      id: 'accessedAt',
      isCode: true,
      header: 'column.accessedAt',
      value: (row) => row.accessedAt,
      cell: (row) => momentWords(row.accessedAt, language),
      filter: { by: 'date', date: accessedAt, isMoment: true },
      width: 160,
    },
    {
      id: 'derivesFrom',
      header: 'column.derivesFrom',
      value: (row) => roots(row) || undefined,
      isWritten: true,
      width: 150,
    },
    confidentialityColumn(language),
    tagsColumn(),
    updatedAtColumn(language),
  ]
}
