import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installedChromium } from './chromium.ts'
import { electronExecutable } from './electronBinary.ts'
import { downloadElectron } from './electronDownload.ts'
import { hostNode } from './hostNode.ts'

// `npm start`, after the build: the application in Electron, or in an installed Chromium through the host where
// Electron cannot be had. Arguments are passed on to the application.

const root = path.resolve(import.meta.dirname, '../..')
const passedOn = process.argv.slice(2)

/** Ends with one sentence that says what to do. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Runs a program in the foreground and ends as it ends. */
function become(program: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(program, args, { stdio: 'inherit', cwd: root, env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => giveUp(`Could not start ${program}: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function findElectron(): Promise<string | undefined> {
  if (process.env.DAYBOOK_SHELL === 'host') return undefined
  const present = electronExecutable()
  if (present !== undefined) return present
  process.stdout.write('Electron is not here yet; trying to download it once (about 120 MB) …\n')
  return (await downloadElectron()) ? electronExecutable() : undefined
}

if (!existsSync(path.join(root, 'out/main/index.js')))
  giveUp('Nothing is built yet: run npm start, which builds first.')
if (!hasDisplay()) {
  giveUp(
    'Daybook needs a screen and there is none here: run npm start in a desktop session (npm run demo needs none).',
  )
}
const electron = await findElectron()
const chromium = installedChromium()
if (electron !== undefined) {
  become(electron, [root, ...passedOn], process.env)
} else if (chromium === undefined) {
  giveUp(
    'Daybook needs Electron, which could not be downloaded, or Chromium: install Chromium or Chrome and run npm start again.',
  )
} else {
  process.stdout.write(
    'Electron is not installed here; opening the same build in Chromium as a development shell.\n',
  )
  become(
    hostNode(),
    [
      '--import',
      path.join(import.meta.dirname, 'boringsslLimits.ts'),
      path.join(import.meta.dirname, 'main.ts'),
      root,
      ...passedOn,
    ],
    { ...process.env, DAYBOOK_CHROMIUM: chromium.executable, DAYBOOK_HOST_HEADFUL: '1' },
  )
}
