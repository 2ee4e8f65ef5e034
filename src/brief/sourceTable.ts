/** Sources as kind, access and reliability, alike ones in one row: no name, no title, no address. */
import type { BriefData } from '../core/redaction/briefData.ts'
import { RELIABILITIES, SOURCE_KINDS } from '../core/vocabularyCodes.ts'
import { localIdList } from '../shared/briefWords/localIds.ts'
import type { PageWords, Table } from './briefPage.ts'

/** Rows sorted by kind, then reliability, then access. */
export function sourceTable(data: BriefData, { say }: PageWords): Table {
  const rows = new Map<string, { cells: string[]; ids: string[]; order: string }>()
  for (const source of data.sources) {
    const access = source.access ?? 'unknown'
    const order = `${SOURCE_KINDS.indexOf(source.kind)} ${RELIABILITIES.indexOf(source.reliability)} ${access}`
    const row = rows.get(order) ?? {
      order,
      ids: [],
      cells: [
        say(`sourceKind.${source.kind}`),
        `${source.reliability} · ${say(`reliability.${source.reliability}`)}`,
        say(`access.${access}`),
      ],
    }
    row.ids.push(source.id)
    rows.set(order, row)
  }
  return {
    columns: [
      say('column.kind'),
      say('column.reliability'),
      say('column.access'),
      say('column.count'),
      say('column.number'),
    ],
    rows: [...rows.values()]
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ cells, ids }) => [...cells, String(ids.length), localIdList(ids, say)]),
  }
}
