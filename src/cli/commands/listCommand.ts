/** `list LOG KIND` and `search LOG WORDS`: records, as text or in the form that import reads back. */

import { type AnyRecord, CLI_NAME_BY_KIND, KINDS, type Kind, kindOfCliName } from '../../core/records.ts'
import { parseDay } from '../clock.ts'
import type { Command } from '../command.ts'
import { usage } from '../exit.ts'
import type { Invocation } from '../invocation.ts'
import { type Output, textTable } from '../output.ts'
import { queryOption } from '../queryOption.ts'
import { recordAsOf, recordLine, recordRow } from '../recordLines.ts'
import { withLog } from '../vault.ts'

export const listCommand: Command = {
  spec: {
    positionals: ['LOG', 'KIND'],
    options: { where: { type: 'string' }, limit: { type: 'string' }, 'as-of': { type: 'string' } },
  },
  run: async (invocation, output) => {
    if (invocation.positional('KIND') === TERMS) return listTerms(invocation, output)
    const kind = kindOfCliName(invocation.positional('KIND'))
    if (kind === undefined)
      throw usage('cli/kind-unknown', `Kinds are: ${[...Object.values(CLI_NAME_BY_KIND), TERMS].join(', ')}.`)
    const queryOf = await queryOption(invocation.text('where'))
    const limit = limitOption(invocation)
    const asOf = parseDay('as-of', invocation.text('as-of'))
    await withLog(invocation, 'read', async (session) => {
      const query = queryOf(session.data)
      const records = Object.values<AnyRecord>(session.data[kind]).map((record) => recordAsOf(record, asOf))
      print(
        records
          .filter(query)
          .slice(0, limit)
          .map((record) => ({ kind, record })),
        invocation,
        output,
      )
    })
  },
}

/** Terms of the log's own are listed like records, since import reads them back like records. */
const TERMS = 'terms'

async function listTerms(invocation: Invocation, output: Output): Promise<void> {
  const limit = limitOption(invocation)
  await withLog(invocation, 'read', async ({ data }) => {
    const terms = Object.values(data.terms).slice(0, limit)
    if (invocation.flag('json')) {
      for (const term of terms) output.jsonLine({ type: 'term', ...term })
      return
    }
    const rows = terms.map(({ vocabulary, code, labels }) => [
      vocabulary,
      code,
      Object.values(labels).join(' · '),
    ])
    for (const line of textTable(rows)) output.line(line)
    output.line(`${terms.length} terms`)
  })
}

export const searchCommand: Command = {
  spec: {
    positionals: ['LOG', 'WORDS'],
    options: { limit: { type: 'string' }, 'as-of': { type: 'string' } },
  },
  run: async (invocation, output) => {
    const queryOf = await queryOption(invocation.positional('WORDS'))
    const limit = limitOption(invocation)
    const asOf = parseDay('as-of', invocation.text('as-of'))
    await withLog(invocation, 'read', async ({ data }) => {
      const query = queryOf(data)
      const found = KINDS.flatMap((kind) =>
        Object.values<AnyRecord>(data[kind])
          .map((record) => recordAsOf(record, asOf))
          .filter(query)
          .map((record) => ({ kind, record })),
      )
      print(found.slice(0, limit), invocation, output)
    })
  },
}

function limitOption(invocation: Invocation): number {
  const text = invocation.text('limit')
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw usage('cli/number-unreadable', '--limit takes a whole number.')
  return Number(text)
}

function print(
  found: readonly { readonly kind: Kind; readonly record: AnyRecord }[],
  invocation: Invocation,
  output: Output,
): void {
  if (invocation.flag('json')) {
    for (const { kind, record } of found) output.jsonLine(recordLine(kind, record))
    return
  }
  for (const line of textTable(found.map(({ kind, record }) => recordRow(kind, record)))) output.line(line)
  output.line(`${found.length} records`)
}
