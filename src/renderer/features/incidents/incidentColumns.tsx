/** What the table of incidents shows. */
import { daySortKey, dayToEdtf } from '../../../core/edtfDays.ts'
import { edtfSpan } from '../../../core/edtfSpan.ts'
import { INCIDENT_STATUSES } from '../../../core/vocabularyCodes.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { dateKey } from '../../dateKey.ts'
import { dateWords } from '../../dateWords.ts'
import { countryName, placeWords } from '../../placeWords.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { monthKeys, monthWords } from '../../table/monthGroups.ts'
import type { GroupKey, TableColumn } from '../../table/tableColumn.ts'
import type { Language } from '../../text.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import type { TermLabel } from '../../vocabularies.ts'

// The same functions for ever: a table sorts everything anew only when what it sorts by is another function.
const whenKey = (row: IncidentRow) => dateKey(row.when)
const titleOf = (row: IncidentRow) => row.title
const monthsOf = (row: IncidentRow) => monthKeys(row.when)
const typesOf = (row: IncidentRow) => row.violationTypes
const statusKeys = (row: IncidentRow) => [INCIDENT_STATUSES.indexOf(row.status)]
/** Country and first division, which many places share; what was reported stands in the cell. */
const regionKeys = ({ where }: IncidentRow) =>
  where.country === undefined ? [] : [JSON.stringify([where.country, where.admin1 ?? null])]
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
      group: { keys: monthsOf, words: (key) => monthWords(key, language), isCode: true },
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
      group: { keys: regionKeys, words: (key) => regionWords(key, language) },
      isWritten: true,
      width: 160,
    },
    {
      id: 'violationTypes',
      header: 'column.violationTypes',
      value: (row) => types(row) || undefined,
      cell: types,
      group: { keys: typesOf, words: (key) => termLabel('violation-types', String(key)) },
      isWritten: true,
      width: 160,
    },
    {
      id: 'status',
      header: 'column.status',
      value: statusPlace,
      group: {
        keys: statusKeys,
        words: (key) => {
          const status = INCIDENT_STATUSES[Number(key)]
          return status === undefined ? '' : language.t(`status.incident.${status}`)
        },
        isCode: true,
      },
      cell: (row) => <StatusMark kind="incident" status={row.status} />,
      width: 124,
    },
    confidentialityColumn(language),
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

function regionWords(key: GroupKey, { locale, comma }: Language): string {
  const [country, division]: readonly (string | null)[] = JSON.parse(String(key))
  return [country == null ? null : countryName(country, locale), division].filter(Boolean).join(comma)
}
