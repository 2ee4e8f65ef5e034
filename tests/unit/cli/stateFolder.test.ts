/** Where the command line remembers what it saw of each log. */
import { expect, it } from 'vitest'
import { stateFolder } from '../../../src/cli/vaultPorts.ts'

it.each([
  ['linux', {}, '/home/me', '/home/me/.local/state/daybook'],
  ['darwin', {}, '/Users/me', '/Users/me/Library/Application Support/Daybook/State'],
  ['linux', { XDG_STATE_HOME: '/elsewhere' }, '/home/me', '/elsewhere/daybook'],
  ['darwin', { XDG_STATE_HOME: '/elsewhere' }, '/Users/me', '/elsewhere/daybook'],
  // The specification has relative paths ignored.
  ['linux', { XDG_STATE_HOME: 'here' }, '/home/me', '/home/me/.local/state/daybook'],
])('on %s with %j is in the right place', (platform, environment, home, folder) => {
  expect(stateFolder(platform, environment, home)).toBe(folder)
})
