/** `daybook <command> …`: chooses the command, runs it, turns its end into an exit code (cli.md). */
import { VaultFailure } from '../vault/vaultError.ts'
import type { Command } from './command.ts'
import { CliFailure, EXIT, type ExitCode, usage } from './exit.ts'
import { parseInvocation } from './invocation.ts'
import { KEY_OPTIONS } from './keyOptions.ts'
import { type Output, standardOutput } from './output.ts'
import { vaultFailure } from './vaultFailure.ts'

/** Loaded when asked for: typesetting and parsing libraries are heavy, and most commands need neither. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  create: async () => (await import('./commands/createCommand.ts')).createCommand,
  demo: async () => (await import('./commands/createCommand.ts')).demoCommand,
  info: async () => (await import('./commands/infoCommand.ts')).infoCommand,
  schema: async () => (await import('./commands/schemaCommand.ts')).schemaCommand,
  list: async () => (await import('./commands/listCommand.ts')).listCommand,
  show: async () => (await import('./commands/showCommand.ts')).showCommand,
  history: async () => (await import('./commands/historyCommand.ts')).historyCommand,
  search: async () => (await import('./commands/listCommand.ts')).searchCommand,
  import: async () => (await import('./commands/importCommand.ts')).importCommand,
  assess: async () => (await import('./commands/assessCommand.ts')).assessCommand,
  duplicates: async () => (await import('./commands/duplicatesCommand.ts')).duplicatesCommand,
  merge: async () => (await import('./commands/mergeCommand.ts')).mergeCommand,
  terms: async () => (await import('./commands/termsCommand.ts')).termsCommand,
  profiles: async () => (await import('./commands/profilesCommand.ts')).profilesCommand,
  settings: async () => (await import('./commands/settingsCommand.ts')).settingsCommand,
  brief: async () => (await import('./commands/briefCommand.ts')).briefCommand,
  verify: async () => (await import('./commands/verifyCommand.ts')).verifyCommand,
  unseal: async () => (await import('./commands/unsealCommand.ts')).unsealCommand,
  keys: async () => (await import('./commands/keysCommand.ts')).keysCommand,
  releases: async () => (await import('./commands/releasesCommand.ts')).releasesCommand,
  read: async () => (await import('./commands/readCommand.ts')).readCommand,
  recall: async () => (await import('./commands/releasesCommand.ts')).recallCommand,
  supersede: async () => (await import('./commands/releasesCommand.ts')).supersedeCommand,
  check: async () => (await import('./commands/checkCommand.ts')).checkCommand,
  'empty-bin': async () => (await import('./commands/emptyBinCommand.ts')).emptyBinCommand,
  backup: async () => (await import('./commands/backupCommand.ts')).backupCommand,
  compact: async () => (await import('./commands/compactCommand.ts')).compactCommand,
  'change-passphrase': async () => (await import('./commands/keyCommands.ts')).changePassphraseCommand,
  slots: async () => (await import('./commands/keyCommands.ts')).slotsCommand,
  rekey: async () => (await import('./commands/keyCommands.ts')).rekeyCommand,
  rescue: async () => (await import('./commands/rescueCommand.ts')).rescueCommand,
}

/** Runs one command line; never throws. A defect of ours ends with 70, so that it cannot look like a finding. */
export async function runCli(args: readonly string[], output: Output = standardOutput): Promise<ExitCode> {
  try {
    const [name = '', ...rest] = args
    if (name === 'help' || name === '--help') {
      await printHelp(output)
      return EXIT.done
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!load) throw usage('cli/command-unknown', `Commands are: ${Object.keys(COMMANDS).join(', ')}.`)
    const command = await load()
    if (rest.includes('--help')) {
      output.line(`daybook ${helpLine(name, command)}`)
      output.line(COMMON_OPTIONS)
      output.line(
        '--where QUERY: as in the search of a table; what cannot be located is in no place, so -place: lets it through',
      )
      return EXIT.done
    }
    const json = command.hasJsonFlag === false ? {} : { json: { type: 'boolean' as const } }
    const options = { ...KEY_OPTIONS, ...json, ...command.spec.options }
    const given = command.jsonMayBeBare ? withBareJson(rest) : rest
    await command.run(parseInvocation(given, { ...command.spec, options }), output)
    return EXIT.done
  } catch (thrown) {
    // A record is read when it is needed: that it is not what a record should be shows only then.
    const error = thrown instanceof VaultFailure ? vaultFailure(thrown.error) : thrown
    if (error instanceof CliFailure) {
      process.stderr.write(`daybook: ${error.code}: ${error.message}\n`)
      for (const line of error.details) process.stderr.write(`  ${line}\n`)
      return error.exit
    }
    // The message of an unforeseen error may quote a record, so only its kind and place are shown.
    const place = error instanceof Error ? (/\n\s+at .*/.exec(error.stack ?? '')?.[0] ?? '') : ''
    process.stderr.write(`daybook: app/defect: A defect of Daybook stopped the command.${place}\n`)
    return EXIT.defect
  }
}

/** A `--json` that no file follows gets an empty one, since the parser wants a value. */
function withBareJson(args: readonly string[]): readonly string[] {
  return args.map((arg, at) =>
    arg === '--json' && (args[at + 1] ?? '--').startsWith('--') ? '--json=' : arg,
  )
}

const COMMON_OPTIONS = 'Common: --passphrase-file F or --recovery-key-file F, --json'

function helpLine(name: string, { spec }: Command): string {
  const positionals = spec.positionals.map((p) => (p.endsWith('?') ? `[${p.slice(0, -1)}]` : p))
  const options = Object.entries(spec.options).map(([o, { type }]) =>
    type === 'string' ? `[--${o} …]` : `[--${o}]`,
  )
  return [name, ...positionals, ...options].join(' ')
}

async function printHelp(output: Output): Promise<void> {
  output.line('daybook <command> …')
  for (const [name, load] of Object.entries(COMMANDS)) output.line(`  ${helpLine(name, await load())}`)
  output.line(COMMON_OPTIONS)
  output.line(
    '--take-over-lock HOST: Daybook on the computer HOST, which had the log open, is closed for certain',
  )
}

if (import.meta.main) {
  // `daybook list … | head` closes our output early; the command still ends in order and gives back its lock.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await runCli(process.argv.slice(2))
}
