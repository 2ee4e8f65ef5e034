/** What the table of incidents shows. */
import { daySortKey, dayToEdtf } from '../../../core/edtfDays.ts'
import { edtfSpan } from '../../../core/edtfSpan.ts'
import { HARMS, type Harm } from '../../../core/harms.ts'
import { INCIDENT_STATUSES, WORK_STATUSES } from '../../../core/vocabularyCodes.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { codeWords } from '../../codeWords.ts'
import { dateKey } from '../../dateKey.ts'
import { dateWords } from '../../dateWords.ts'
import { countryName, placeWords } from '../../placeWords.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { monthKeys, monthWords } from '../../table/monthGroups.ts'
import type { GroupKey, TableColumn } from '../../table/tableColumn.ts'
import type { Language } from '../../text.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import type { TermLabel } from '../../vocabularies.ts'
import { byHarm, countWords } from './countWords.ts'
import { typeDepth, typesAndAbove } from './violationTree.ts'

// The same functions for ever: a table sorts everything anew only when what it sorts by is another function.
const whenKey = (row: IncidentRow) => dateKey(row.when)
const titleOf = (row: IncidentRow) => row.title
const monthsOf = (row: IncidentRow) => monthKeys(row.when)
const typesOf = (row: IncidentRow) => row.violationTypes
const statusKeys = (row: IncidentRow) => [INCIDENT_STATUSES.indexOf(row.status)]
const whenOf = (row: IncidentRow) => row.when
const latestOf = (row: IncidentRow) => {
  const latest = edtfSpan(row.when)?.latest
  return latest ? dayToEdtf(latest) : undefined
}
const workStatusOf = ({ workStatus }: IncidentRow) => (workStatus === undefined ? [] : [workStatus])
const workPlace = ({ workStatus }: IncidentRow) =>
  workStatus === undefined ? undefined : WORK_STATUSES.indexOf(workStatus)
const statusOf = (row: IncidentRow) => [row.status]
/** By harm, what is counted, and what it sorts by. */
const countsOf = byHarm((harm) => (row: IncidentRow) => row.counts[harm])
const countKeys = byHarm((harm) => (row: IncidentRow) => {
  const { best, low, high } = row.counts[harm] ?? {}
  return best ?? low ?? high
})
/** The country of a place as well as its division: who ticks a country means all of it. */
const regionsOf = ({ where }: IncidentRow) =>
  where.country === undefined
    ? []
    : where.admin1 === undefined
      ? [regionKey(where.country, null)]
      : [regionKey(where.country, null), regionKey(where.country, where.admin1)]
const regionKey = (country: string, division: string | null) => JSON.stringify([country, division])
const regionDepth = (key: string) => (key.endsWith(',null]') ? 0 : 1)
/** Country and first division, which many places share; what was reported stands in the cell. */
const regionKeys = ({ where }: IncidentRow) =>
  where.country === undefined ? [] : [regionKey(where.country, where.admin1 ?? null)]
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
      filter: { by: 'date', date: whenOf },
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
      filter: { by: 'date', date: latestOf },
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
      filter: {
        by: 'codes',
        keys: regionsOf,
        words: (key) => regionWords(key, language),
        depth: regionDepth,
      },
      isWritten: true,
      width: 160,
    },
    {
      id: 'violationTypes',
      header: 'column.violationTypes',
      value: (row) => types(row) || undefined,
      cell: types,
      group: { keys: typesOf, words: (key) => termLabel('violation-types', String(key)) },
      filter: {
        by: 'codes',
        keys: typesAndAbove,
        words: (key) => termLabel('violation-types', key),
        depth: typeDepth,
      },
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
      filter: {
        by: 'codes',
        keys: statusOf,
        words: (key) => codeWords(language.t, 'status.incident', key),
        order: INCIDENT_STATUSES,
      },
      width: 124,
    },
    {
      id: 'workStatus',
      header: 'records.incident.workStatus',
      value: workPlace,
      cell: ({ workStatus }) => (workStatus === undefined ? null : language.t(`workStatus.${workStatus}`)),
      filter: {
        by: 'codes',
        keys: workStatusOf,
        words: (key) => codeWords(language.t, 'workStatus', key),
        order: WORK_STATUSES,
      },
      width: 150,
      isHidden: true,
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
    ...HARMS.map((harm) => countColumn(harm, language)),
    tagsColumn(),
    updatedAtColumn(language),
  ]
}

/** How many people, as far as it is known; never one number where a range is. */
function countColumn(harm: Harm, language: Language): TableColumn<IncidentRow> {
  return {
    id: harm,
    header: `records.incident.counts.${harm}`,
    value: countKeys[harm],
    cell: ({ counts }) => {
      const count = counts[harm]
      return count === undefined ? null : countWords({ ...count, reportedBy: undefined }, language)
    },
    filter: { by: 'number', range: countsOf[harm] },
    width: 130,
    isHidden: true,
  }
}

function regionWords(key: GroupKey, { locale, comma }: Language): string {
  const [country, division]: readonly (string | null)[] = JSON.parse(String(key))
  return [country == null ? null : countryName(country, locale), division].filter(Boolean).join(comma)
}
