/** A disk whose calls fail where a test says, over another one. */
import { type Disk, type DiskFile, realDisk } from '../../../src/vault/disk.ts'

export interface FaultPlan {
  /** Index of the call that fails, counted from 0 from the moment that `arm` was called. */
  readonly at: number
  /** `once`: that call only; `from-then-on`: the disk is gone, or stays full. */
  readonly lasting: 'once' | 'from-then-on'
  readonly errno: 'EIO' | 'ENOSPC' | 'EROFS'
  /** Only these calls count and fail; all when absent. */
  readonly only?: readonly CallName[]
  /** The call does its work and then reports failure, as network drives do; otherwise a write is half done, the rest not. */
  readonly afterwards?: boolean
}

export type CallName =
  | 'realPath'
  | 'open'
  | 'create'
  | 'stamp'
  | 'link'
  | 'rename'
  | 'remove'
  | 'list'
  | 'syncFolder'
  | 'file.stamp'
  | 'read'
  | 'write'
  | 'sync'
  | 'syncInBackground'
  | 'truncate'
  | 'close'

/** The calls that a full disk refuses. */
export const CALLS_THAT_NEED_SPACE: readonly CallName[] = ['create', 'write', 'link']
/** The calls that change a disk. */
export const CHANGING_CALLS: readonly CallName[] = [
  'create',
  'write',
  'sync',
  'syncInBackground',
  'truncate',
  'link',
  'rename',
  'remove',
  'syncFolder',
]

export interface FaultyDisk {
  readonly disk: Disk
  /** Starts counting. Before, nothing fails. */
  arm(plan: FaultPlan): void
  disarm(): void
  /** Names of the calls made since `arm` that count. */
  readonly calls: readonly CallName[]
  /** Those of them that failed. */
  readonly failed: readonly CallName[]
}

export function faultyDisk(base: Disk = realDisk): FaultyDisk {
  let plan: FaultPlan | null = null
  let calls: CallName[] = []
  let failed: CallName[] = []

  const fails = (name: CallName): boolean => {
    if (plan === null || (plan.only !== undefined && !plan.only.includes(name))) return false
    const index = calls.push(name) - 1
    const failing = plan.lasting === 'once' ? index === plan.at : index >= plan.at
    if (failing) failed.push(name)
    return failing
  }
  const fault = () => {
    const code = plan?.errno ?? 'EIO'
    return Object.assign(new Error(`${code}: injected`), { code })
  }
  const run = <R>(name: CallName, work: () => R): R => {
    if (!fails(name)) return work()
    if (plan?.afterwards === true) work()
    throw fault()
  }

  const wrapFile = (file: DiskFile): DiskFile => ({
    stamp: () => run('file.stamp', () => file.stamp()),
    read: (position, length) => run('read', () => file.read(position, length)),
    write: (position, bytes) => {
      if (!fails('write')) return file.write(position, bytes)
      // A disk that fills up takes what still fits.
      file.write(position, plan?.afterwards === true ? bytes : bytes.subarray(0, bytes.length >> 1))
      throw fault()
    },
    sync: () => run('sync', () => file.sync()),
    syncInBackground: async () => {
      const failing = fails('syncInBackground')
      await file.syncInBackground()
      if (failing) throw fault()
    },
    truncate: (length) => run('truncate', () => file.truncate(length)),
    close: () => {
      // Real handles must not leak, whatever is told to the caller.
      file.close()
      if (fails('close')) throw fault()
    },
  })

  return {
    disk: {
      realPath: (path) => run('realPath', () => base.realPath(path)),
      open: (path, mode) => {
        const name = mode === 'create' ? 'create' : 'open'
        if (!fails(name)) return wrapFile(base.open(path, mode))
        if (plan?.afterwards === true && mode === 'create') base.open(path, mode).close()
        throw fault()
      },
      stamp: (path) => run('stamp', () => base.stamp(path)),
      link: (from, to) => run('link', () => base.link(from, to)),
      rename: (from, to) => run('rename', () => base.rename(from, to)),
      remove: (path) => run('remove', () => base.remove(path)),
      list: (folder) => run('list', () => base.list(folder)),
      syncFolder: (folder) => run('syncFolder', () => base.syncFolder(folder)),
    },
    arm(next) {
      plan = next
      calls = []
      failed = []
    },
    disarm() {
      plan = null
    },
    get calls() {
      return calls
    },
    get failed() {
      return failed
    },
  }
}
