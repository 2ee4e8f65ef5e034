/** `create LOG` and `demo LOG`: a new vault; an existing file is never touched. */
import { emptyLog, type Log } from '../../core/log.ts'
import { createDemoLog } from '../../interchange/demoLog.ts'
import { createVault } from '../../vault/VaultSession.ts'
import { newId, nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { readPassphrase } from '../passphrase.ts'
import { RESOURCES_DIR } from '../resources.ts'
import { vaultFailure } from '../vault.ts'

const makeCommand = (demo: boolean): Command => ({
  spec: { positionals: ['LOG'], options: {} },
  run: async (invocation, output) => {
    const path = invocation.path(invocation.positional('LOG'))
    const passphrase = await readPassphrase(invocation, true)
    const now = nowInstant()
    const initial = demo ? await createDemoLog(RESOURCES_DIR, now, newId) : emptyLog(now)
    const made = await createVault<Log>({ path, passphrase, initial })
    passphrase.wipe()
    if (!made.ok) throw vaultFailure(made.error)
    await made.value.close()
    if (invocation.flag('json')) output.document({ path, demo })
    else output.line(demo ? `Created ${path} with the worked example.` : `Created ${path}.`)
  },
})

export const createCommand = makeCommand(false)
export const demoCommand = makeCommand(true)
