/** `rescue LOG OUT`: what still authenticates of a damaged log, in a new one; the damaged file is not touched. */
import { withoutHistories } from '../../core/history/withoutHistories.ts'
import {
  dateOfRow,
  emptyLog,
  LOG_COLLECTIONS,
  LOG_SCHEMA,
  type Log,
  type LogCollection,
} from '../../core/log.ts'
import { CLI_NAME_BY_KIND } from '../../core/records.ts'
import { isWholeRescue, type RescueReport, rescueVault } from '../../vault/rescueVault.ts'
import type { Secret } from '../../vault/secret.ts'
import type { VaultKey } from '../../vault/slots.ts'
import { nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT } from '../exit.ts'
import { untilInterrupted } from '../interrupt.ts'
import type { Invocation } from '../invocation.ts'
import { NEW_PASSPHRASE_OPTION } from '../keyOptions.ts'
import type { Output } from '../output.ts'
import { readKey, readNewPassphrase } from '../passphrase.ts'
import { keyFailure } from '../vaultFailure.ts'

export const rescueCommand: Command = {
  spec: { positionals: ['LOG', 'OUT'], options: NEW_PASSPHRASE_OPTION },
  run: async (invocation, output) => {
    const out = invocation.path(invocation.positional('OUT'))
    const key = await readKey(invocation)
    const newPassphrase = await passphraseOfNewLog(invocation, key)
    try {
      const rescued = await untilInterrupted((signal) =>
        rescueVault<Log>({
          path: invocation.path(invocation.positional('LOG')),
          key,
          out,
          newPassphrase,
          initial: emptyLog(nowInstant()),
          schema: LOG_SCHEMA,
          signal,
        }),
      )
      if (!rescued.ok) throw keyFailure(rescued.error, key.kind)
      const report = rescued.value
      if (invocation.flag('json')) output.document(documentOf(out, report))
      else printReport(out, report, output)
      if (!isWholeRescue(report))
        throw new CliFailure(
          EXIT.refused,
          'rescue/incomplete',
          incompleteSentence(lostRecordsOf(report).length),
        )
    } finally {
      key.secret.wipe()
      newPassphrase.wipe()
    }
  },
}

/** The same as that of the damaged log, unless another is given; whoever has recovery words alone has to give one. */
async function passphraseOfNewLog(invocation: Invocation, key: VaultKey): Promise<Secret> {
  const isGiven = invocation.text('new-passphrase-file') !== undefined
  return isGiven || key.kind === 'recovery' ? readNewPassphrase(invocation) : key.secret
}

const CLI_NAMES: Readonly<Record<string, string>> = {
  ...CLI_NAME_BY_KIND,
  bin: 'bin',
  drafts: 'drafts',
  terms: 'terms',
  history: 'history',
  keySecrets: 'key-secrets',
  tables: 'tables',
}

function countsOf({ records }: RescueReport): Record<string, number> {
  const count = (collection: LogCollection) => records[collection] ?? 0
  return Object.fromEntries(LOG_COLLECTIONS.map((each) => [CLI_NAMES[each] ?? each, count(each)]))
}

/** Kind, id and, where the index has it, the date (EDTF) of each record that is lost. */
function lostRecordsOf({ lostRecords }: RescueReport) {
  return withoutHistories(lostRecords).map(({ collection, id, untrustedRow }) => {
    const date = dateOfRow(untrustedRow)
    return { kind: CLI_NAMES[collection] ?? collection, id, ...(date === null ? {} : { date }) }
  })
}

function incompleteSentence(lost: number): string {
  const known = lost === 0 ? '' : `: ${lost} ${lost === 1 ? 'record is' : 'records are'} known to be lost`
  return `The new log was written, and does not hold everything${known}.`
}

function documentOf(path: string, report: RescueReport) {
  const { invalid, lost, lostBytes, sawSnapshotEnd, incompleteTransactions, endsEarly, missingFrames } =
    report
  return {
    path,
    records: countsOf(report),
    complete: isWholeRescue(report),
    invalid,
    lost,
    lostBytes,
    lostRecords: lostRecordsOf(report),
    sawSnapshotEnd,
    incompleteTransactions,
    endsEarly,
    missingFrames,
  }
}

function printReport(path: string, report: RescueReport, output: Output): void {
  output.line(`Wrote ${path}`)
  for (const [name, count] of Object.entries(countsOf(report))) output.line(`  ${name.padEnd(16)}${count}`)
  if (isWholeRescue(report)) {
    output.line('Nothing is lost.')
    return
  }
  output.line('Not everything is there. Compare these counts with those of a backup.')
  const { invalid, lost, lostBytes, sawSnapshotEnd, incompleteTransactions, endsEarly, missingFrames } =
    report
  if (lost.length > 0) output.line(`Unreadable: ${lostBytes} bytes; what stood in them is lost.`)
  for (const { from, to } of lost) output.line(`  bytes ${from} to ${to}`)
  if (endsEarly) output.line('The file is shorter than what was saved in it: the newest saves are lost.')
  if (missingFrames > 0) output.line(`Parts of the log that are missing: ${missingFrames}`)
  if (!sawSnapshotEnd)
    output.line('The end of the last full copy is lost: how many records are missing cannot be told.')
  if (incompleteTransactions > 0) output.line(`Changes of which a part is lost: ${incompleteTransactions}`)
  if (invalid > 0) output.line(`Records that were read and are none: ${invalid}`)
  const lostRecords = lostRecordsOf(report)
  if (lostRecords.length > 0) output.line(`Records that are lost: ${lostRecords.length}`)
  for (const { kind, id, date = '' } of lostRecords) output.line(`  ${kind} ${id} ${date}`.trimEnd())
  if (lost.length > 0 || missingFrames > 0)
    output.line('Records whose place in the index is lost as well are not among them.')
}
