/** What the table of incidents shows. */
import { daySortKey, dayToEdtf } from '../../../core/edtfDays.ts'
import { edtfSpan } from '../../../core/edtfSpan.ts'
import { INCIDENT_STATUSES } from '../../../core/vocabularyCodes.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { dateKey } from '../../dateKey.ts'
import { dateWords } from '../../dateWords.ts'
import { placeWords } from '../../placeWords.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import type { TableColumn } from '../../table/tableColumn.ts'
import type { Language } from '../../text.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import type { TermLabel } from '../../vocabularies.ts'

// The same functions for ever: a table sorts everything anew only when what it sorts by is another function.
const whenKey = (row: IncidentRow) => dateKey(row.when)
const titleOf = (row: IncidentRow) => row.title
const statusPlace = (row: IncidentRow) => INCIDENT_STATUSES.indexOf(row.status)

export function incidentColumns(
  language: Language,
  termLabel: TermLabel,
  claimIds: ReadonlyMap<string, ReadonlySet<string>>,
): readonly TableColumn<IncidentRow>[] {
  const types = (incident: IncidentRow) =>
    incident.violationTypes.map((code) => termLabel('violation-types', code)).join(language.comma)
  return [
    {
      id: 'when',
      header: 'column.when',
      value: whenKey,
      isCode: true,
      cell: (row) => dateWords(row.when, language),
      isWritten: true,
      width: 204,
    },
    {
      id: 'latest',
      header: 'column.latest',
      value: (row) => {
        const latest = edtfSpan(row.when)?.latest
        return latest ? daySortKey(latest) : undefined
      },
      isCode: true,
      cell: (row) => {
        const latest = edtfSpan(row.when)?.latest
        return latest ? dateWords(dayToEdtf(latest), language) : null
      },
      width: 150,
      isHidden: true,
    },
    {
      id: 'title',
      header: 'column.title',
      value: titleOf,
      isWritten: true,
      width: 210,
      grow: 1,
    },
    {
      id: 'place',
      header: 'column.place',
      value: (row) => placeWords(row.where, language.locale) || undefined,
      isWritten: true,
      width: 160,
    },
    {
      id: 'violationTypes',
      header: 'column.violationTypes',
      value: (row) => types(row) || undefined,
      cell: types,
      isWritten: true,
      width: 160,
    },
    {
      id: 'status',
      header: 'column.status',
      value: statusPlace,
      cell: (row) => <StatusMark kind="incident" status={row.status} />,
      width: 124,
    },
    confidentialityColumn(),
    {
      id: 'claims',
      header: 'column.claims',
      value: (row) => claimIds.get(row.id)?.size ?? 0,
      cell: (row) => claimIds.get(row.id)?.size ?? 0,
      width: 112,
      align: 'end',
    },
    tagsColumn(),
    updatedAtColumn(language),
  ]
}
