/** File operations that fail where a test says, over the real ones. */
import type { FileOps, NewFile } from '../../src/vault/fileOps.ts'
import { realFileOps } from '../../src/vault/fileOps.ts'

export interface FaultPlan {
  /** Index of the call that fails, counted from 0 from the moment that `arm` was called. */
  readonly at: number
  /** `once`: that call only; `from-then-on`: the process or the disk is gone. */
  readonly lasting: 'once' | 'from-then-on'
  readonly errno: 'EIO' | 'ENOSPC'
}

export interface FaultyFileOps {
  readonly ops: FileOps
  /** Starts counting. Before, nothing fails. */
  arm(plan: FaultPlan): void
  disarm(): void
  /** Names of the calls made since `arm`. */
  readonly calls: readonly string[]
  /** Those of them that failed. */
  readonly failed: readonly string[]
}

export function faultyFileOps(base: FileOps = realFileOps): FaultyFileOps {
  let plan: FaultPlan | null = null
  let calls: string[] = []
  let failed: string[] = []

  const fails = (name: string): boolean => {
    if (plan === null) return false
    const index = calls.push(name) - 1
    const failing = plan.lasting === 'once' ? index === plan.at : index >= plan.at
    if (failing) failed.push(name)
    return failing
  }
  const fault = () => Object.assign(new Error('injected'), { code: plan?.errno ?? 'EIO' })
  const run = async <R>(name: string, work: () => Promise<R>): Promise<R> => {
    if (fails(name)) throw fault()
    return work()
  }

  const wrapFile = (file: NewFile): NewFile => ({
    async write(bytes) {
      if (fails('write')) {
        // A disk that fills up takes what still fits.
        await file.write(bytes.subarray(0, bytes.length >> 1))
        throw fault()
      }
      await file.write(bytes)
    },
    sync: () => run('sync', () => file.sync()),
    stamp: () => run('file.stamp', () => file.stamp()),
    close: async () => {
      // Real handles must not leak, whatever is told to the caller.
      await file.close()
      if (fails('close')) throw fault()
    },
  })

  return {
    ops: {
      realPath: (path) => run('realPath', () => base.realPath(path)),
      readWhole: (path, maxLength) => run('readWhole', () => base.readWhole(path, maxLength)),
      stamp: (path) => run('stamp', () => base.stamp(path)),
      createNew: (path) => run('createNew', async () => wrapFile(await base.createNew(path))),
      link: (from, to) => run('link', () => base.link(from, to)),
      copy: (from, to) => run('copy', () => base.copy(from, to)),
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
