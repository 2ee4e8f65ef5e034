/** Runs the command line as scripts do: a process of its own, exit code and both streams. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts')

export interface CliRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliFolder {
  readonly folder: string
  /** Path inside the folder. */
  at(name: string): string
  write(name: string, content: string | Uint8Array): Promise<string>
  /** `daybook <args>` with the folder's passphrase, run from the folder. */
  daybook(
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
    onStart?: (child: ChildProcess) => void,
  ): Promise<CliRun>
  /** As {@link daybook}, without a passphrase file. */
  bare(args: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string): Promise<CliRun>
  remove(): Promise<void>
}

export const PASSPHRASE = 'seven quiet herons under glass'

export async function createCliFolder(): Promise<CliFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-cli-'))
  const at = (name: string) => path.join(folder, name)
  await writeFile(at('passphrase'), `${PASSPHRASE}\n`)
  const bare: CliFolder['bare'] = (args, env = {}, cwd = folder) =>
    run(args, { INIT_CWD: '', XDG_STATE_HOME: at('state'), ...env }, cwd)
  return {
    folder,
    at,
    bare,
    write: async (name, content) => {
      await writeFile(at(name), content)
      return at(name)
    },
    daybook: (args, env = {}, onStart) =>
      run(
        [...args, '--passphrase-file', at('passphrase')],
        { INIT_CWD: '', XDG_STATE_HOME: at('state'), ...env },
        folder,
        onStart,
      ),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Hundreds of runs would each compile the same sources; kept where no source is, and worth nothing to anybody. */
const COMPILED = path.join(import.meta.dirname, '../../node_modules/.cache/daybook-cli')

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<CliRun> {
  const { INIT_CWD: _inherited, ...inherited } = process.env
  const { INIT_CWD = '', ...given } = env
  const cache = { NODE_COMPILE_CACHE: COMPILED }
  const all = { ...cache, ...inherited, ...given, ...(INIT_CWD === '' ? {} : { INIT_CWD }) }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd,
      env: all,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onStart(child)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }))
  })
}

/** JSON Lines as values. */
export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line))
