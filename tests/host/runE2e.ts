/**
 * `npm run e2e`: the end-to-end specs over the built app. As root on Linux they run inside a network namespace
 * that counts packets, and one packet towards the outside fails the run; the same check first sees a stock browser
 * send some, so that it is known to work. Elsewhere it says that packets were not counted.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const NETNS = path.join(import.meta.dirname, 'netns.sh')
const PLAYWRIGHT = path.join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js')

/** Runs to the end; the exit status, or 1 when it could not run. */
function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { stdio: 'inherit' }).status ?? 1
}

function canCountPackets(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  if (process.env.DAYBOOK_SHELL === 'electron') return false
  const has = (tool: string) =>
    (process.env.PATH ?? '').split(':').some((folder) => existsSync(path.join(folder, tool)))
  if (!has('ip') || !has('unshare')) return false
  return spawnSync('unshare', ['-n', 'true']).status === 0
}

const specs = [PLAYWRIGHT, 'test', ...process.argv.slice(2)]
if (canCountPackets()) {
  const control = run(NETNS, [
    '--expect-some',
    process.execPath,
    path.join(import.meta.dirname, 'stockBrowser.ts'),
  ])
  process.exitCode = control === 0 ? run(NETNS, ['--expect-zero', process.execPath, ...specs]) : control
} else {
  process.stdout.write('Packets are not counted: that needs root on Linux, with ip and unshare.\n')
  process.exitCode = run(process.execPath, specs)
}
