/** `import LOG FILE`: files become records; every row is accounted for (cli.md). */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { knowsCode, listUnknownCodes, type UnknownCode } from '../../core/codeCheck.ts'
import type { Change, Log } from '../../core/log.ts'
import { type AnyRecord, KINDS } from '../../core/records.ts'
import { listUnearnedGrades, type UnearnedGrade } from '../../core/unearnedGrades.ts'
import { CONFIDENTIALITIES } from '../../core/vocabularyCodes.ts'
import { DATE_ORDERS, IMPORT_FORMATS, type ImportPlan } from '../../interchange/importPlan.ts'
import { planImport } from '../../interchange/planImport.ts'
import { SHIPPED_VOCABULARIES } from '../../shared/shippedVocabularies.ts'
import { newId, nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import type { Output } from '../output.ts'
import { textTable } from '../output.ts'
import { saveChange, withLog } from '../vault.ts'

export const importCommand: Command = {
  spec: {
    positionals: ['LOG', 'FILE'],
    options: {
      ...LOCK_OPTION,
      format: { type: 'string' },
      map: { type: 'string' },
      'date-order': { type: 'string' },
      confidentiality: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
  },
  run: async (invocation, output) => {
    const format = invocation.choice('format', IMPORT_FORMATS) ?? 'auto'
    const dateOrder = invocation.choice('date-order', DATE_ORDERS)
    const confidentiality = invocation.choice('confidentiality', CONFIDENTIALITIES)
    const file = invocation.path(invocation.positional('FILE'))
    const map = invocation.text('map')
    const untrustedMap = map === undefined ? undefined : parseMap(await readInput(invocation.path(map)))
    const bytes = await readInput(file)
    await withLog(invocation, invocation.flag('dry-run') ? 'read' : 'write', async (session) => {
      const planned = await planImport({
        bytes,
        fileName: path.basename(file),
        format,
        ...(untrustedMap === undefined ? {} : { untrustedMap }),
        ...(dateOrder === undefined ? {} : { dateOrder }),
        ...(confidentiality === undefined ? {} : { confidentiality }),
        log: session.data,
        now: nowInstant(),
        newId,
      })
      if (!planned.ok) throw importFailure(planned.error.code, planned.error.fields)
      if (!invocation.flag('dry-run')) await saveChange(session, planned.value.change, { what: 'imported' })
      const unknown = unknownCodesOf(planned.value.change, session.data)
      const doubts = { unknown, unearned: listUnearnedGrades(planned.value.change, session.data) }
      printPlan(planned.value, doubts, invocation.flag('json'), invocation.flag('dry-run'), output)
    })
  },
}

export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new CliFailure(EXIT.file, 'file/unreadable', `${path.basename(file)} cannot be read.`)
  }
}

function parseMap(bytes: Uint8Array): unknown {
  try {
    const untrusted: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return untrusted
  } catch {
    throw usage('import/mapping-invalid', 'The mapping file is not JSON.')
  }
}

/** A file that cannot be read as what it should be is the file's fault; a missing or wrong mapping is the caller's. */
function importFailure(
  code: string,
  fields: Readonly<Record<string, string | number>> | undefined,
): CliFailure {
  const isUsage = code.startsWith('import/mapping') || code === 'import/format-not-yet'
  const details = Object.entries(fields ?? {}).map(
    ([name, value]) => `${name}: ${String(value).replaceAll('\n', ', ')}`,
  )
  return new CliFailure(
    isUsage ? EXIT.usage : EXIT.file,
    code,
    'The file was not imported; the log is as it was.',
    details,
  )
}

/** Codes of what was read that neither Daybook nor the log has a term for; terms of the same file count. */
function unknownCodesOf(change: Change, log: Log): readonly UnknownCode[] {
  const terms = { ...log.terms }
  const records = change.flatMap((put) => {
    if (put.kind === 'terms' && put.record !== null) terms[put.id] = put.record
    const kind = KINDS.find((each) => each === put.kind)
    return kind === undefined || put.record === null ? [] : [{ kind, record: put.record as AnyRecord }]
  })
  return listUnknownCodes(records, knowsCode(SHIPPED_VOCABULARIES, terms))
}

/** What was kept as the file says it, though a form would refuse it. */
interface Doubts {
  readonly unknown: readonly UnknownCode[]
  readonly unearned: readonly UnearnedGrade[]
}

function printPlan(
  plan: ImportPlan,
  { unknown: unknownCodes, unearned: unearnedGrades }: Doubts,
  json: boolean,
  dryRun: boolean,
  output: Output,
): void {
  const { format, rows, updated, unchanged, possibleDuplicates, rejected } = plan
  if (json) {
    output.document({
      format,
      rows,
      new: plan.new,
      updated,
      unchanged,
      possibleDuplicates,
      rejected,
      unknownCodes,
      unearnedGrades,
    })
    return
  }
  const rejectedRows = new Set(rejected.map((cell) => cell.row)).size
  output.line(`${dryRun ? 'Would import' : 'Imported'} ${format}: ${rows} rows`)
  output.line(`  new ${plan.new}, updated ${updated}, unchanged ${unchanged}, rejected ${rejectedRows}`)
  output.line(`  possible duplicates among the new: ${possibleDuplicates}`)
  for (const { vocabulary, code, uses } of unknownCodes)
    output.line(`  kept as it is: ${code}, which ${vocabulary} does not have (${uses} times)`)
  for (const { claim, code } of unearnedGrades)
    output.line(
      `  kept as it is: the grade of claim ${claim.slice(0, 10)}, which the rules do not allow (${code})`,
    )
  if (rejected.length > 0) {
    const cells = rejected.map(({ row, column, code, value }) => [
      String(row),
      column,
      code,
      JSON.stringify(value),
    ])
    for (const line of textTable([['row', 'column', 'reason', 'value'], ...cells])) output.line(`  ${line}`)
  }
}
