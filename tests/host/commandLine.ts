import type Electron from 'electron'
import { standIn } from './strict.ts'

// The command line, in the shape Electron has it: Chromium's switches stand before the application's path and are
// not shown to the application; what follows the path is.

export interface SplitArguments {
  readonly chromiumArguments: readonly string[]
  readonly entry: string
  readonly appArguments: readonly string[]
}

/** Splits the host's arguments at the first that is not a switch: the application's path ('.' when there is none). */
export function splitArguments(args: readonly string[]): SplitArguments {
  const at = args.findIndex((argument) => !argument.startsWith('-'))
  if (at === -1) return { chromiumArguments: args, entry: '.', appArguments: [] }
  return { chromiumArguments: args.slice(0, at), entry: args[at] ?? '.', appArguments: args.slice(at + 1) }
}

/** `--name=value` and `--name` as a map from name to value ('' without one); other arguments are left out. */
export function parseSwitches(args: readonly string[]): Map<string, string> {
  return new Map(
    args
      .filter((argument) => argument.startsWith('--'))
      .map((argument): [string, string] => {
        const [name = '', ...value] = argument.slice(2).split('=')
        return [name, value.join('=')]
      }),
  )
}

/** How the host itself was started. Read once: main.ts then gives `process.argv` the application's view. */
export const startArguments: SplitArguments = splitArguments(process.argv.slice(2))

const given = parseSwitches([...startArguments.chromiumArguments, ...startArguments.appArguments])
const appended = new Map<string, string>()

/** The value of a switch that was given or appended; undefined when there is none. */
export function switchValue(name: string): string | undefined {
  return appended.get(name) ?? given.get(name)
}

/** The switches the application appended before `ready`: they go to Chromium as they are. */
export function appendedSwitches(): ReadonlyMap<string, string> {
  return appended
}

const LISTS = new Set(['disable-features', 'enable-features'])

export const commandLine = standIn<Electron.CommandLine>('app.commandLine', {
  appendSwitch(name, value = '') {
    const before = appended.get(name)
    appended.set(name, before !== undefined && LISTS.has(name) ? `${before},${value}` : value)
  },
  hasSwitch: (name) => switchValue(name) !== undefined,
  getSwitchValue: (name) => switchValue(name) ?? '',
  removeSwitch(name) {
    appended.delete(name)
    given.delete(name)
  },
})
