/** The table of claims. */
import { useMemo } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { ClaimSourcing } from '../../../core/sourcing/sourcing.ts'
import { CLAIM_STATUSES } from '../../../core/vocabularyCodes.ts'
import { codeWords } from '../../codeWords.ts'
import { dateWords } from '../../dateWords.ts'
import { CredibilityCell } from '../../records/cells.tsx'
import { confidentialityColumn, tagsColumn, updatedAtColumn } from '../../records/sharedColumns.tsx'
import { useRecords } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import type { TableColumn } from '../../table/tableColumn.ts'
import { type Language, useLanguage } from '../../text.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useLogIndex } from '../../useLogIndex.ts'

const BY_STATUS = [{ id: 'status', desc: false }]
const kindKeys = (claim: Claim) => [claim.kind]
const statusKeys = (claim: Claim) => [CLAIM_STATUSES.indexOf(claim.status)]
const credibilityKeys = (claim: Claim) => [claim.credibility]
const statusCodes = (claim: Claim) => [claim.status]
const asOf = (claim: Claim) => claim.asOf
const asRecord = (claim: Claim) => claim

export function ClaimsScreen() {
  const language = useLanguage()
  const claims = useRecords('claims')
  const sourcing = useLogIndex('sourcing')
  const columns = useMemo(() => {
    // The table may sort by the counts of all claims.
    sourcing.index.sweep()
    return claimColumns(language, ({ id }) => sourcing.index.of(id))
  }, [language, sourcing])
  return (
    <TableScreen
      kind="claims"
      recordsById={claims}
      columns={columns}
      firstSorting={BY_STATUS}
      asRecord={asRecord}
    />
  )
}

function claimColumns(
  language: Language,
  sourcingOf: (claim: Claim) => ClaimSourcing | undefined,
): readonly TableColumn<Claim>[] {
  const { t } = language
  return [
    {
      id: 'statement',
      header: 'column.statement',
      value: (row) => row.statement,
      isWritten: true,
      width: 236,
      grow: 1,
    },
    {
      id: 'kind',
      header: 'column.kind',
      value: (row) => t(`claimKind.${row.kind}`),
      group: { keys: kindKeys, words: (key) => t(`claimKind.${key as Claim['kind']}`) },
      width: 128,
    },
    {
      id: 'status',
      header: 'column.status',
      value: (row) => CLAIM_STATUSES.indexOf(row.status),
      cell: (row) => <StatusMark kind="claim" status={row.status} />,
      group: {
        keys: statusKeys,
        words: (key) => {
          const status = CLAIM_STATUSES[Number(key)]
          return status === undefined ? '' : t(`status.claim.${status}`)
        },
        isCode: true,
      },
      filter: {
        by: 'codes',
        keys: statusCodes,
        words: (key) => t(`status.claim.${key as Claim['status']}`),
        order: CLAIM_STATUSES,
      },
      width: 204,
    },
    {
      id: 'credibility',
      header: 'column.credibility',
      value: (row) => row.credibility,
      cell: (row) => <CredibilityCell grade={row.credibility} />,
      group: {
        keys: credibilityKeys,
        words: (key) => `${key} ${t(`credibility.${key as Claim['credibility']}`)}`,
        isCode: true,
      },
      filter: {
        by: 'codes',
        keys: credibilityKeys,
        words: (key) => `${key} ${codeWords(t, 'credibility', key)}`,
      },
      width: 180,
    },
    {
      id: 'independentFor',
      header: 'column.independentFor',
      note: 'column.independentFor.note',
      value: (row) => sourcingOf(row)?.forIt.independentRoots,
      width: 86,
      align: 'end',
    },
    {
      id: 'independentAgainst',
      header: 'column.independentAgainst',
      note: 'column.independentAgainst.note',
      value: (row) => sourcingOf(row)?.against.independentRoots,
      width: 96,
      align: 'end',
    },
    {
      id: 'asOf',
      header: 'column.asOf',
      value: (row) => row.asOf,
      isCode: true,
      cell: (row) => (row.asOf ? dateWords(row.asOf, language, 'short') : null),
      filter: { by: 'date', date: asOf },
      width: 132,
    },
    confidentialityColumn(language),
    tagsColumn(),
    updatedAtColumn(language),
  ]
}
