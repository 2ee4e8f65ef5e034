/** `history LOG ID`: how a record changed, newest first, field by field. */
import { type FieldChange, fieldChanges, type Passage } from '../../core/history/fieldChanges.ts'
import { type HistoryKind, hasHistory } from '../../core/history/historyEntry.ts'
import { type HistoryStep, historySteps } from '../../core/history/recordHistory.ts'
import { TYPE_BY_KIND } from '../../core/records.ts'
import type { Command } from '../command.ts'
import { usage } from '../exit.ts'
import type { Output } from '../output.ts'
import { findRecordOrDeleted } from '../recordLines.ts'
import { withLog } from '../vault.ts'

export const historyCommand: Command = {
  spec: { positionals: ['LOG', 'ID'], options: {} },
  run: (invocation, output) =>
    withLog(invocation, 'read', async ({ data }) => {
      const { kind, record, isInBin } = findRecordOrDeleted(data, invocation.positional('ID'))
      if (!hasHistory(kind))
        throw usage('cli/no-history', 'The ledger of releases only grows; it has no history.')
      const steps = historySteps(data, kind, record.id)
      if (!invocation.flag('json')) return printHistory(kind, steps, record.createdAt, output)
      output.document({
        type: TYPE_BY_KIND[kind],
        id: record.id,
        createdAt: record.createdAt,
        inBin: isInBin,
        entries: [...steps].map((step) => documentOf(kind, step)),
      })
    }),
}

function documentOf(kind: HistoryKind, { entry, version, before, after }: HistoryStep) {
  const { at, what, to, reason } = entry
  const changes = before === null ? null : fieldChanges(kind, before, after)
  return { version, at, what, to, reason, changes: changes?.map(({ links: _, ...change }) => change) ?? null }
}

function printHistory(
  kind: HistoryKind,
  steps: Iterable<HistoryStep>,
  createdAt: string,
  output: Output,
): void {
  for (const { entry, version, before, after } of steps) {
    const { at, what, to, reason } = entry
    const move = to === 'bin' ? ', into the bin' : to === 'log' ? ', out of the bin' : ''
    output.line(`${at}  ${what}${move}  (version ${version})`)
    if (reason !== undefined) output.line(`  reason: ${reason}`)
    if (before === null) output.line('  what stood there before cannot be told any more')
    else for (const change of fieldChanges(kind, before, after)) printChange(change, output)
  }
  output.line(`${createdAt}  entered  (version 0)`)
}

function printChange(change: FieldChange, output: Output): void {
  if (change.form !== 'list') {
    const [old, now] =
      change.form === 'text'
        ? [passage(change.old), passage(change.new)]
        : [shown(change.old), shown(change.new)]
    output.line(`  ${change.field}: ${old} → ${now}`)
    return
  }
  output.line(`  ${change.field}:`)
  for (const entry of change.removed) output.line(`    − ${shown(entry)}`)
  for (const entry of change.added) output.line(`    + ${shown(entry)}`)
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

function passage({ text, isStart, isEnd }: Passage): string {
  return JSON.stringify(`${isStart ? '' : '…'}${text}${isEnd ? '' : '…'}`)
}
