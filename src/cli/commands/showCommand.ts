/** `show LOG ID`: one record with all its fields. */
import type { Command } from '../command.ts'
import { findRecord, recordLine } from '../recordLines.ts'
import { withLog } from '../vault.ts'

export const showCommand: Command = {
  spec: { positionals: ['LOG', 'ID'], options: {} },
  run: (invocation, output) =>
    withLog(invocation, 'read', async (session) => {
      const { kind, record } = findRecord(session.data, invocation.positional('ID'))
      const line = recordLine(kind, record)
      if (invocation.flag('json')) return output.document(line)
      for (const [field, value] of Object.entries(line)) {
        output.line(`${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      }
    }),
}
