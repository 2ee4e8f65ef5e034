/** Where this device remembers what it saw of each log: one place for the window and the command line. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { anchorsIn, stateFolder, userAnchors } from '../../../src/vault/stateFolder.ts'

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

const LOG = '00112233445566778899aabbccddeeff'

it.each([
  ['linux', ['.config', 'Daybook']],
  ['darwin', ['Library', 'Application Support', 'Daybook']],
  ['win32', ['AppData', 'Roaming', 'Daybook']],
])(
  'on %s what the window noted with its settings is still known, until something later is noted',
  async (platform, place) => {
    const home = await mkdtemp(join(tmpdir(), 'daybook-home-'))
    onTestFinished(() => rm(home, { recursive: true, force: true }))
    const former = anchorsIn(join(home, ...place))
    former.write(LOG, { superblock: 2, counter: 17 })
    const anchors = userAnchors(platform, {}, home)
    expect(anchors.read(LOG)).toEqual({ superblock: 2, counter: 17 })
    // An older file that the user accepted: what was noted before must not come back.
    anchors.write(LOG, { superblock: 1, counter: 4 })
    expect(anchors.read(LOG)).toEqual({ superblock: 1, counter: 4 })
    expect(former.read(LOG)).toBeNull()
    // An older version of the app has been used meanwhile.
    former.write(LOG, { superblock: 3, counter: 30 })
    expect(userAnchors(platform, {}, home).read(LOG)).toEqual({ superblock: 3, counter: 30 })
  },
)
