/**
 * An import in three steps: choose, preview, apply. Nothing is saved before the last; the plan is made anew then,
 * since the log may have changed in between. One import is one undoable step. What it brings is compared with the log while
 * the preview is looked at.
 */
import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type AppError, appError } from '../../core/appError.ts'
import type { SearchedIncident } from '../../core/duplicates/DuplicateSearch.ts'
import { searchedIncident } from '../../core/duplicates/searchedIncident.ts'
import { KINDS } from '../../core/records.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Confidentiality } from '../../core/vocabularyCodes.ts'
import type { DateOrder, ImportPlan } from '../../interchange/importPlan.ts'
import { planImport } from '../../interchange/planImport.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ImportPreview } from '../../shared/ipc/imports.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import type { DuplicateDesk } from './duplicateDesk.ts'

type ImportCalls =
  | 'import.choose'
  | 'import.chooseMapping'
  | 'import.setOptions'
  | 'import.compare'
  | 'import.apply'
  | 'import.cancel'

/** Files beyond this are refused before they are read into memory. */
const MAX_FILE_BYTES = 512 * 1024 * 1024

interface Pending {
  readonly token: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly untrustedMap?: unknown
  readonly confidentiality: Confidentiality
  readonly dateOrder: DateOrder | null
  /** Incidents that the file would add. */
  readonly fresh: readonly SearchedIncident[]
}

interface Applied {
  readonly plan: ImportPlan
  /** Number of the step that undo can take back; null when the file brought nothing new. */
  readonly step: number | null
}

export interface ImportDesk {
  readonly handlers: HandlersOf<ImportCalls>
  forget(): void
}

/** Twins that the preview shows; the total is told beside them. */
const MOST_TWINS = 50

