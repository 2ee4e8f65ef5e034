/** The table of persons: code names only. What is locked is in no table and found by no search. */
import { useMemo } from 'react'
import type { Person } from '../../../core/person.ts'
import { withDefaults } from '../../../core/recordDefaults.ts'
import type { PersonView } from '../../../shared/ipc/views.ts'
import type { IncidentLinks } from '../../IncidentLinks.ts'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { useRecords } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import type { TableColumn } from '../../table/tableColumn.ts'
import { type Language, useLanguage } from '../../text.ts'
import { Badge } from '../../ui/Badge.tsx'
import { useLogIndex } from '../../useLogIndex.ts'

const BY_CODE_NAME = [{ id: 'codeName', desc: false }]
const kindKeys = (person: PersonView) => [person.kind]
const roleKeys = (person: PersonView) => person.roles
const personByView = new WeakMap<PersonView, Person>()

/** The person with what is locked left blank, as queries take it; the same object for the same view. */
function toPerson(view: PersonView): Person {
  let person = personByView.get(view)
  if (!person) {
    person = { ...view, otherNames: [], contacts: [], relativesAtRisk: [], languages: [], consents: [] }
    personByView.set(view, person)
  }
  return person
}

/** As it was said, or as it holds when nobody said. */
const isAtRisk = (person: PersonView): boolean => withDefaults('persons', { ...person }).atRisk === true

export function PersonsScreen() {
  const language = useLanguage()
  const persons = useRecords('persons')
  const links = useLogIndex('incidentLinks')
  const columns = useMemo(() => personColumns(language, links.index), [language, links])
  return (
    <TableScreen
      kind="persons"
      recordsById={persons}
      columns={columns}
      firstSorting={BY_CODE_NAME}
      asRecord={toPerson}
    />
  )
}

function personColumns(language: Language, links: IncidentLinks): readonly TableColumn<PersonView>[] {
  const { t, comma } = language
  const roles = (row: PersonView) => row.roles.map((role) => t(`personRole.${role}`)).join(comma)
  return [
    {
      id: 'codeName',
      header: 'column.codeName',
      value: (row) => row.codeName,
      isWritten: true,
      width: 220,
      grow: 1,
    },
    {
      id: 'kind',
      header: 'column.kind',
      value: (row) => t(`personKind.${row.kind}`),
      group: { keys: kindKeys, words: (key) => t(`personKind.${key as PersonView['kind']}`) },
      width: 130,
    },
    {
      id: 'roles',
      header: 'column.roles',
      value: (row) => roles(row) || undefined,
      group: { keys: roleKeys, words: (key) => t(`personRole.${key as PersonView['roles'][number]}`) },
      width: 200,
    },
    {
      id: 'atRisk',
      header: 'column.atRisk',
      value: (row) => (isAtRisk(row) ? 0 : 1),
      text: (row) => (isAtRisk(row) ? t('persons.atRisk') : ''),
      cell: (row) =>
        isAtRisk(row) ? (
          <Badge tone="warning" icon="warning">
            {t('persons.atRisk')}
          </Badge>
        ) : null,
      width: 130,
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
