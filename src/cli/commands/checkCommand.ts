/** `check FILE`: the release gate on any PDF, JSON or picture, ours or not. */
import path from 'node:path'
import { checkFile } from '../../brief/gate/checkBytes.ts'
import type { Finding } from '../../brief/gate/finding.ts'
import { LEAK_CLASSES, LEAK_GROUPS } from '../../brief/gate/leakClasses.ts'
import { shippedTexts } from '../../brief/vocabularyLabel.ts'
import { PUBLIC_PROFILE } from '../../core/redaction/profile.ts'
import { protectedValues } from '../../core/redaction/protectedValues.ts'
import { publishedPlaces, publishedStrings } from '../../core/redaction/publishedStrings.ts'
import { loadGazetteer } from '../../shared/shippedPlaces.ts'
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
    const { findings, tools, missing, unfinished } = await checkFile({
      bytes,
      ...against,
      name: path.basename(file),
      fileForTools,
    })
    if (invocation.flag('json')) output.document({ findings, tools, unfinished })
    else for (const line of report(findings, missing, unfinished)) output.line(line)
    if (findings.length > 0)
      throw new CliFailure(EXIT.refused, 'check/findings', 'The file may give away what it should not.')
  },
}

/** Findings by class, each class with its sentence; nobody needs the same place a hundred times. */
function report(
  findings: readonly Finding[],
  missing: readonly string[],
  unfinished: readonly string[],
): string[] {
  const byClass = new Map<Finding['class'], Finding[]>()
  for (const finding of findings) byClass.set(finding.class, [...(byClass.get(finding.class) ?? []), finding])
  const classes = [...byClass].sort(([a], [b]) => groupOrder(a) - groupOrder(b))
  const lines = classes.flatMap(([name, found]) => [
    `${name}  ${LEAK_CLASSES[name].what}`,
    ...found.slice(0, MOST_PLACES).map(({ where, detail }) => `  ${where}: ${detail}`),
    ...(found.length > MOST_PLACES ? [`  and ${found.length - MOST_PLACES} more`] : []),
  ])
  const absent = missing.length === 0 ? [] : [`Not present on this machine: ${missing.join(', ')}.`]
  const late =
    unfinished.length === 0
      ? []
      : [`Not read to the end, and so not known to be clean: ${unfinished.join('; ')}.`]
  return [
    ...lines,
    ...absent,
    ...late,
    findings.length === 0 ? 'Nothing found.' : `${findings.length} findings`,
  ]
}

const MOST_PLACES = 10
const groupOrder = (name: Finding['class']): number => LEAK_GROUPS.indexOf(LEAK_CLASSES[name].group)

/** What the log named by --log protects and publishes; nothing when no log is named. */
async function readLog(invocation: Invocation) {
  const log = invocation.text('log')
  if (log === undefined) return { canaries: [], published: [], shipped: shippedTexts([]) }
  return withLog(
    invocation,
    'read',
    async ({ data }) => {
      const canaries = protectedValues(data)
      const { countries, divisions } = publishedPlaces(
        data,
        PUBLIC_PROFILE,
        canaries,
        (await loadGazetteer()).withOwn(data.places),
      )
      const shipped = [...shippedTexts(countries), ...divisions]
      return { canaries, published: publishedStrings(data, PUBLIC_PROFILE), shipped }
    },
    log,
  )
}
