/** One row of a mapped CSV → a draft: the record itself and, for incidents, its source, item and number claims. */

import type { Kind } from '../core/records.ts'
import { type MappedGroups, recordFieldsOf } from './mappedGroups.ts'
import { draftIncident } from './mappedIncident.ts'
import type { RowRead } from './rowDraft.ts'

/** Words for the record when no column gives them. */
const INITIAL: { readonly [K in Kind]?: Readonly<Record<string, unknown>> } = {
  sources: { reliability: 'F', kind: 'media' },
  sourceItems: { itemType: 'report' },
  claims: { kind: 'event', status: 'not-assessed', credibility: 6 },
  persons: { roles: [] },
  actions: { about: [] },
}

/** Makes the draft of a row whose cells were all read. `externalId` names the row within its data set. */
export function draftMapped(
  kind: Kind,
  groups: MappedGroups,
  row: { readonly externalId: string; readonly idColumn: string; readonly now: string },
): Extract<RowRead, { kind: 'draft' }> {
  if (kind === 'incidents') return { kind: 'draft', draft: draftIncident(groups, row) }
  const initial = kind === 'sourceItems' ? { accessedAt: row.now.slice(0, 10) } : {}
  const source = kind === 'sourceItems' ? groups.sourceNames[0] : undefined
  return {
    kind: 'draft',
    draft: {
      kind,
      externalId: row.externalId,
      idColumn: row.idColumn,
      fields: recordFieldsOf(groups.record),
      initial: { ...initial, ...INITIAL[kind] },
      worded: {},
      remarks: groups.remarks,
      ...(kind === 'sourceItems' ? { source: { name: source ?? 'Source not named', fields: {} } } : {}),
      items: [],
      claims: [],
      columnOf: groups.columnOf,
    },
  }
}
