import { posix, win32 } from 'node:path'
import { expect, test } from 'vitest'
import {
  describeFileSystemWarning,
  type FileSystemProbes,
  findFileSystemWarnings,
} from '../../../src/vault/fileSystem.ts'
import { mountOf, parseMountInfo } from '../../../src/vault/mountInfo.ts'

function fails(): never {
  throw new Error('not to be had')
}

/** A system where every path is real and nothing is known. */
const bare: FileSystemProbes = {
  platform: 'linux',
  realPath: (path) => path,
  mountInfo: fails,
  fileSystemNumber: fails,
  exists: () => false,
  syncRoots: () => [],
}

const MOUNTS = [
  '22 27 0:21 / /proc rw,relatime - proc proc rw',
  '27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
  '30 27 0:40 / /mnt/team rw,relatime shared:9 master:2 - nfs4 server:/export rw,vers=4.2',
  '31 27 0:41 / /mnt/team\\040two rw - cifs //server/team rw',
  '32 27 8:17 / /media/stick rw - vfat /dev/sdb1 rw',
  '33 27 8:18 / /media/windows rw - fuseblk /dev/sdc1 rw,user_id=0',
  '34 27 0:42 / /mnt/ssh rw - fuse.sshfs user@server: rw',
  '35 27 0:43 / /mnt/odd rw - fuse.oddfs oddfs rw',
  '36 27 0:44 / /mnt/locked rw - fuse.gocryptfs /home/a/cipher rw',
  '37 27 0:45 / /dev/shm rw - tmpfs tmpfs rw',
  '38 27 0:46 / /host rw - 9p hostshare rw',
  '39 27 254:1 / /mnt/team/cache rw - ext4 /dev/sda2 rw',
  '40 27 0:47 / /mnt/stacked rw - nfs server:/a rw',
  '41 40 254:2 / /mnt/stacked rw - xfs /dev/sda3 rw',
  'a line that means nothing',
].join('\n')

const onLinux = (path: string) => findFileSystemWarnings(path, { ...bare, mountInfo: () => MOUNTS })

test('on Linux the mount that holds the log decides', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '/home/a/log': [],
    '/mnt/team/log': ['network-folder'],
    '/mnt/team two/log': ['network-folder'],
    '/mnt/teams/log': [],
    '/mnt/team/cache/log': [],
    '/mnt/stacked/log': [],
    '/media/stick/deep/er/log': ['no-journal'],
    '/media/windows/log': ['no-journal'],
    '/mnt/ssh/log': ['network-folder'],
    '/mnt/odd/log': ['no-reliable-sync'],
    '/mnt/locked/log': [],
    '/dev/shm/log': ['memory-only'],
    '/host/log': ['no-reliable-sync'],
  }
  for (const [path, warnings] of Object.entries(cases))
    expect({ [path]: onLinux(path) }).toEqual({ [path]: warnings })
})

test('symbolic links are followed, and a log that does not exist yet lies in the nearest folder that does', () => {
  const probes: FileSystemProbes = {
    ...bare,
    mountInfo: () => MOUNTS,
    realPath: (path) => {
      if (path === '/home/a/log') return '/mnt/team/log'
      if (path === '/home/a/share') return '/mnt/ssh'
      if (path.startsWith('/home/a/')) return fails()
      return path
    },
  }
  expect(findFileSystemWarnings('/home/a/log', probes)).toEqual(['network-folder'])
  expect(findFileSystemWarnings('/home/a/share/new/new.daybook', probes)).toEqual(['network-folder'])
  expect(findFileSystemWarnings('/home/a/other/new.daybook', probes)).toEqual([])
})

test('an overlay is what its upper layer is', () => {
  const overlay = (upper: string) =>
    `1 0 0:1 / / rw - overlay overlay rw,lowerdir=/lower,upperdir=${upper},workdir=/work\n2 1 0:2 / /cow rw - tmpfs tmpfs rw\n3 1 8:1 / /disk rw - ext4 /dev/sda1 rw`
  const at = (upper: string) =>
    findFileSystemWarnings('/home/log', { ...bare, mountInfo: () => overlay(upper) })
  expect(at('/cow/upper')).toEqual(['memory-only'])
  expect(at('/disk/upper')).toEqual([])
  expect(at('/out/of/sight')).toEqual([])
})

test('without /proc the number of the file system decides', () => {
  const at = (number: number) => findFileSystemWarnings('/x/log', { ...bare, fileSystemNumber: () => number })
  expect(at(0x6969)).toEqual(['network-folder'])
  expect(at(0xff534d42)).toEqual(['network-folder'])
  // The same number where the system's type is signed.
  expect(at(0xff534d42 | 0)).toEqual(['network-folder'])
  expect(at(0x65735546)).toEqual(['no-reliable-sync'])
  expect(at(0x4d44)).toEqual(['no-journal'])
  expect(at(0x01021994)).toEqual(['memory-only'])
  expect(at(0xef53)).toEqual([])
  expect(at(1)).toEqual([])
})

