/** `check FILE`: the release gate on any PDF, JSON or picture, ours or not. */
import { checkFile } from '../../brief/gate/checkBytes.ts'
import { shippedTexts } from '../../brief/vocabularyLabel.ts'
import { PUBLIC_PROFILE } from '../../core/redaction/profile.ts'
import { protectedValues } from '../../core/redaction/protectedValues.ts'
import { publishedPlaces, publishedStrings } from '../../core/redaction/publishedStrings.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT } from '../exit.ts'
import type { Invocation } from '../invocation.ts'
import { withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'

export const checkCommand: Command = {
  spec: { positionals: ['FILE'], options: { log: { type: 'string' }, 'with-tools': { type: 'boolean' } } },
  run: async (invocation, output) => {
    const file = invocation.path(invocation.positional('FILE'))
    const bytes = await readInput(file)
    const against = await readLog(invocation)
    const fileForTools = invocation.flag('with-tools') ? file : null
    const { findings, tools } = await checkFile({ bytes, ...against, fileForTools })
    if (invocation.flag('json')) output.document({ findings, tools })
    else {
      for (const { class: leak, where, detail } of findings) output.line(`${leak}  ${where}  ${detail}`)
      output.line(findings.length === 0 ? 'Nothing found.' : `${findings.length} findings`)
    }
    if (findings.length > 0)
      throw new CliFailure(EXIT.refused, 'check/findings', 'The file may give away what it should not.')
  },
}

/** What the log named by --log protects and publishes; nothing when no log is named. */
async function readLog(invocation: Invocation) {
  const log = invocation.text('log')
  if (log === undefined) return { canaries: [], published: [], shipped: shippedTexts([]) }
  return withLog(
    invocation,
    'read',
    async ({ data }) => {
      const canaries = protectedValues(data)
      const { countries, divisions } = publishedPlaces(data, PUBLIC_PROFILE, canaries)
      const shipped = [...shippedTexts(countries), ...divisions]
      return { canaries, published: publishedStrings(data, PUBLIC_PROFILE), shipped }
    },
    log,
  )
}
