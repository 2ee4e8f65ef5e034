/** `create LOG` and `demo LOG [--lang en|ru]`: a new vault; an existing file is never touched. */
import { emptyLog, LOG_SCHEMA, type Log } from '../../core/log.ts'
import { createDemoLog, DEMO_LANGUAGES } from '../../interchange/demoLog.ts'
import { findFileSystemWarnings } from '../../vault/fileSystem.ts'
import { createVault } from '../../vault/openVault.ts'
import { newId, nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { tellNotices } from '../notices.ts'
import { readFirstPassphrase } from '../passphrase.ts'
import { RESOURCES_DIR } from '../resources.ts'
import { vaultValue } from '../vaultFailure.ts'
import { vaultPorts } from '../vaultPorts.ts'

const makeCommand = (demo: boolean): Command => ({
  spec: { positionals: ['LOG'], options: demo ? { lang: { type: 'string' } } : {} },
  run: async (invocation, output) => {
    const path = invocation.path(invocation.positional('LOG'))
    const language = invocation.choice('lang', DEMO_LANGUAGES) ?? 'en'
    const passphrase = await readFirstPassphrase(invocation)
    const make = async () => {
      const now = nowInstant()
      const initial = demo ? await createDemoLog(RESOURCES_DIR, language, now, newId) : emptyLog(now)
      return createVault<Log>({ path, passphrase, initial, schema: LOG_SCHEMA, ports: vaultPorts() })
    }
    const session = vaultValue(await make().finally(() => passphrase.wipe()))
    await session.close()
    tellNotices({ ...session.report, warnings: findFileSystemWarnings(path) })
    if (invocation.flag('json')) output.document({ path, demo })
    else output.line(demo ? `Created ${path} with the worked example.` : `Created ${path}.`)
  },
})

export const createCommand = makeCommand(false)
export const demoCommand = makeCommand(true)
