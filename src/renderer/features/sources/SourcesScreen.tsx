/** The table of sources. */
import { useMemo } from 'react'
import { RELIABILITIES } from '../../../core/vocabularyCodes.ts'
import type { SourceView } from '../../../shared/ipc/views.ts'
import { itemCountBySource } from '../../recordLinks.ts'
import { ReliabilityCell } from '../../records/cells.tsx'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { toSource } from '../../sourceRecords.ts'
import { useRecords } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import type { TableColumn } from '../../table/tableColumn.ts'
import { type Language, useLanguage } from '../../text.ts'

const kindKeys = (row: SourceView) => [row.kind]
const reliabilityKeys = (row: SourceView) => [row.reliability]
const BY_NAME = [{ id: 'name', desc: false }]

export function SourcesScreen() {
  const language = useLanguage()
  const sources = useRecords('sources')
  const items = useRecords('sourceItems')
  const columns = useMemo(() => sourceColumns(language, itemCountBySource(items)), [language, items])
  return (
    <TableScreen
      kind="sources"
      recordsById={sources}
      columns={columns}
      firstSorting={BY_NAME}
      asRecord={toSource}
    />
  )
}

function sourceColumns(
  language: Language,
  itemCounts: ReadonlyMap<string, number>,
): readonly TableColumn<SourceView>[] {
  const { t } = language
  return [
    {
      id: 'name',
      header: 'column.name',
      value: (row) => row.name,
      isWritten: true,
      width: 240,
      grow: 1,
    },
    {
      id: 'kind',
      header: 'column.kind',
      value: (row) => t(`sourceKind.${row.kind}`),
      group: { keys: kindKeys, words: (key) => t(`sourceKind.${key as SourceView['kind']}`) },
      width: 180,
    },
    {
      id: 'reliability',
      header: 'column.reliability',
      value: (row) => RELIABILITIES.indexOf(row.reliability),
      cell: (row) => <ReliabilityCell grade={row.reliability} />,
      group: {
        keys: reliabilityKeys,
        words: (key) => `${key} ${t(`reliability.${key as SourceView['reliability']}`)}`,
      },
      width: 190,
    },
    {
      id: 'items',
      header: 'column.items',
      value: (row) => itemCounts.get(row.id) ?? 0,
      width: 106,
      align: 'end',
    },
    confidentialityColumn(language),
    tagsColumn(),
    updatedAtColumn(language),
  ]
}
