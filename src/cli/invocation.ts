/**
 * One command line, parsed: positionals and named options, strictly. Relative paths are taken from where the user
 * stands: npm changes the folder and says in INIT_CWD where it was called.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { usage } from './exit.ts'

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  /** May stand several times. */
  readonly multiple?: boolean
}
export interface CommandSpec {
  /** Names of positionals; one that ends in `?` may be left out. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
}

type OptionValue = string | boolean | (string | boolean)[] | undefined

export class Invocation {
  readonly #positionals: ReadonlyMap<string, string>
  readonly #values: Readonly<Record<string, OptionValue>>

  constructor(positionals: ReadonlyMap<string, string>, values: Readonly<Record<string, OptionValue>>) {
    this.#positionals = positionals
    this.#values = values
  }

  positional(name: string): string {
    return this.#positionals.get(name) ?? ''
  }
  optionalPositional(name: string): string | undefined {
    return this.#positionals.get(name)
  }
  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }
  /** All values of an option that may stand several times. */
  texts(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  }
  /** Throws a usage failure when the option is missing. */
  requiredText(name: string): string {
    const value = this.text(name)
    if (value === undefined) throw usage('cli/option-missing', `The option --${name} is needed.`)
    return value
  }
  flag(name: string): boolean {
    return this.#values[name] === true
  }
  /** One of a list; throws a usage failure for any other value. */
  choice<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const found = values.find((value) => value === text)
    if (found === undefined) throw usage('cli/value-unknown', `--${name} takes one of: ${values.join(', ')}.`)
    return found
  }
  path(text: string): string {
    return path.resolve(process.env.INIT_CWD ?? process.cwd(), text)
  }
}

/** Throws a usage failure for unknown options, missing or surplus positionals. */
export function parseInvocation(args: readonly string[], spec: CommandSpec): Invocation {
  let parsed: { values: Record<string, OptionValue>; positionals: string[] }
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...spec.options },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    throw usage('cli/option-unknown', error instanceof Error ? error.message : 'The options cannot be read.')
  }
  const names = spec.positionals.map((name) => name.replace('?', ''))
  const needed = spec.positionals.filter((name) => !name.endsWith('?')).length
  if (parsed.positionals.length < needed) {
    throw usage('cli/argument-missing', `${names[parsed.positionals.length] ?? ''} is missing.`)
  }
  if (parsed.positionals.length > names.length) {
    throw usage(
      'cli/argument-surplus',
      `Too many arguments: ${parsed.positionals.slice(names.length).join(' ')}`,
    )
  }
  return new Invocation(
    new Map(parsed.positionals.map((value, at) => [names[at] ?? '', value])),
    parsed.values,
  )
}
