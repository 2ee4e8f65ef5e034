import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import type Electron from 'electron'
import { hostState } from './hostState.ts'
import { missing, standIn } from './strict.ts'

// Electron's utility process is here a child process of Node, with the port that Electron gives it (utilityPort.ts).

const BEFORE = ['boringsslLimits.ts', 'utilityPort.ts'].flatMap((name) => [
  '--import',
  path.join(import.meta.dirname, name),
])

class HostUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super()
    if (options.stdio !== 'ignore') missing('utilityProcess.fork with a stdio other than "ignore"')
    this.#child = fork(modulePath, args, {
      env: { ...(options.env ?? process.env) },
      execArgv: [...BEFORE, ...(options.execArgv ?? [])],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1))
    // Electron tells of a message that could not be sent by the end of the process alone.
    this.#child.on('error', () => undefined)
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined
  }
  kill(): boolean {
    return this.#child.kill()
  }
  postMessage(message: unknown): void {
    // What is sent was made by structured clone's rules in Electron too; types of Node know JSON alone.
    this.#child.send(message as object, () => undefined)
  }
}

export const utilityProcess = standIn<typeof Electron.utilityProcess>('utilityProcess', {
  fork: (modulePath, args = [], options = {}) => {
    if (!hostState.ready) throw new Error('utilityProcess cannot be created before app is ready')
    return standIn<Electron.UtilityProcess>(
      'UtilityProcess',
      new HostUtilityProcess(modulePath, args, options),
    )
  },
})
