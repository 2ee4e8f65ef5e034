/**
 * What is known to be risky about the place of a log: network, synchronised folder, no journal, memory only.
 *
 * Warnings, never refusals: the user may have no other place, and what we do not know we do not mention. Exact on Linux.
 * On Windows network paths and mapped drives are told; FAT and exFAT are not. On a Mac none of them can be told apart
 * without native code, only that it is not the disk the system started from.
 */
import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { type Mount, mountOf, parseMountInfo } from './mountInfo.ts'
import { isSyncedFolder } from './syncedFolder.ts'

export type FileSystemWarning =
  /** Locks and syncing are only as good as the server, and others may open the log at the same time. */
  | 'network-folder'
  /** A program copies the log away, and may put an older or a merged file in its place. */
  | 'synced-folder'
  /** A power cut can damage the folder itself (FAT, exFAT, NTFS as Linux writes it). */
  | 'no-journal'
  /** "On the disk" may not be true when it is said: folders of a host in its guest, file systems made by programs. */
  | 'no-reliable-sync'
  /** A stick, a second disk or a network drive on a Mac: which of them cannot be told. */
  | 'connected-drive'
  /** Gone when the computer is switched off. */
  | 'memory-only'

/** What is asked of the system; each may throw. */
export interface FileSystemProbes {
  readonly platform: string
  /** With symbolic links and, on Windows, mapped drives resolved. */
  readonly realPath: (path: string) => string
  /** The text of /proc/self/mountinfo. */
  readonly mountInfo: () => string
  /** statfs(2): the number of the kind of file system. */
  readonly fileSystemNumber: (path: string) => number
  readonly exists: (path: string) => boolean
  /** Synchronised folders that the system names. */
  readonly syncRoots: () => readonly string[]
}

/** Set by OneDrive on Windows, wherever its folder was moved to. */
const SYNC_ROOT_VARIABLES = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']

const realProbes: FileSystemProbes = {
  platform: process.platform,
  // The native one asks Windows, which answers with \\server\share for a mapped drive.
  realPath: (path) => realpathSync.native(path),
  mountInfo: () => readFileSync('/proc/self/mountinfo', 'utf8'),
  fileSystemNumber: (path) => statfsSync(path).type,
  exists: existsSync,
  syncRoots: () => SYNC_ROOT_VARIABLES.map((name) => process.env[name] ?? '').filter((root) => root !== ''),
}

/** What to tell the user about the place of the log at `path`, which need not exist yet. Never throws. */
export function findFileSystemWarnings(
  path: string,
  probes: FileSystemProbes = realProbes,
): readonly FileSystemWarning[] {
  const folder = folderOf(path, probes)
  const byType = probes.platform === 'linux' ? warningOfType(typeOf(folder, probes)) : null
  const warnings: FileSystemWarning[] = byType === null ? [] : [byType]
  if (probes.platform === 'win32' && isNetworkPath(folder)) warnings.push('network-folder')
  // The name of the disk it started from is a link to the root there.
  if (probes.platform === 'darwin' && folder.startsWith('/Volumes/')) warnings.push('connected-drive')
  const syncRoots = orElse(probes.syncRoots, [])
  const exists = (name: string) => orElse(() => probes.exists(name), false)
  // As given as well: a link may hide a telling name as well as lead to one.
  const places = new Set([folder, pathOf(probes).dirname(path)])
  if ([...places].some((place) => isSyncedFolder(place, exists, syncRoots))) warnings.push('synced-folder')
  return warnings
}

/** One English sentence for the command line. */
export function describeFileSystemWarning(warning: FileSystemWarning): string {
  switch (warning) {
    case 'network-folder':
      return 'The log is in a network folder: a lost connection or a second computer can cost changes; keep it on this computer.'
    case 'synced-folder':
      return 'The log is in a folder that is copied to other computers or a company: its copies are out of your hands, and an older one may replace it.'
    case 'no-journal':
      return 'The log is on a drive whose file system a power cut can damage; make backups elsewhere, and eject the drive before you unplug it.'
    case 'no-reliable-sync':
      return 'The log is on a file system that may report changes as kept before they are; make backups elsewhere.'
    case 'connected-drive':
      return 'The log is on a drive or network folder that is connected to this Mac: pulled out, cut off or opened elsewhere it can lose changes; make backups elsewhere, and eject it before you unplug it.'
    case 'memory-only':
      return 'The log is in memory only: it is gone when the computer is switched off.'
  }
}

