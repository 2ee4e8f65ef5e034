/**
 * Where this device keeps what its programs remember of logs: the user's folder for state, as the system has it. One
 * folder for the window and the command line, so that each notices an older file of what the other saw.
 */
import { homedir } from 'node:os'
import path from 'node:path'
import { type AnchorStore, createFileAnchorStore } from './anchors.ts'

type Environment = Readonly<Record<string, string | undefined>>

const ANCHORS = 'anchors'

/** Anchors of this user. Those that the window kept with its own settings before are still read. */
export function userAnchors(
  platform: string = process.platform,
  environment: Environment = process.env,
  home: string = homedir(),
): AnchorStore {
  return createFileAnchorStore(path.join(stateFolder(platform, environment, home), ANCHORS), [
    path.join(settingsFolder(platform, environment, home), ANCHORS),
  ])
}

/** Anchors of a program that was told to keep everything of its own in `folder`. */
export function anchorsIn(folder: string): AnchorStore {
  return createFileAnchorStore(path.join(folder, ANCHORS))
}

/** `XDG_STATE_HOME` counts everywhere it is set; a relative one does not count, as its specification says. */
export function stateFolder(platform: string, environment: Environment, home: string): string {
  const { XDG_STATE_HOME: given, LOCALAPPDATA: local } = environment
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, 'daybook')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Daybook', 'State')
  if (platform === 'win32') return path.join(local ?? path.join(home, 'AppData', 'Local'), 'Daybook', 'State')
  return path.join(home, '.local', 'state', 'daybook')
}

/** Electron's `userData` of an app of this name. */
function settingsFolder(platform: string, environment: Environment, home: string): string {
  const { XDG_CONFIG_HOME: config, APPDATA: roaming } = environment
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Daybook')
  if (platform === 'win32') return path.join(roaming ?? path.join(home, 'AppData', 'Roaming'), 'Daybook')
  return path.join(config ? config : path.join(home, '.config'), 'Daybook')
}
