/** Where the command line remembers what it saw of each log: the user's folder for state, as the system has it. */
import os from 'node:os'
import path from 'node:path'
import { createFileAnchorStore } from '../vault/anchors.ts'
import type { VaultPorts } from '../vault/startSession.ts'

export function vaultPorts(): Partial<VaultPorts> {
  const folder = stateFolder(process.platform, process.env, os.homedir())
  return { anchors: createFileAnchorStore(path.join(folder, 'anchors')) }
}

/** `XDG_STATE_HOME` counts everywhere it is set; a relative one does not count, as its specification says. */
export function stateFolder(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const { XDG_STATE_HOME: given, LOCALAPPDATA: local } = environment
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, 'daybook')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Daybook', 'State')
  if (platform === 'win32') return path.join(local ?? path.join(home, 'AppData', 'Local'), 'Daybook', 'State')
  return path.join(home, '.local', 'state', 'daybook')
}