const NETWORK_TYPES = new Set(
  'nfs nfs4 cifs smb3 smbfs afs coda ceph lustre ncpfs davfs gfs2 ocfs2 orangefs pvfs2 beegfs gpfs fuse.sshfs fuse.rclone fuse.davfs fuse.davfs2 fuse.gvfsd-fuse fuse.kio-fuse fuse.glusterfs fuse.ceph fuse.ceph-fuse fuse.curlftpfs fuse.smbnetfs fuse.s3fs fuse.gcsfuse fuse.goofys fuse.google-drive-ocamlfuse fuse.onedriver fuse.jmtpfs fuse.simple-mtpfs'.split(
    ' ',
  ),
)
// The kernel writes to hfsplus and to NTFS (fuseblk is ntfs-3g or exfat) without using their journals.
const TYPES_WITHOUT_JOURNAL = new Set(
  'vfat msdos exfat fuse.exfat fuseblk ntfs ntfs3 hfs hfsplus ext2'.split(' '),
)
const TYPES_WITHOUT_RELIABLE_SYNC = new Set(
  '9p virtiofs vboxsf prl_fs vmhgfs fuse.vmhgfs-fuse drvfs fuse'.split(' '),
)
const MEMORY_TYPES = new Set(['tmpfs', 'ramfs'])
/** Made by programs that pass a sync on to the file system below. */
const SOUND_FUSE_TYPES = new Set(
  'fuse.gocryptfs fuse.encfs fuse.cryfs fuse.bindfs fuse.mergerfs fuse.portal fuse.fuse-overlayfs fuse.lxcfs'.split(
    ' ',
  ),
)

function warningOfType(type: string | null): FileSystemWarning | null {
  if (type === null || SOUND_FUSE_TYPES.has(type)) return null
  if (NETWORK_TYPES.has(type)) return 'network-folder'
  if (TYPES_WITHOUT_JOURNAL.has(type)) return 'no-journal'
  if (MEMORY_TYPES.has(type)) return 'memory-only'
  return TYPES_WITHOUT_RELIABLE_SYNC.has(type) || type.startsWith('fuse.') ? 'no-reliable-sync' : null
}

/** statfs(2), for where /proc is not to be had. Not ext2: it shares its number with ext4. */
const TYPES_BY_NUMBER: ReadonlyMap<number, string> = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smbfs'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb3'],
  [0x01021997, '9p'],
  [0x5346414f, 'afs'],
  [0x73757245, 'coda'],
  [0x00c36400, 'ceph'],
  [0x65735546, 'fuse'],
  [0x4d44, 'vfat'],
  [0x2011bab0, 'exfat'],
  [0x5346544e, 'ntfs'],
  [0x7366746e, 'ntfs3'],
  [0x482b, 'hfsplus'],
  [0x01021994, 'tmpfs'],
  [0x858458f6, 'ramfs'],
  [0x786f4256, 'vboxsf'],
])

/** The kernel's name of the file system of `folder`, or null when it cannot be told. */
function typeOf(folder: string, probes: FileSystemProbes): string | null {
  const mounts = orElse(() => parseMountInfo(probes.mountInfo()), [])
  const mount = mountOf(folder, mounts)
  if (mount !== undefined) return mount.type === 'overlay' ? typeBelow(mount, mounts) : mount.type
  // Numbers above 2^31 come as negative ones where the system's own type is signed.
  const number = orElse(() => probes.fileSystemNumber(folder), 0)
  return TYPES_BY_NUMBER.get(number >>> 0) ?? null
}

/** A live system keeps what is written in memory: an overlay is what its upper layer is, where that can be seen. */
function typeBelow(overlay: Mount, mounts: readonly Mount[]): string | null {
  const upper = /(?:^|,)upperdir=([^,]*)/.exec(overlay.superOptions)?.[1]
  const mount = upper === undefined ? undefined : mountOf(upper, mounts)
  return mount === undefined || mount.type === 'overlay' ? null : mount.type
}

/** True for \\server\share, with or without the prefix for long paths; not for \\?\C:\ and \\.\ devices. */
function isNetworkPath(path: string): boolean {
  const windowsPath = path.replaceAll('/', '\\')
  return /^\\\\\?\\UNC\\/i.test(windowsPath) || /^\\\\[^\\?.]/.test(windowsPath)
}

/** The real folder of `path`, or of the nearest one above it that exists. */
function folderOf(path: string, probes: FileSystemProbes): string {
  const { dirname } = pathOf(probes)
  const resolved = orElse<string | null>(() => probes.realPath(path), null)
  if (resolved !== null) return dirname(resolved)
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const real = orElse<string | null>(() => probes.realPath(folder), null)
    if (real !== null || dirname(folder) === folder) return real ?? dirname(path)
  }
}

const pathOf = (probes: FileSystemProbes) => (probes.platform === 'win32' ? win32 : posix)

function orElse<T>(probe: () => T, otherwise: T): T {
  try {
    return probe()
  } catch {
    return otherwise
  }
}
