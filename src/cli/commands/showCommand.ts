/** `show LOG ID`: one record with all its fields. */

import { parseDay } from '../clock.ts'
import type { Command } from '../command.ts'
import { findRecord, recordAsOf, recordLine } from '../recordLines.ts'
import { withLog } from '../vault.ts'

export const showCommand: Command = {
  spec: { positionals: ['LOG', 'ID'], options: { 'as-of': { type: 'string' } } },
  run: async (invocation, output) => {
    const asOf = parseDay('as-of', invocation.text('as-of'))
    await withLog(invocation, 'read', async (session) => {
      const { kind, record } = findRecord(session.data, invocation.positional('ID'))
      const line = recordLine(kind, recordAsOf(record, asOf))
      if (invocation.flag('json')) return output.document(line)
      for (const [field, value] of Object.entries(line)) {
        output.line(`${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      }
    })
  },
}
