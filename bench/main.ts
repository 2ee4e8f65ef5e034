/** `npm run bench -- <question>`: the report on stdout, how far it is on stderr. */
import fs from 'node:fs'
import path from 'node:path'
import { whyAbsent } from './engines/registry.ts'
import { installRivals } from './install.ts'
import { type BenchOptions, parseOptions, USAGE } from './options.ts'
import { stopPhases } from './runPhase.ts'
import { formatTable } from './table.ts'
import { runVaultBench } from './vault.ts'

const tell = (line: string): void => {
  process.stderr.write(`bench: ${line}\n`)
}

async function measureVault(options: BenchOptions): Promise<void> {
  if (!options.quick && options.engines.some((name) => whyAbsent(name, import.meta.dirname) !== null)) {
    tell('compiling SQLite and SQLCipher, which takes some minutes, once')
    if (installRivals() !== 0) tell('they could not be compiled: their rows will be absent')
  }
  const folder = fs.mkdtempSync(path.join(options.dir, 'daybook-bench-'))
  process.once('exit', () => {
    stopPhases()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  // Without these the folder would stay behind.
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  const rows = await runVaultBench(options, folder, tell)
  process.stdout.write(options.json ? `${JSON.stringify(rows)}\n` : `${formatTable(rows)}\n`)
}

function readOptions(args: readonly string[]): BenchOptions | null {
  try {
    return parseOptions(args)
  } catch (thrown) {
    tell(thrown instanceof Error ? thrown.message : 'unreadable options')
    return null
  }
}

const [question, ...args] = process.argv.slice(2)
if (question === 'install') process.exitCode = installRivals()
else {
  const options = question === 'vault' ? readOptions(args) : null
  if (options === null) {
    process.stderr.write(`${USAGE}\n`)
    process.exitCode = 2
  } else await measureVault(options)
}
