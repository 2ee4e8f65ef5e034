/** `compact LOG`: the same records in as small a file as can be; the previous file stays beside it as .bak. */
import type { Command } from '../command.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import { withLog } from '../vault.ts'
import { vaultValue } from '../vaultFailure.ts'

export const compactCommand: Command = {
  spec: { positionals: ['LOG'], options: LOCK_OPTION },
  run: (invocation, output) =>
    withLog(invocation, 'write', async (session) => {
      const before = session.info().sizeBytes
      vaultValue(await session.compact())
      const { sizeBytes } = session.info()
      if (invocation.flag('json')) output.document({ sizeBytesBefore: before, sizeBytes })
      else
        output.line(`${before} bytes before, ${sizeBytes} bytes now. The previous file is beside it as .bak.`)
    }),
}
