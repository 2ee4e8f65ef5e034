/** `info LOG`: what the file is and holds, in counts. */
import { CLI_NAME_BY_KIND, KINDS } from '../../core/records.ts'
import type { OpeningReport } from '../../vault/VaultSession.ts'
import type { Command } from '../command.ts'
import { noticesOf } from '../notices.ts'
import { withLog } from '../vault.ts'
import { slotCost } from './keyCommands.ts'

export const infoCommand: Command = {
  spec: { positionals: ['LOG'], options: {} },
  run: (invocation, output) =>
    withLog(invocation, 'read', async (session) => {
      const { formatVersion, suite, sizeBytes, slots, lastSaved, counter, failure } = session.info()
      const counts = Object.fromEntries(
        KINDS.map((kind) => [CLI_NAME_BY_KIND[kind], Object.keys(session.data[kind]).length]),
      )
      const bin = Object.keys(session.data.bin).length
      const notices = noticesOf(session.report)
      const health = failure === null ? healthOf(session.report) : 'failed'
      if (invocation.flag('json')) {
        const format = { name: 'daybook-vault', version: formatVersion, suite }
        const { demo } = session.data.meta
        output.document({
          format,
          sizeBytes,
          slots,
          lastSaved,
          saves: counter,
          demo,
          counts,
          bin,
          health,
          notices: notices.map(({ code, fields }) => ({ code, ...fields })),
        })
        return
      }
      output.line(`Format      ${formatVersion} (${suite})`)
      output.line(`Size        ${sizeBytes} bytes`)
      for (const { kind, kdf } of slots) output.line(`Opens with  ${kind} (${slotCost(kdf)})`)
      output.line(`Last saved  ${lastSaved} (save ${counter})`)
      output.line(`Health      ${HEALTH_WORDS[health]}`)
      for (const [kind, count] of Object.entries(counts)) output.line(`${kind.padEnd(16)}${count}`)
      output.line(`${'bin'.padEnd(16)}${bin}`)
    }),
}

/** Opening read every byte, so that it can be said. The place of the file is no matter of its health. */
const HEALTH_WORDS = {
  ok: 'every byte authenticates',
  'torn-tail': 'every byte up to the last save authenticates; behind it is one that was never finished',
  repaired: 'every byte authenticates, but for a part that has a second copy',
  'rolled-back': 'every byte authenticates, but this computer has seen a later state of the log',
  failed: 'the file could not be read to its end',
} as const

function healthOf({ rolledBack, tornTail, repaired }: OpeningReport): keyof typeof HEALTH_WORDS {
  if (rolledBack !== null) return 'rolled-back'
  if (tornTail !== null) return 'torn-tail'
  return repaired ? 'repaired' : 'ok'
}
