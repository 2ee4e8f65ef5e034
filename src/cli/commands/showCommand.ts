/** `show LOG ID`: one record with all its fields; of claims and incidents also what is computed and never stored. */
import type { Log } from '../../core/log.ts'
import { today } from '../clock.ts'
import type { Command } from '../command.ts'
import { claimLines, computedOfClaim, computedOfIncident, incidentLines } from '../computedLines.ts'
import { type FoundRecord, findRecord, recordLine } from '../recordLines.ts'
import { withLog } from '../vault.ts'

export const showCommand: Command = {
  spec: { positionals: ['LOG', 'ID'], options: {} },
  run: (invocation, output) =>
    withLog(invocation, 'read', async (session) => {
      const found = findRecord(session.data, invocation.positional('ID'))
      const line = recordLine(found.kind, found.record)
      const { computed, lines } = computedOf(session.data, found)
      if (invocation.flag('json'))
        return output.document(computed === undefined ? line : { ...line, computed })
      for (const [field, value] of Object.entries(line)) {
        output.line(`${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      }
      for (const text of lines) output.line(text)
    }),
}

function computedOf(
  log: Log,
  { record }: FoundRecord,
): { readonly computed?: object; readonly lines: readonly string[] } {
  if ('statement' in record) {
    const computed = computedOfClaim(log, record, today())
    return { computed, lines: claimLines(log, computed) }
  }
  if ('violationTypes' in record) {
    const computed = computedOfIncident(log, record)
    return { computed, lines: incidentLines(log, computed) }
  }
  return { lines: [] }
}
