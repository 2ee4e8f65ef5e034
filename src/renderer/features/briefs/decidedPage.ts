/**
 * The preview as the decisions on its texts leave it, so that the page follows each key at once. A text that nobody has
 * read yet stands as it would leave. The brief that leaves is made anew by main. Pure.
 */
import type { BriefContent } from '../../../core/redaction/briefData.ts'
import type { BriefPreview } from '../../../shared/ipc/brief.ts'
import { type Decisions, stateOf, type TextItem } from './textDecisions.ts'

/** Fields without which a row cannot be: leaving them out leaves the row out. */
const WHOLE_ROW: ReadonlySet<string> = new Set(['addressedTo', 'organisation', 'offers', 'warning'])

export function decidedPage(
  { data, standardTitle }: Pick<BriefPreview, 'data' | 'standardTitle'>,
  items: readonly TextItem[],
  decisions: Decisions,
): BriefContent {
  const texts = new Map<string, string | null>()
  const gone = new Set<string>()
  for (const { key, places, masked } of items) {
    const isOut = stateOf(key, decisions) === 'left-out'
    for (const { row, field } of places) {
      texts.set(`${row} ${field}`, isOut ? null : masked)
      if (isOut && WHOLE_ROW.has(field)) gone.add(row)
    }
  }
  const shown = (row: string, field: string, text: string | null): string | null => {
    const decided = texts.get(`${row} ${field}`)
    return decided === undefined ? text : decided
  }
  const contacts = data.contacts.filter(({ id }) => !gone.has(id))
  const publishers = new Set(contacts.map(({ organisation }) => organisation))
  return {
    ...data,
    title: shown('title', 'title', data.title) ?? standardTitle,
    introduction: shown('introduction', 'introduction', data.introduction) ?? '',
    incidents: changed(data.incidents, (row) => {
      const title = shown(row.id, 'title', row.title)
      const summary = shown(row.id, 'summary', row.summary)
      const site = shown(row.id, 'site', row.place.site)
      const isSame = title === row.title && summary === row.summary && site === row.place.site
      return isSame ? row : { ...row, title, summary, place: { ...row.place, site } }
    }),
    claims: changed(data.claims, (row) => {
      const wording = shown(row.id, 'wording', row.wording)
      const statement = shown(row.id, 'statement', row.statement)
      return wording === row.wording && statement === row.statement ? row : { ...row, wording, statement }
    }),
    actions: data.actions
      .filter(({ id }) => !gone.has(id))
      .map((row) => ({ ...row, askedFor: shown(row.id, 'askedFor', row.askedFor) })),
    contacts,
    organisations: data.organisations.filter(({ id }) => publishers.has(id)),
  }
}

/** The same list where no row is another one: what is on the page need not be drawn anew. */
function changed<R>(rows: R[], change: (row: R) => R): R[] {
  const next = rows.map(change)
  return next.every((row, index) => row === rows[index]) ? rows : next
}
