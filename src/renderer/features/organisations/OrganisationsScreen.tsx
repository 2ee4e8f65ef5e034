/** The table of organisations. */
import { useMemo } from 'react'
import type { Organisation } from '../../../core/organisation.ts'
import type { IncidentLinks } from '../../IncidentLinks.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { useRecords } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import type { TableColumn } from '../../table/tableColumn.ts'
import { type Language, useLanguage } from '../../text.ts'
import { useLogIndex } from '../../useLogIndex.ts'
import { type TermLabel, useTermLabel } from '../../vocabularies.ts'

const BY_NAME = [{ id: 'name', desc: false }]
const kindKeys = (organisation: Organisation) => [organisation.kind]
const asRecord = (organisation: Organisation) => organisation

export function OrganisationsScreen() {
  const language = useLanguage()
  const organisations = useRecords('organisations')
  const links = useLogIndex('incidentLinks')
  const termLabel = useTermLabel()
  const columns = useMemo(
    () => organisationColumns(language, termLabel, organisations, links.index),
    [language, termLabel, organisations, links],
  )
  return (
    <TableScreen
      kind="organisations"
      recordsById={organisations}
      columns={columns}
      firstSorting={BY_NAME}
      asRecord={asRecord}
    />
  )
}

function organisationColumns(
  language: Language,
  termLabel: TermLabel,
  organisations: Readonly<Record<string, Organisation>>,
  links: IncidentLinks,
): readonly TableColumn<Organisation>[] {
  const { t, comma } = language
  return [
    { id: 'name', header: 'column.name', value: (row) => row.name, isWritten: true, width: 240, grow: 1 },
    {
      id: 'kind',
      header: 'column.kind',
      value: (row) => termLabel('organisation-kinds', row.kind),
      group: { keys: kindKeys, words: (key) => termLabel('organisation-kinds', String(key)) },
      width: 190,
    },
    {
      id: 'parent',
      header: 'column.parent',
      value: (row) => (row.parent === undefined ? undefined : organisations[row.parent]?.name),
      isWritten: true,
      width: 180,
    },
    {
      id: 'roles',
      header: 'column.roles',
      value: (row) => row.roles.map((role) => t(`organisationRole.${role}`)).join(comma) || undefined,
      width: 190,
    },
    {
      id: 'incidents',
      header: 'column.incidents',
      value: (row) => links.ofActor(row.id).length,
      width: 136,
      align: 'end',
    },
    confidentialityColumn(language),
    tagsColumn(),
    updatedAtColumn(language),
  ]
}
