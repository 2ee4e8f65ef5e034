/** `show LOG ID`: one record with all its fields; of a claim also what is computed from its sources. */
import { today } from '../clock.ts'
import type { Command } from '../command.ts'
import { findRecord, recordLine } from '../recordLines.ts'
import { computedOfClaim, sourcingLines } from '../sourcingLines.ts'
import { withLog } from '../vault.ts'

export const showCommand: Command = {
  spec: { positionals: ['LOG', 'ID'], options: {} },
  run: (invocation, output) =>
    withLog(invocation, 'read', async (session) => {
      const { kind, record } = findRecord(session.data, invocation.positional('ID'))
      const line = recordLine(kind, record)
      const claim = kind === 'claims' ? session.data.claims[record.id] : undefined
      if (invocation.flag('json')) {
        const computed = claim && { computed: computedOfClaim(session.data, claim, today()) }
        return output.document({ ...line, ...computed })
      }
      for (const [field, value] of Object.entries(line)) {
        output.line(`${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      }
      if (claim) for (const text of sourcingLines(session.data, claim, today())) output.line(text)
    }),
}
