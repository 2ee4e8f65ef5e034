/** What the table of incidents shows. */
import { daySortKey, dayToEdtf } from '../../../core/edtfDays.ts'
import { edtfSortKey, edtfSpan } from '../../../core/edtfSpan.ts'
import type { Incident } from '../../../core/incident.ts'
import type { Vocabulary } from '../../../core/vocabulary.ts'
import { INCIDENT_STATUSES } from '../../../core/vocabularyCodes.ts'
import { dateWords } from '../../dateWords.ts'
import { placeWords } from '../../placeWords.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import type { TableColumn } from '../../table/tableColumn.ts'
import type { Language } from '../../text.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { termLabel } from '../../vocabularies.ts'

export function incidentColumns(
  language: Language,
  claimIds: ReadonlyMap<string, ReadonlySet<string>>,
  violationTypes: Vocabulary,
): readonly TableColumn<Incident>[] {
  const types = (incident: Incident) =>
    incident.violationTypes
      .map((code) => termLabel(violationTypes, code, language.language))
      .join(language.comma)
  return [
    {
      id: 'when',
      header: 'column.when',
      value: (row) => edtfSortKey(row.when) ?? undefined,
      isCode: true,
      cell: (row) => dateWords(row.when, language),
      isWritten: true,
      width: 168,
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
      value: (row) => row.title,
      isWritten: true,
      width: 240,
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
      value: (row) => INCIDENT_STATUSES.indexOf(row.status),
      cell: (row) => <StatusMark kind="incident" status={row.status} />,
      width: 124,
    },
    confidentialityColumn(),
    {
      id: 'claims',
      header: 'column.claims',
      value: (row) => claimIds.get(row.id)?.size ?? 0,
      cell: (row) => claimIds.get(row.id)?.size ?? 0,
      width: 80,
      align: 'end',
    },
    tagsColumn(),
    updatedAtColumn(language),
  ]
}
