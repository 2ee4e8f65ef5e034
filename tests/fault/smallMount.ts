/** Runs a script where a folder is mounted in a special way: as root, or in a user namespace of its own. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * Runs `node script folder elsewhere` after `mountCommand`, a shell command in which `$1` is `folder`; the mount is seen
 * by that process alone, and goes away with it. Returns what was printed; rejects where mounting is impossible.
 */
export async function runMounted(
  mountCommand: string,
  script: string,
  folder: string,
  elsewhere: string,
): Promise<string> {
  const namespace = process.getuid?.() === 0 ? ['-m'] : ['-Urm']
  const { stdout } = await promisify(execFile)('unshare', [
    ...namespace,
    ...['sh', '-c', `${mountCommand} && shift && exec "$@"`, 'sh'],
    ...[folder, process.execPath, script, folder, elsewhere],
  ])
  return stdout
}
