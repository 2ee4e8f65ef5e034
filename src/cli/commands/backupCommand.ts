/** `backup LOG OUT`: a copy where nothing is yet, opened to see that it is whole. */
import type { Command } from '../command.ts'
import { untilInterrupted } from '../interrupt.ts'
import { withLog } from '../vault.ts'
import { vaultValue } from '../vaultFailure.ts'

export const backupCommand: Command = {
  spec: { positionals: ['LOG', 'OUT'], options: {} },
  run: (invocation, output) =>
    untilInterrupted((signal) =>
      // For reading: a log that is open in the app can be backed up beside it, and one that cannot be written as well.
      withLog(
        invocation,
        'read',
        async (session) => {
          const out = invocation.path(invocation.positional('OUT'))
          const { path, sizeBytes, records, counter } = vaultValue(await session.backup(out, { signal }))
          if (invocation.flag('json')) output.document({ path, sizeBytes, records, saves: counter })
          else
            output.line(
              `Wrote ${path} (${sizeBytes} bytes, ${records} records) and read it back: it is whole.`,
            )
        },
        undefined,
        signal,
      ),
    ),
}