export function createImportDesk(context: DeskContext, search: DuplicateDesk['search']): ImportDesk {
  let pending: Pending | null = null
  let reading: AbortController | null = null

  /** Drops the file and stops a reading that is under way. */
  const forget = () => {
    pending = null
    reading?.abort()
  }

  const held = (token: string): Result<{ pending: Pending; log: OpenLog }, AppError> => {
    const log = context.openLog()
    if (log === null) return err(appError('log/not-open'))
    return pending?.token === token ? ok({ pending, log }) : err(appError('import/expired'))
  }

  const plan = (from: Pending, log: OpenLog): Promise<Result<ImportPlan, AppError>> => {
    reading?.abort()
    reading = new AbortController()
    return planImport({
      signal: reading.signal,
      bytes: from.bytes,
      fileName: from.fileName,
      format: from.untrustedMap === undefined ? 'auto' : 'csv',
      ...(from.untrustedMap === undefined ? {} : { untrustedMap: from.untrustedMap }),
      ...(from.dateOrder === null ? {} : { dateOrder: from.dateOrder }),
      confidentiality: from.confidentiality,
      log: log.data,
      now: context.now(),
      newId: context.newId,
      onProgress: ({ fraction }) =>
        context.ports.emit('app.progress', {
          task: 'import',
          step: 'read',
          done: Math.round(fraction * 100),
          total: 100,
        }),
    })
  }

  /** Plans and saves. A plan takes a while: when the log has changed meanwhile, it is made anew. */
  const apply = async (from: Pending, log: OpenLog): Promise<Result<Applied, AppError>> => {
    for (;;) {
      const { revision } = log
      const planned = await plan(from, log)
      if (!planned.ok) return planned
      let isOutdated = false
      const saved = await log.commit(
        () => {
          isOutdated = log.revision !== revision
          return isOutdated ? err(appError('import/expired')) : ok(planned.value.change)
        },
        [],
        { what: 'imported' },
      )
      if (saved.ok) return ok({ plan: planned.value, step: saved.value })
      if (!isOutdated) return saved
    }
  }

  /** Plans and keeps the file for the next step, or says that a mapping is needed. */
  const preview = async (next: Pending, log: OpenLog): Promise<Result<Output<'import.choose'>, AppError>> => {
    const planned = await plan(next, log)
    if (planned.ok) {
      pending = { ...next, fresh: freshIncidents(planned.value, log) }
      return ok({ kind: 'preview', preview: shown(next, planned.value) })
    }
    if (planned.error.code !== 'import/mapping-needed') return planned
    pending = next
    const headers = String(planned.error.fields?.headers ?? '')
      .split('\n')
      .filter((header) => header !== '')
    return ok({ kind: 'mapping-needed', token: next.token, fileName: next.fileName, headers })
  }

  return {
    forget,
    handlers: {
      'import.choose': async () => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        if (log.readOnly) return err(appError('vault/read-only'))
        const file = await context.ports.dialogs.chooseFile(context.text('dialog.chooseImport'), [])
        if (file === null) return ok({ kind: 'none' })
        const bytes = await readChosen(file)
        if (!bytes.ok) return bytes
        // The log may have been locked while the dialog stood open.
        if (context.openLog() !== log) return err(appError('log/not-open'))
        const token = randomBytes(16).toString('hex')
        const fileName = path.basename(file)
        return preview(
          { token, fileName, bytes: bytes.value, confidentiality: 'RED', dateOrder: null, fresh: [] },
          log,
        )
      },
      'import.chooseMapping': async ({ token }) => {
        const before = held(token)
        if (!before.ok) return before
        const file = await context.ports.dialogs.chooseFile(context.text('dialog.chooseMapping'), ['json'])
        if (file === null) return ok({ kind: 'none' })
        const bytes = await readChosen(file)
        if (!bytes.ok) return bytes
        if (context.openLog() !== before.value.log) return err(appError('log/not-open'))
        const untrustedMap = parseJson(bytes.value)
        if (untrustedMap === undefined) return err(appError('import/mapping-invalid'))
        return preview({ ...before.value.pending, untrustedMap }, before.value.log)
      },
      'import.setOptions': async ({ token, confidentiality, dateOrder }) => {
        const before = held(token)
        if (!before.ok) return before
        const next = { ...before.value.pending, confidentiality, dateOrder }
        const planned = await plan(next, before.value.log)
        if (!planned.ok) return planned
        pending = { ...next, fresh: freshIncidents(planned.value, before.value.log) }
        return ok(shown(next, planned.value))
      },
      'import.compare': async ({ token }) => {
        const before = held(token)
        if (!before.ok) return before
        const { fresh } = before.value.pending
        if (fresh.length === 0) return ok({ total: 0, shown: [] })
        const found = await search((finder, finding) => finder.amongNew(fresh, finding))
        if (!found.ok) return found
        const byId = new Map(fresh.map((each) => [each.id, each]))
        const shownTwins = found.value.slice(0, MOST_TWINS).map(({ of, incident, why }) => {
          const { title = '', when = '' } = byId.get(of) ?? {}
          return { title, when, incident, why: [...why] }
        })
        return ok({ total: found.value.length, shown: shownTwins })
      },
      'import.apply': async ({ token }) => {
        const before = held(token)
        if (!before.ok) return before
        const applied = await apply(before.value.pending, before.value.log)
        if (!applied.ok) return applied
        if (pending?.token === token) pending = null
        const { plan: made, step } = applied.value
        return ok({ ...shown(before.value.pending, made), step })
      },
      'import.cancel': async ({ token }) => {
        if (pending?.token === token) forget()
        return ok({})
      },
    },
  }
}

function freshIncidents({ change }: ImportPlan, { data }: OpenLog): readonly SearchedIncident[] {
  return change.flatMap((put) =>
    put.kind === 'incidents' && put.record !== null && !Object.hasOwn(data.incidents, put.id)
      ? [searchedIncident(put.record)]
      : [],
  )
}

function shown(from: Pending, plan: ImportPlan): ImportPreview {
  const records = KINDS.map((kind) => [kind, plan.touched[kind].new + plan.touched[kind].updated] as const)
  return {
    token: from.token,
    fileName: from.fileName,
    format: plan.format,
    rows: plan.rows,
    new: plan.new,
    updated: plan.updated,
    unchanged: plan.unchanged,
    possibleDuplicates: plan.possibleDuplicates,
    rejected: plan.rejected.map(({ row, column, code, value }) => ({ row, column, code, value })),
    confidentiality: from.confidentiality,
    dateOrder: from.dateOrder,
    records: Object.fromEntries(records.filter(([, count]) => count > 0)),
  }
}

async function readChosen(file: string): Promise<Result<Uint8Array, AppError>> {
  try {
    if ((await stat(file)).size > MAX_FILE_BYTES) return err(appError('import/file-too-large'))
    return ok(await readFile(file))
  } catch {
    return err(appError('disk/unreadable'))
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
