/** `npm run bench -- <question>`: the report on stdout, how far it is on stderr. */
import fs from 'node:fs'
import path from 'node:path'
import { BRIEF_USAGE, parseBriefOptions, runBriefBench } from './brief.ts'
import { whyAbsent } from './engines/registry.ts'
import { installRivals } from './install.ts'
import type { Row } from './measurement.ts'
import { type BenchOptions, parseOptions, USAGE } from './options.ts'
import { parseRedactionOptions, REDACTION_USAGE, runRedactionBench } from './redaction.ts'
import { stopPhases } from './runPhase.ts'
import { parseSearchOptions, runSearchBench, SEARCH_USAGE } from './search.ts'
import type { SizeOptions } from './sizeOptions.ts'
import { parseSourcingOptions, runSourcingBench, SOURCING_USAGE } from './sourcing.ts'
import { formatTable } from './table.ts'
import { parseUiOptions, runUiBench, UI_USAGE } from './ui.ts'
import { runVaultBench } from './vault.ts'
import { parseViewsOptions, runViewsBench, VIEWS_USAGE } from './views.ts'

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
  print(rows, options.json)
}

function readOptions<O>(parse: (args: readonly string[]) => O): O | null {
  try {
    return parse(args)
  } catch (thrown) {
    tell(thrown instanceof Error ? thrown.message : 'unreadable options')
    return null
  }
}

function measureSourcing(options: SizeOptions): void {
  print(runSourcingBench(options, tell), options.json)
}

function measureSearch(options: SizeOptions): void {
  print(runSearchBench(options, tell), options.json)
}

async function measureRedaction(options: SizeOptions): Promise<void> {
  print(await runRedactionBench(options, tell), options.json)
}

async function measureBrief(options: SizeOptions): Promise<void> {
  print(await runBriefBench(options, tell), options.json)
}

async function measureUi(options: SizeOptions): Promise<void> {
  print(await runUiBench(options, tell), options.json)
}

async function measureViews(options: SizeOptions): Promise<void> {
  print(await runViewsBench(options, tell), options.json)
}

function print(rows: readonly Row[], json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(rows)}\n` : `${formatTable(rows)}\n`)
}

/** Runs one question with its options; without readable ones it says how it is asked. */
async function answer<O>(
  parse: (args: readonly string[]) => O,
  measure: (options: O) => void | Promise<void>,
): Promise<void> {
  const options = readOptions(parse)
  if (options === null) showUsage()
  else await measure(options)
}

function showUsage(): void {
  process.stderr.write(
    `${USAGE}\n${SOURCING_USAGE}\n${REDACTION_USAGE}\n${BRIEF_USAGE}\n${SEARCH_USAGE}\n${UI_USAGE}\n${VIEWS_USAGE}\n`,
  )
  process.exitCode = 2
}

const [question, ...args] = process.argv.slice(2)
if (question === 'install') process.exitCode = installRivals()
else if (question === 'vault') await answer(parseOptions, measureVault)
else if (question === 'sourcing') await answer(parseSourcingOptions, measureSourcing)
else if (question === 'redaction') await answer(parseRedactionOptions, measureRedaction)
else if (question === 'search') await answer(parseSearchOptions, measureSearch)
else if (question === 'brief') await answer(parseBriefOptions, measureBrief)
else if (question === 'ui') await answer(parseUiOptions, measureUi)
else if (question === 'views') await answer(parseViewsOptions, measureViews)
else showUsage()
