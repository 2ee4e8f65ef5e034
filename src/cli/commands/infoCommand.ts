/** `info LOG`: what the file is and holds, in counts. */
import { CLI_NAME_BY_KIND, KINDS } from '../../core/records.ts'
import type { Command } from '../command.ts'
import { withLog } from '../vault.ts'

export const infoCommand: Command = {
  spec: { positionals: ['LOG'], options: {} },
  run: (invocation, output) =>
    withLog(invocation, 'read', async (session) => {
      const { formatVersion, suite, sizeBytes, slots, kdf, lastSaved, counter } = session.info()
      const counts = Object.fromEntries(
        KINDS.map((kind) => [CLI_NAME_BY_KIND[kind], Object.keys(session.data[kind]).length]),
      )
      const bin = Object.keys(session.data.bin).length
      const health = 'ok'
      if (invocation.flag('json')) {
        const format = { name: 'daybook-vault', version: formatVersion, suite }
        const { demo } = session.data.meta
        output.document({
          format,
          sizeBytes,
          slots,
          kdf,
          lastSaved,
          saves: counter,
          demo,
          counts,
          bin,
          health,
        })
        return
      }
      output.line(`Format      ${formatVersion} (${suite})`)
      output.line(`Size        ${sizeBytes} bytes`)
      output.line(`Key slots   ${slots} (Argon2id, ${kdf.memoryKiB / 1024} MiB, ${kdf.passes} passes)`)
      output.line(`Last saved  ${lastSaved} (save ${counter})`)
      output.line('Health      every byte authenticates')
      for (const [kind, count] of Object.entries(counts)) output.line(`${kind.padEnd(14)}${count}`)
      output.line(`${'bin'.padEnd(14)}${bin}`)
    }),
}
