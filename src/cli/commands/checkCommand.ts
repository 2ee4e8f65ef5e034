/** `check FILE`: the release gate on any PDF, JSON or picture, ours or not. */
import { checkFile } from '../../brief/gate/checkBytes.ts'
import { PUBLIC_PROFILE } from '../../core/redaction/profile.ts'
import { protectedValues } from '../../core/redaction/protectedValues.ts'
import { publishedStrings } from '../../core/redaction/publishedStrings.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT } from '../exit.ts'
import { withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'

export const checkCommand: Command = {
  spec: { positionals: ['FILE'], options: { log: { type: 'string' }, 'with-tools': { type: 'boolean' } } },
  run: async (invocation, output) => {
    const bytes = await readInput(invocation.path(invocation.positional('FILE')))
    const log = invocation.text('log')
    const against =
      log === undefined
        ? { canaries: [], published: [] }
        : await withLog(
            invocation,
            'read',
            async ({ data }) => ({
              canaries: protectedValues(data),
              published: publishedStrings(data, PUBLIC_PROFILE),
            }),
            log,
          )
    const findings = await checkFile(bytes, against.canaries, against.published)
    const tools = ['pdf.js']
    if (invocation.flag('json')) output.document({ findings, tools })
    else {
      for (const { class: leak, where, detail } of findings) output.line(`${leak}  ${where}  ${detail}`)
      output.line(findings.length === 0 ? 'Nothing found.' : `${findings.length} findings`)
    }
    if (findings.length > 0)
      throw new CliFailure(EXIT.refused, 'check/findings', 'The file may give away what it should not.')
  },
}
