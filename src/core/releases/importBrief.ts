/**
 * The claims of a brief that somebody else made, as source items of that organisation: one for the brief, and one for each
 * claim, which quotes it. So all of one brief are one root, however many claims it has. How they graded a claim is noted
 * as theirs; here it is graded anew.
 */
import { type AppError, appError } from '../appError.ts'
import { foldText } from '../foldText.ts'
import type { Change, Log, Put } from '../log.ts'
import type { Organisation } from '../organisation.ts'
import type { BriefClaim, BriefContent } from '../redaction/briefData.ts'
import { err, ok, type Result } from '../result.ts'
import type { Source } from '../source.ts'
import { type SourceItem, sourceItemSchema } from '../sourceItem.ts'
import type { SourceKind } from '../vocabularyCodes.ts'

export interface BriefToImport {
  readonly data: BriefContent
  /** Of its file. */
  readonly sha256: string
  /** The organisation that made it: one of the log, or the name of a new one. */
  readonly from: { readonly organisation: string } | { readonly name: string }
  /** A claim and its grade in the words of the brief's language. */
  readonly words: (claim: BriefClaim) => { readonly text: string; readonly grade: string }
  /** ISO instant. */
  readonly now: string
  readonly newId: () => string
}

export interface ImportedBrief {
  readonly change: Change
  readonly organisation: string
  /** Claims that become items, and those that were items of this file already. */
  readonly added: number
  readonly known: number
  /** Of those added: the same was said in another brief of that organisation, from which they derive too. */
  readonly repeated: number
}

type Needed = Pick<Log, 'organisations' | 'sources' | 'sourceItems'>

/** Errors: `records/not-found` for an organisation that is none; `reading/name-missing`; `reading/no-claims`. */
export function importBrief(log: Needed, brief: BriefToImport): Result<ImportedBrief, AppError> {
  const { data, sha256, now, newId } = brief
  if (data.claims.length === 0) return err(appError('reading/no-claims'))
  const base: Base = { createdAt: now, updatedAt: now, confidentiality: 'RED', tags: [] }
  const organisation = organisationOf(log, brief, base)
  if (!organisation.ok) return organisation
  const { record: org, isNew } = organisation.value
  const source = sourceOf(log, org, brief, base)
  const known = knownItems(log, source.record.id)
  const importedFrom = `brief sha256:${sha256}`
  const own = (title: string, of: string, more: Readonly<Record<string, unknown>>): SourceItem =>
    sourceItemSchema.parse({
      ...base,
      id: newId(),
      itemType: 'report',
      source: source.record.id,
      accessedAt: now.slice(0, 10),
      publishedAt: data.asOf,
      publisher: org.name,
      language: data.language,
      externalId: `${sha256}#${of}`,
      importedFrom,
      title,
      ...more,
    })
  const before = known.byExternalId.get(`${sha256}#brief`)
  const whole =
    before === undefined ? own(oneLine(data.title), 'brief', { remarks: `TLP:${data.label}` }) : null
  const root = before ?? whole?.id ?? ''
  const puts: Put[] = whole === null ? [] : [{ kind: 'sourceItems', id: whole.id, record: whole }]
  let repeated = 0
  let added = 0
  for (const claim of data.claims) {
    if (known.byExternalId.has(`${sha256}#${claim.id}`)) continue
    const { text, grade } = brief.words(claim)
    const earlier = known.byText.get(foldText(text))
    if (earlier !== undefined) repeated += 1
    added += 1
    const record = own(oneLine(text), claim.id, {
      quote: text,
      remarks: grade,
      accessPoint: { paragraph: claim.id },
      derivesFrom: [
        { item: root, how: 'quotes' },
        ...(earlier === undefined ? [] : [{ item: earlier, how: 'republishes' }]),
      ],
    })
    puts.push({ kind: 'sourceItems', id: record.id, record })
  }
  const change: Change =
    puts.length === 0
      ? []
      : [
          ...(isNew ? [{ kind: 'organisations' as const, id: org.id, record: org }] : []),
          ...(source.isNew
            ? [{ kind: 'sources' as const, id: source.record.id, record: source.record }]
            : []),
          ...puts,
        ]
  return ok({ change, organisation: org.id, added, known: data.claims.length - added, repeated })
}

type Base = Pick<Organisation, 'createdAt' | 'updatedAt' | 'confidentiality' | 'tags'>

/** The chosen one; of a new name the one that is called so already, else a new one. */
function organisationOf(
  { organisations }: Needed,
  { from, newId }: BriefToImport,
  base: Base,
): Result<{ readonly record: Organisation; readonly isNew: boolean }, AppError> {
  if ('organisation' in from) {
    const record = Object.hasOwn(organisations, from.organisation)
      ? organisations[from.organisation]
      : undefined
    return record === undefined ? err(appError('records/not-found')) : ok({ record, isNew: false })
  }
  const name = from.name.trim()
  if (name === '') return err(appError('reading/name-missing'))
  const folded = foldText(name)
  const same = Object.values(organisations).find((each) => foldText(each.name) === folded)
  if (same !== undefined) return ok({ record: same, isNew: false })
  const record = { ...base, id: newId(), name, translations: [], kind: 'ngo', roles: ['source' as const] }
  return ok({ record, isNew: true })
}

const SOURCE_KIND_OF: Readonly<Record<string, SourceKind>> = {
  media: 'media',
  'international-body': 'international-body',
  ngo: 'ngo',
}

/** The source that speaks for the organisation: made once, found again by the organisation's id. */
function sourceOf(
  { sources }: Needed,
  { id, name, kind }: Organisation,
  { newId }: BriefToImport,
  base: Base,
): { readonly record: Source; readonly isNew: boolean } {
  const externalId = `organisation:${id}`
  const all = Object.values(sources)
  const folded = foldText(name)
  const found =
    all.find((each) => each.externalId === externalId) ??
    all.find((each) => each.kind !== 'person' && foldText(each.name) === folded)
  if (found !== undefined) return { record: found, isNew: false }
  const record: Source = {
    ...base,
    id: newId(),
    externalId,
    name,
    kind: SOURCE_KIND_OF[kind] ?? 'ngo',
    reliability: 'F',
    languages: [],
    protection: {},
    contacts: [],
    consents: [],
  }
  return { record, isNew: true }
}

interface KnownItems {
  readonly byExternalId: ReadonlyMap<string, string>
  /** Of other briefs of this source, by what they say. */
  readonly byText: ReadonlyMap<string, string>
}

function knownItems({ sourceItems }: Needed, source: string): KnownItems {
  const byExternalId = new Map<string, string>()
  const byText = new Map<string, string>()
  for (const { id, source: of, externalId, importedFrom, quote } of Object.values(sourceItems)) {
    if (of !== source || externalId === undefined || importedFrom?.startsWith('brief sha256:') !== true)
      continue
    byExternalId.set(externalId, id)
    if (quote !== undefined && !byText.has(foldText(quote))) byText.set(foldText(quote), id)
  }
  return { byExternalId, byText }
}

const MOST_TITLE = 2_000

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line === '' ? '…' : line.slice(0, MOST_TITLE).toWellFormed()
}
