/** Disks for the tests of evidence: one whose calls fail, one whose power goes, one that says it has synced and has not. */
import { dirname } from 'node:path/posix'
import type { Disk, DiskFile } from '../../src/vault/disk.ts'
import {
  type EvidenceDisk,
  type EvidenceFile,
  realEvidenceDisk,
} from '../../src/vault/evidence/evidenceDisk.ts'

export interface EvidenceFault {
  /** Index of the call that fails, counted from 0. */
  readonly at: number
  readonly lasting: 'once' | 'from-then-on'
  readonly errno: 'EIO' | 'ENOSPC'
  /** The call does its work and then reports failure, as network drives do; otherwise a write is half done, the rest not. */
  readonly afterwards: boolean
}

export interface FaultyEvidenceDisk extends EvidenceDisk {
  /** Names of the calls made. */
  readonly calls: readonly string[]
  /** Those of them that failed. */
  readonly failed: readonly string[]
}

/** The real disk with a fault. */
export function faultyEvidenceDisk(fault: EvidenceFault | null): FaultyEvidenceDisk {
  const calls: string[] = []
  const failed: string[] = []
  const run = async <R>(name: string, work: () => Promise<R>, half?: () => Promise<unknown>): Promise<R> => {
    const index = calls.push(name) - 1
    if (fault === null || index < fault.at || (fault.lasting === 'once' && index > fault.at)) return work()
    failed.push(name)
    if (fault.afterwards) await work()
    else await half?.()
    throw Object.assign(new Error('injected'), { code: fault.errno })
  }
  const wrap = (file: EvidenceFile): EvidenceFile => ({
    lengthBytes: () => run('length', () => file.lengthBytes()),
    read: (target, position) => run('read', () => file.read(target, position)),
    write: (bytes, position) =>
      run(
        'write',
        () => file.write(bytes, position),
        () => file.write(bytes.subarray(0, bytes.length >> 1), position),
      ),
    sync: () => run('sync', () => file.sync()),
    // Real handles must not leak, whatever is told to the caller.
    close: () =>
      run(
        'close',
        () => file.close(),
        () => file.close(),
      ),
  })
  const base = realEvidenceDisk
  const openAs = async (name: 'create' | 'open', path: string) => {
    const opened = await base[name](path)
    try {
      return await run(name, async () => wrap(opened))
    } catch (thrown) {
      await opened.close()
      if (name === 'create' && !fault?.afterwards) await base.remove(path)
      throw thrown
    }
  }
  return {
    calls,
    failed,
    makeFolder: (folder) => run('makeFolder', () => base.makeFolder(folder)),
    create: (path) => openAs('create', path),
    open: (path) => openAs('open', path),
    rename: (from, to) => run('rename', () => base.rename(from, to)),
    remove: (path) => run('remove', () => base.remove(path)),
    list: (folder) => run('list', () => base.list(folder)),
    syncFolder: (folder) => run('syncFolder', () => base.syncFolder(folder)),
  }
}

/**
 * A simulated disk of the vault's tests, for evidence. Its folders are given from the start, so a folder that was made
 * is a file of the same name here: where that is gone, nothing in the folder can be found.
 */
export function evidenceDiskOver(disk: Disk): EvidenceDisk {
  const mustHave = (folder: string) => {
    if (disk.stamp(folder) === null) throw Object.assign(new Error('no folder'), { code: 'ENOENT' })
  }
  const handle = (file: DiskFile): EvidenceFile => ({
    lengthBytes: async () => Number(file.stamp().size),
    async read(target, position) {
      const bytes = file.read(position, target.length)
      target.set(bytes)
      return bytes.length
    },
    write: async (bytes, position) => file.write(position, bytes),
    sync: async () => file.sync(),
    close: async () => file.close(),
  })
  const openAs = (path: string, mode: 'read' | 'create') => {
    mustHave(dirname(path))
    return handle(disk.open(path, mode))
  }
  return {
    async makeFolder(folder) {
      if (disk.stamp(folder) === null) disk.open(folder, 'create').close()
    },
    create: async (path) => openAs(path, 'create'),
    open: async (path) => openAs(path, 'read'),
    rename: async (from, to) => disk.rename(from, to),
    remove: async (path) => disk.remove(path),
    async list(folder) {
      mustHave(folder)
      return disk.list(folder)
    },
    syncFolder: async (folder) => disk.syncFolder(folder),
  }
}

export type ForgottenSync = 'file' | 'folder' | 'folder-above'

/** `base` with one kind of sync that does nothing; `folder` is that of the evidence. */
export function forgetfulEvidenceDisk(
  base: EvidenceDisk,
  folder: string,
  forgotten: ForgottenSync,
): EvidenceDisk {
  const wrap = (file: EvidenceFile): EvidenceFile =>
    forgotten === 'file' ? { ...file, sync: async () => void (await file.lengthBytes()) } : file
  return {
    ...base,
    create: async (path) => wrap(await base.create(path)),
    async syncFolder(which) {
      if ((forgotten === 'folder' && which === folder) || (forgotten === 'folder-above' && which !== folder))
        return
      await base.syncFolder(which)
    },
  }
}
