/** `empty-bin LOG --for-good`: removes deleted records, with their histories, and writes the file anew without them. */
import { emptyBin } from '../../core/emptyBin.ts'
import { applyInPlace } from '../../core/log.ts'
import type { Command } from '../command.ts'
import { usage } from '../exit.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import { withLog } from '../vault.ts'
import { vaultValue } from '../vaultFailure.ts'

export const emptyBinCommand: Command = {
  spec: { positionals: ['LOG'], options: { ...LOCK_OPTION, 'for-good': { type: 'boolean' } } },
  run: async (invocation, output) => {
    if (!invocation.flag('for-good'))
      throw usage('cli/option-missing', 'Nothing brings these records back: say --for-good to remove them.')
    await withLog(invocation, 'write', async (session) => {
      const removed = Object.keys(session.data.bin).length
      if (removed > 0) {
        vaultValue(
          await session.update((log, before) => void applyInPlace(log, before, emptyBin(before, null))),
        )
        // Once for the file, once more for the copy that is kept beside it.
        vaultValue(await session.compact())
        vaultValue(await session.compact())
      }
      if (invocation.flag('json')) return output.document({ removed })
      output.line(`${removed} records removed for good, with their histories.`)
      if (removed > 0) output.line('Backups, packages and released briefs may still hold them.')
    })
  },
}