test('on Windows network paths are told, mapped drives as well', () => {
  const windows = { ...bare, platform: 'win32' }
  const at = (path: string) => findFileSystemWarnings(path, windows)
  for (const path of [
    '\\\\server\\share\\log',
    '//server/share/log',
    '\\\\?\\UNC\\server\\share\\log',
    '\\\\wsl$\\Debian\\home\\log',
  ]) {
    expect({ [path]: at(path) }).toEqual({ [path]: ['network-folder'] })
  }
  for (const path of ['C:\\Users\\a\\log', '\\\\?\\C:\\Users\\a\\log', 'D:\\log']) {
    expect({ [path]: at(path) }).toEqual({ [path]: [] })
  }
  const mapped = { ...windows, realPath: (path: string) => path.replace(/^Z:/, '\\\\server\\share') }
  expect(findFileSystemWarnings('Z:\\logs\\log', mapped)).toEqual(['network-folder'])
})

test('on a Mac it is told that a log is on another disk than the one it started from', () => {
  const mac = { ...bare, platform: 'darwin' }
  expect(findFileSystemWarnings('/Volumes/STICK/logs/log', mac)).toEqual(['connected-drive'])
  expect(findFileSystemWarnings('/Users/a/logs/log', mac)).toEqual([])
  const startedFrom = { ...mac, realPath: (path: string) => path.replace('/Volumes/Macintosh HD', '') }
  expect(findFileSystemWarnings('/Volumes/Macintosh HD/Users/a/log', startedFrom)).toEqual([])
  expect(findFileSystemWarnings('/Volumes/STICK/log', bare)).toEqual([])
})

test('synchronised folders are told by name', () => {
  for (const folder of [
    '/home/a/Dropbox',
    '/home/a/Dropbox (Example)',
    '/home/a/dropbox/deep/er',
    '/home/a/Nextcloud',
    '/home/a/Nextcloud2',
    '/Users/a/Library/Mobile Documents/com~apple~CloudDocs',
    '/Users/a/Library/CloudStorage/GoogleDrive-a@example.org/My Drive',
  ]) {
    expect({
      [folder]: findFileSystemWarnings(posix.join(folder, 'log'), { ...bare, platform: 'darwin' }),
    }).toEqual({
      [folder]: ['synced-folder'],
    })
  }
  for (const folder of [
    'C:\\Users\\a\\OneDrive - Example\\logs',
    'C:\\Users\\a\\iCloudDrive',
    'G:\\Google Drive',
  ]) {
    expect(findFileSystemWarnings(win32.join(folder, 'log'), { ...bare, platform: 'win32' })).toEqual([
      'synced-folder',
    ])
  }
  for (const folder of [
    '/home/a/dropboxes',
    '/home/a/box',
    '/home/a/not nextcloud',
    '/Library/a/Mobile Documents',
  ]) {
    expect({ [folder]: findFileSystemWarnings(posix.join(folder, 'log'), bare) }).toEqual({ [folder]: [] })
  }
})

test('synchronised folders are told by a marker, by the setting of the system, and through a link', () => {
  const marked = { ...bare, exists: (path: string) => path === '/home/a/work/.stfolder' }
  expect(findFileSystemWarnings('/home/a/work/deep/log', marked)).toEqual(['synced-folder'])
  expect(findFileSystemWarnings('/home/a/worklog', marked)).toEqual([])

  const set = { ...bare, platform: 'win32', syncRoots: () => ['D:\\Team Files\\'] }
  expect(findFileSystemWarnings('d:\\team files\\logs\\log', set)).toEqual(['synced-folder'])
  expect(findFileSystemWarnings('D:\\Team Files 2\\log', set)).toEqual([])

  const linked = { ...bare, realPath: (path: string) => path.replace('/home/a/Dropbox', '/data/db') }
  expect(findFileSystemWarnings('/home/a/Dropbox/log', linked)).toEqual(['synced-folder'])
  const hidden = { ...bare, realPath: (path: string) => path.replace('/home/a/logs', '/home/a/Dropbox/logs') }
  expect(findFileSystemWarnings('/home/a/logs/log', hidden)).toEqual(['synced-folder'])
})

test('a system that answers nothing gives no warning, and no error', () => {
  for (const platform of ['linux', 'win32', 'darwin', 'freebsd']) {
    const silent = { ...bare, platform, realPath: fails, exists: fails, syncRoots: fails }
    for (const path of ['/x/log', 'log', '', 'C:\\log'])
      expect(findFileSystemWarnings(path, silent)).toEqual([])
  }
  expect(parseMountInfo('')).toEqual([])
  expect(mountOf('/x', [])).toBe(undefined)
})

test.runIf(process.platform === 'linux')('the system of this computer is asked without an error', () => {
  expect(findFileSystemWarnings('/proc/self/no/such/log')).toEqual([])
  expect(findFileSystemWarnings('/dev/shm/log')).toEqual(['memory-only'])
})

test('every warning has a sentence', () => {
  const sentences = (
    [
      'network-folder',
      'synced-folder',
      'no-journal',
      'no-reliable-sync',
      'connected-drive',
      'memory-only',
    ] as const
  ).map(describeFileSystemWarning)
  expect(new Set(sentences).size).toBe(6)
  for (const sentence of sentences) expect(sentence).toMatch(/^The log is .+\.$/)
})
