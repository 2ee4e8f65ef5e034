/** `check FILE`: the release gate on any PDF, JSON or picture, ours or not. */
import { checkFile } from '../../brief/gate/checkFile.ts'
import { protectedValues } from '../../core/redaction/protectedValues.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT } from '../exit.ts'
import { withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'

export const checkCommand: Command = {
  spec: { positionals: ['FILE'], options: { log: { type: 'string' }, 'with-tools': { type: 'boolean' } } },
  run: async (invocation, output) => {
    const bytes = await readInput(invocation.path(invocation.positional('FILE')))
    const log = invocation.text('log')
    const canaries =
      log === undefined
        ? []
        : await withLog(invocation, 'read', async ({ data }) => protectedValues(data), log)
    const { findings, tools } = await checkFile({ bytes, canaries, withTools: invocation.flag('with-tools') })
    if (invocation.flag('json')) output.document({ findings, tools })
    else {
      for (const { class: leak, where, detail } of findings) output.line(`${leak}  ${where}  ${detail}`)
      output.line(findings.length === 0 ? 'Nothing found.' : `${findings.length} findings`)
    }
    if (findings.length > 0)
      throw new CliFailure(EXIT.refused, 'check/findings', 'The file may give away what it should not.')
  },
}
