/**
 * The source columns of a UCDP row → source items. source_office, source_date and source_headline are lists joined
 * by `;` and aligned by position; a headline may hold a `;` itself, then source_article tells where entries end.
 * Rows coded before 2013 or so have free text in source_article alone.
 */
import { isEdtf } from '../core/edtf.ts'
import { type ItemDraft, oneLine } from './rowDraft.ts'

export interface UcdpSourceCells {
  readonly id: string
  readonly article: string
  readonly office: string
  readonly date: string
  readonly headline: string
  readonly original: string
}

interface Entry {
  readonly office: string
  readonly date: string
  readonly headline: string
  /** What could not be taken apart. */
  readonly left?: string
}

const DATA_SET = 'Uppsala Conflict Data Program (UCDP)'
const NOT_NAMED = 'Outlet not named'
const KNOWN_OUTLET =
  /^(?:Reuters|AFP|AP|BBC(?: Monitoring)?(?: [A-Z][a-z]+ ?(?:East|Asia|Africa|America)?)?|Xinhua|EFE|ITAR-TASS|TASS|Interfax|IRNA|PTI|UPI|DPA|VOA|RFI|IRIN|SATP|INSEC|SOHR|VDC|New York Times|NY ?Times|The Times of India|Times of India|Press Trust of India|Associated Press|Agence France Presse|All Africa|Keesings)(?![\p{L}])/u

/** At least one item, always: the data set itself when the row names nothing else. */
export function ucdpItems(cells: UcdpSourceCells): readonly ItemDraft[] {
  const receivedFrom = oneLine(cells.original)
  const entries = listEntries(cells)
  const drafts = entries.length > 0 ? entries.map(itemOfEntry) : [itemOfArticle(cells)]
  return drafts.map((draft) =>
    receivedFrom === '' ? draft : { ...draft, fields: { ...draft.fields, receivedFrom } },
  )
}

function itemOfEntry(entry: Entry): ItemDraft {
  const office = oneLine(entry.office, 300) || NOT_NAMED
  const isDate = isEdtf(entry.date)
  const remarks = [
    ...(isDate || entry.date === '' ? [] : [`source_date: ${entry.date}`]),
    ...(entry.left === undefined ? [] : [`source_headline: ${oneLine(entry.left, 100_000)}`]),
  ]
  return {
    source: { name: office, fields: {} },
    fields: {
      title: oneLine(entry.headline) || `${office}${isDate ? `, ${entry.date}` : ''}`,
      itemType: 'news-article',
      ...(isDate ? { publishedAt: entry.date } : {}),
      ...(remarks.length > 0 ? { remarks: remarks.join('\n') } : {}),
    },
  }
}

const parts = (cell: string): string[] => (cell.trim() === '' ? [] : cell.split(';').map((p) => p.trim()))

function listEntries(cells: UcdpSourceCells): readonly Entry[] {
  const offices = parts(cells.office)
  const dates = parts(cells.date)
  const headlines = parts(cells.headline)
  if (offices.length === 0) return []
  if (offices.length === dates.length && dates.length === headlines.length) {
    return offices.map((office, i) => ({ office, date: dates[i] ?? '', headline: headlines[i] ?? '' }))
  }
  const fromArticle = articleEntries(cells.article, dates)
  if (fromArticle) return fromArticle
  if (offices.length === 1) return [{ office: cells.office, date: dates[0] ?? '', headline: cells.headline }]
  // Nothing says which headline is whose: the names and dates stand, the headlines are kept as they came.
  return offices.map((office, i) => ({
    office,
    date: offices.length === dates.length ? (dates[i] ?? '') : '',
    headline: '',
    left: cells.headline,
  }))
}

/** `"office,date,headline";"office,date,headline"`, when it has exactly the given dates in turn. */
function articleEntries(article: string, dates: readonly string[]): readonly Entry[] | null {
  const text = article.trim()
  if (!text.startsWith('"') || !text.endsWith('"') || dates.length === 0) return null
  const quoted = text.slice(1, -1).split(/"\s*;\s*"/)
  if (quoted.length !== dates.length) return null
  const entries: Entry[] = []
  for (const [i, entry] of quoted.entries()) {
    const date = dates[i] ?? ''
    const at = entry.indexOf(`,${date},`)
    if (date === '' || at < 1) return null
    entries.push({ office: entry.slice(0, at), date, headline: entry.slice(at + date.length + 2) })
  }
  return entries
}

/** Free text such as `Reuters 1989-05-17 "REBELS BLOW UP POWER LINES`. */
function itemOfArticle(cells: UcdpSourceCells): ItemDraft {
  const text = oneLine(cells.article, 100_000)
  if (text === '') {
    return {
      source: { name: DATA_SET, fields: { kind: 'ngo' } },
      fields: { title: `UCDP GED event ${cells.id}`, itemType: 'data-set' },
    }
  }
  const dated = /^([\p{L}@][^"\d;:]{1,80}?)[\s,:(]*(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(text)
  const named = dated?.[1] !== undefined && isOutlet(dated[1]) ? dated[1] : undefined
  const outlet = KNOWN_OUTLET.exec(text)?.[0] ?? named
  const publishedAt = dated?.[2]
  const title = oneLine(text)
  return {
    source: { name: outlet === undefined ? NOT_NAMED : oneLine(outlet), fields: {} },
    fields: {
      title,
      itemType: 'news-article',
      ...(publishedAt !== undefined && isEdtf(publishedAt) ? { publishedAt } : {}),
      ...(title === text ? {} : { remarks: `source_article: ${text}` }),
    },
  }
}

/** A name, not a sentence. */
const isOutlet = (text: string): boolean => text.trim().split(/\s+/).length <= 6
