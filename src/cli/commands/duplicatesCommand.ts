/** `duplicates LOG`: pairs of incidents that are likely one, and why. Only told: `merge` is the user's to call. */
import type { DuplicatePair } from '../../core/duplicates/DuplicateIndex.ts'
import { undecidedPairs } from '../../core/duplicates/undecidedPairs.ts'
import type { Log } from '../../core/log.ts'
import type { Command } from '../command.ts'
import { withLog } from '../vault.ts'

export const duplicatesCommand: Command = {
  spec: { positionals: ['LOG'], options: {} },
  run: (invocation, output) =>
    withLog(invocation, 'read', async ({ data }) => {
      const pairs = undecidedPairs(data.incidents)
      if (invocation.flag('json')) {
        for (const { of, incident, bits, why } of pairs)
          output.jsonLine({ type: 'duplicate', incident: of, other: incident, bits: rounded(bits), why })
        return
      }
      for (const pair of pairs) for (const line of linesOf(pair, data)) output.line(line)
      output.line(`${pairs.length} pairs that are likely one incident; "merge" joins two`)
    }),
}

const rounded = (bits: number): number => Math.round(bits * 10) / 10

function linesOf({ of, incident, why }: DuplicatePair, { incidents }: Pick<Log, 'incidents'>): string[] {
  const told = (id: string) =>
    `${id.slice(0, 10)}  ${incidents[id]?.when ?? ''}  ${incidents[id]?.title ?? ''}`
  const reasons = why.map(({ code, value }) => (value === null ? code : `${code} ${value}`))
  return [told(of), told(incident), `  ${reasons.join(', ')}`, '']
}
