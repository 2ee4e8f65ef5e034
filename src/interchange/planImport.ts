/** The door of this layer: bytes of a file → what importing it would do. Saves nothing, fetches nothing. */
import { type AppError, appError } from '../core/appError.ts'
import { err, ok, type Result } from '../core/result.ts'
import { openCsv } from './csvTable.ts'
import { detectFormat } from './detectFormat.ts'
import type { ImportPlan, ImportRequest } from './importPlan.ts'
import { planMapped } from './mappedCsv.ts'
import { mappingOfHeaders, parseMapping } from './mapping.ts'
import { createPace } from './pacer.ts'
import { planRecords } from './recordsForm.ts'
import { isUcdpHeader, planUcdp } from './ucdp.ts'
import { UnreadableFile } from './unreadableFile.ts'

/**
 * Reads a file and gives the plan: counts, rejected cells, and the change to apply. Errors: `import/format-not-yet`,
 * `import/format-unknown`, `import/mapping-needed`, `import/mapping-invalid`, `import/column-missing`,
 * `import/header-repeated`, `import/encoding-unreadable`, `import/csv-unreadable`, `import/too-many-columns`,
 * `import/empty`, `import/cancelled`.
 */
export async function planImport(request: ImportRequest): Promise<Result<ImportPlan, AppError>> {
  try {
    const plan = await planByFormat(request)
    request.onProgress?.({ rows: plan.rows, fraction: 1 })
    return ok(plan)
  } catch (error) {
    if (request.signal?.aborted) return err(appError('import/cancelled'))
    if (error instanceof UnreadableFile) return err(error.appError)
    throw error
  }
}

async function planByFormat(request: ImportRequest): Promise<ImportPlan> {
  request.signal?.throwIfAborted()
  const pace = createPace(request)
  const format = detectFormat(request)
  if (format === 'records') return planRecords(request, pace)
  const mapping = request.untrustedMap === undefined ? undefined : parseMapping(request.untrustedMap)
  const table = await openCsv(request.bytes)
  if (format === 'ucdp') return planUcdp(table, request, pace)
  if (mapping) return planMapped(table, mapping, request, pace)
  if (isUcdpHeader(table.headers)) return planUcdp(table, request, pace)
  if (isAcledHeader(table.headers)) throw new UnreadableFile('import/format-not-yet', { format: 'acled' })
  const own = mappingOfHeaders(table.headers)
  if (own) return planMapped(table, own, request, pace)
  throw new UnreadableFile('import/mapping-needed', { headers: table.headers.join('\n').slice(0, 10_000) })
}

const isAcledHeader = (headers: readonly string[]): boolean =>
  ['event_id_cnty', 'event_date', 'sub_event_type'].every((name) => headers.includes(name))
