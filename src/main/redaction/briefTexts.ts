/** The texts of a brief that a person reads over before it leaves, each with the row of the preview it stands in. */
import type { BriefContent } from '../../core/redaction/briefData.ts'
import { createMentionFinder } from '../../core/redaction/mentions/mentionFinder.ts'
import type { Redacted } from '../../core/redaction/redact.ts'
import { type ReviewedText, TEXT_FIELDS, type TextField } from '../../shared/ipc/brief.ts'

/** In the order of the page: title, introduction, texts of the rows kept with masks, then those written for release. */
export function textsToReview(redacted: Redacted, standardTitle: string): ReviewedText[] {
  const { data, texts, recordOf } = redacted
  const rowOf = new Map([...recordOf].map(([row, id]) => [id, row]))
  const kept = texts.flatMap(({ where, original, review }): ReviewedText[] => {
    const row = rowOf.get(where.id)
    const { spans, unmatched } = review
    if (row === undefined) return []
    const field = fieldOfRow(where.field)
    return [{ row, field, policy: 'text', original, spans: [...spans], unmatched: [...unmatched] }]
  })
  const isKept = new Set(kept.map(({ row, field }) => `${row} ${field}`))
  const clean = cleanTexts(data, standardTitle).filter(({ row, field }) => !isKept.has(`${row} ${field}`))
  const byRow = Map.groupBy([...kept, ...clean], ({ row }) => row)
  return rowsInOrder(data).flatMap((row) => byRow.get(row) ?? [])
}

/** What a row calls the field of a record. Throws for one that no row has: a text would leave unread. */
function fieldOfRow(field: string): TextField {
  const called = field === 'where.text' ? 'site' : field === 'safeWording' ? 'wording' : field
  const known = TEXT_FIELDS.find((each) => each === called)
  if (known === undefined) throw new Error(`no row shows the text of ${field}`)
  return known
}

const rowsInOrder = ({ claims, incidents, actions, contacts }: BriefContent): string[] => [
  'title',
  'introduction',
  ...[claims, incidents, actions, contacts].flatMap((rows) => rows.map(({ id }) => id)),
]

/** Knows nobody: what it finds are phones, addresses, handles, ids, days and plates, whoever's they are. */
const patterns = createMentionFinder([])

/**
 * What a reader should look at in a text that leaves whole: names it may say, and numbers and addresses that are nobody's
 * secret as far as the log knows.
 */
function toLookAt(text: string): ReviewedText['unmatched'] {
  const { spans, unmatched } = patterns.review(text)
  const written = spans.map(({ start, end }) => ({ start, end, kind: 'number' as const }))
  return [...unmatched, ...written].sort((a, b) => a.start - b.start)
}

/** Texts written for release: nothing in them was found to be protected, and none is masked. */
function cleanTexts(data: BriefContent, standardTitle: string): ReviewedText[] {
  const names = new Map(data.organisations.map(({ id, name }) => [id, name]))
  const found = [
    placed('title', 'title', data.title === standardTitle ? null : data.title),
    placed('introduction', 'introduction', data.introduction),
    ...data.claims.map(({ id, wording }) => placed(id, 'wording', wording)),
    ...data.actions.map(({ id, addressedTo }) => placed(id, 'addressedTo', addressedTo)),
    ...data.contacts.flatMap(({ id, organisation, offers, warning }) => [
      placed(id, 'organisation', names.get(organisation) ?? null),
      placed(id, 'offers', offers),
      placed(id, 'warning', warning),
    ]),
  ]
  return found.flatMap(({ row, field, text }): ReviewedText[] =>
    text === null || text === ''
      ? []
      : [{ row, field, policy: 'clean', original: text, spans: [], unmatched: toLookAt(text) }],
  )
}

const placed = (row: string, field: TextField, text: string | null) => ({ row, field, text })
