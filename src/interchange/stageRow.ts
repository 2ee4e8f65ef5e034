/** One row draft → the records it would write, checked against their schemas; nothing is kept when one fails. */
import { foldText } from '../core/foldText.ts'
import { firstSwitchedOff } from '../core/optIns.ts'
import { withDefaults } from '../core/recordDefaults.ts'
import { linksOf } from '../core/recordLinks.ts'
import { type AnyRecord, completeRecord, type Kind } from '../core/records.ts'
import type { Result } from '../core/result.ts'
import type { Reliability } from '../core/vocabularyCodes.ts'
import { contentKey } from './canonicalJson.ts'
import type { ImportIndex } from './importIndex.ts'
import type { ImportRequest } from './importPlan.ts'
import { mergeImported } from './mergeImported.ts'
import { writeRemarks } from './remarks.ts'
import type { BadCell, ClaimDraft, DraftFields, ItemDraft, RowDraft, SourceDraft } from './rowDraft.ts'
import { type FieldIssue, parseRecord } from './schemaIssues.ts'
import { sourceKindOfName } from './sourceKindOfName.ts'
import { isInLog, type Written } from './writtenRecords.ts'

export interface StageContext extends Pick<ImportRequest, 'log' | 'now' | 'newId' | 'confidentiality'> {
  readonly importedFrom: string
  readonly index: ImportIndex
  /** Was this record made by an earlier row of the same import? */
  readonly isCreated: (id: string) => boolean
}

export interface StagedWrite extends Written {
  readonly externalId: string
}

export interface StagedRow {
  readonly outcome: 'new' | 'updated' | 'unchanged'
  readonly writes: readonly StagedWrite[]
  readonly grades: readonly (readonly [sourceId: string, grade: Reliability])[]
}

type Issues = readonly [FieldIssue, ...FieldIssue[]]
type Bad = readonly [BadCell, ...BadCell[]]

/** Stages a row, or says which columns made it impossible. */
export function stageRow(draft: RowDraft, context: StageContext): Result<StagedRow, Bad> {
  const existing = context.index.live(draft.kind, draft.externalId)
  if (!existing && context.index.binned(draft.kind, draft.externalId)) {
    return { ok: true, value: { outcome: 'unchanged', writes: [], grades: [] } }
  }
  const stage = createStage(context)
  try {
    const isNew = existing === undefined
    const itemIds = draft.items.map((item) => stageItem(stage, draft, item, isNew))
    const claims = draft.claims.map((claim) => ({
      ...claim,
      ...stage.idFor('claims', claimId(draft, claim.key), true),
    }))
    const newClaims = claims.filter((claim) => claim.isNew).map((claim) => claim.id)
    const main = stageMain(stage, draft, existing, newClaims)
    for (const claim of claims) stageClaim(stage, draft, claim, main, main !== existing, itemIds)
    return { ok: true, value: { outcome: stage.outcome(isNew), writes: stage.writes, grades: stage.grades } }
  } catch (error) {
    if (error instanceof StageRefused) return { ok: false, error: badCells(error.issues, draft) }
    throw error
  }
}

function stageMain(
  stage: Stage,
  draft: RowDraft,
  existing: AnyRecord | undefined,
  newClaims: readonly string[],
): AnyRecord {
  const source = draft.source && stageSource(stage, draft.source, existing === undefined)
  const main = existing
    ? stage.merge(draft.kind, draft.externalId, existing, {
        ...draft,
        append: newClaims.length > 0 ? { claims: newClaims } : {},
      })
    : stage.create(draft.kind, draft.externalId, undefined, {
        ...draft.initial,
        ...draft.worded,
        ...draft.fields,
        ...(draft.claims.length > 0 ? { claims: newClaims } : {}),
        ...(source === undefined ? {} : { source }),
        ...remarksOf(draft),
      })
  checkLinks(draft.kind, main, existing, stage, newClaims)
  return main
}

function stageClaim(
  stage: Stage,
  draft: RowDraft,
  claim: ClaimDraft & { readonly id: string; readonly isNew: boolean },
  main: AnyRecord,
  wordsChanged: boolean,
  itemIds: readonly string[],
): void {
  const externalId = claimId(draft, claim.key)
  if (claim.isNew) {
    stage.create('claims', externalId, claim.id, {
      ...claim.initial,
      ...claim.fields,
      statement: claim.statement,
      about: [{ id: main.id }],
      evidenceFor: itemIds.map((item) => ({ item })),
    })
    return
  }
  const before = stage.context.index.live('claims', externalId)
  if (!before || !('statement' in before)) return
  const cited = new Set([...before.evidenceFor, ...before.evidenceAgainst].map((link) => link.item))
  // Only items this import made: a link the researcher took away does not come back.
  const added = itemIds.filter((item) => !cited.has(item) && stage.isCreated(item))
  stage.merge('claims', externalId, before, {
    fields: claim.fields,
    worded: { statement: claim.statement },
    remarks: [],
    append: { evidenceFor: added.map((item) => ({ item })) },
    wordsChanged,
  })
}

const claimId = (draft: RowDraft, key: string): string => `${draft.externalId}#${key}`

/** Leaves {@link stageRow}'s work in the middle; never leaves this module. */
class StageRefused extends Error {
  readonly issues: Issues
  constructor(issues: Issues) {
    super('import/row-refused')
    this.issues = issues
  }
}

const asFields = (record: AnyRecord) => record as Readonly<Record<string, unknown>>

type Stage = ReturnType<typeof createStage>

function createStage(context: StageContext) {
  const writes: StagedWrite[] = []
  const grades: (readonly [string, Reliability])[] = []
  const known = (kind: Kind, externalId: string): AnyRecord | undefined =>
    writes.find((w) => w.kind === kind && w.externalId === externalId)?.record ??
    context.index.live(kind, externalId)
  const refuseSwitchedOff = (kind: Kind, record: AnyRecord, before: AnyRecord | undefined): void => {
    const path = firstSwitchedOff(context.log.meta, kind, asFields(record), before && asFields(before))
    if (path !== null) throw new StageRefused([{ path, code: 'import/field-switched-off', value: '' }])
  }
  const create = (kind: Kind, externalId: string, id: string | undefined, fields: DraftFields): AnyRecord => {
    const parsed = parseRecord(
      kind,
      completeRecord(withDefaults(kind, { ...fields, importedFrom: context.importedFrom, externalId }), {
        id: id ?? context.newId(),
        now: context.now,
        ...(context.confidentiality === undefined ? {} : { confidentiality: context.confidentiality }),
      }),
    )
    if (!parsed.ok) throw new StageRefused(parsed.error)
    refuseSwitchedOff(kind, parsed.value, undefined)
    writes.push({ kind, record: parsed.value, isNew: true, externalId })
    return parsed.value
  }
  const merge = (
    kind: Kind,
    externalId: string,
    existing: AnyRecord,
    imported: Parameters<typeof mergeImported>[2],
  ): AnyRecord => {
    const merged = mergeImported(kind, existing, imported, context.now)
    if (!merged.ok) throw new StageRefused(merged.error)
    refuseSwitchedOff(kind, merged.value, existing)
    if (merged.value !== existing) writes.push({ kind, record: merged.value, isNew: false, externalId })
    return merged.value
  }
  /** Id of the record of that key; a binned one counts only where the log already links to it. */
  const idFor = (kind: Kind, externalId: string, binnedToo: boolean): { id: string; isNew: boolean } => {
    const found = known(kind, externalId) ?? (binnedToo ? context.index.binned(kind, externalId) : undefined)
    return found ? { id: found.id, isNew: false } : { id: context.newId(), isNew: true }
  }
  return {
    context,
    writes,
    grades,
    known,
    create,
    merge,
    idFor,
    isCreated: (id: string) => context.isCreated(id) || writes.some((w) => w.isNew && w.record.id === id),
    outcome: (isNew: boolean): StagedRow['outcome'] =>
      isNew ? 'new' : writes.length > 0 ? 'updated' : 'unchanged',
  }
}

/** One source per folded name. */
function stageSource(stage: Stage, draft: SourceDraft, rowIsNew: boolean): string {
  const key = sourceKey(draft.name)
  const { id, isNew } = stage.idFor('sources', key, !rowIsNew)
  if (isNew) {
    stage.create('sources', key, id, {
      kind: sourceKindOfName(draft.name),
      reliability: 'F',
      name: draft.name,
      ...draft.fields,
    })
  }
  if (draft.reliability !== undefined) stage.grades.push([id, draft.reliability])
  return id
}

function sourceKey(name: string): string {
  const folded = foldText(name)
  return `source:${folded.length > 200 ? contentKey(folded) : folded}`
}

function stageItem(stage: Stage, row: RowDraft, draft: ItemDraft, rowIsNew: boolean): string {
  const source = stageSource(stage, draft.source, rowIsNew)
  const { remarks, ...content } = draft.fields
  const key =
    draft.rowKey === undefined
      ? `item:${contentKey([sourceKey(draft.source.name), content])}`
      : `${row.externalId}#${draft.rowKey}`
  const existing = stage.known('sourceItems', key)
  if (existing) {
    if (draft.rowKey !== undefined && !rowIsNew) {
      const { title, ...fields } = content
      stage.merge('sourceItems', key, existing, { fields, worded: { title }, remarks: [] })
    }
    return existing.id
  }
  const { id, isNew } = stage.idFor('sourceItems', key, !rowIsNew)
  if (isNew) {
    const accessedAt = stage.context.now.slice(0, 10)
    stage.create('sourceItems', key, id, {
      accessedAt,
      ...content,
      ...(remarks === undefined ? {} : { remarks }),
      source,
    })
  }
  return id
}

function remarksOf(draft: RowDraft): DraftFields {
  const remarks = writeRemarks(draft.remarks)
  return remarks === undefined ? {} : { remarks }
}

/** A mapped column may name other records; a link that leads nowhere makes the row unreadable. */
function checkLinks(
  kind: Kind,
  record: AnyRecord,
  existing: AnyRecord | undefined,
  stage: Stage,
  fresh: readonly string[],
): void {
  if (record === existing) return
  const before = new Set(existing && linksOf(kind, existing).map((link) => link.id))
  const dangling = linksOf(kind, record)
    .filter(({ id, kinds }) => !isInLog(stage.context.log, id, kinds))
    .filter(({ id }) => !before.has(id) && !fresh.includes(id) && !stage.isCreated(id))
    .map(({ field, id }): FieldIssue => ({ path: field, code: 'import/link-unknown', value: id }))
  const [first, ...rest] = dangling
  if (first) throw new StageRefused([first, ...rest])
}

function badCells([first, ...rest]: Issues, draft: RowDraft): Bad {
  const cell = ({ path, code, value }: FieldIssue): BadCell => ({ column: draft.columnOf(path), code, value })
  return [cell(first), ...rest.map(cell)]
}
