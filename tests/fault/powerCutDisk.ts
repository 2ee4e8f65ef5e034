/**
 * A disk in memory that forgets what was not synced.
 *
 * After a power cut a file's unsynced content is cut off anywhere, and of the changes of names since the last sync of
 * the folder any number from the first on have happened, in order (what a journalling file system promises).
 */
import type { FileOps, FileStamp } from '../../src/vault/fileOps.ts'

interface Inode {
  readonly id: bigint
  bytes: Buffer
  /** How many of the bytes are certain to survive. */
  synced: number
}

type NameChange =
  | { readonly kind: 'add'; readonly name: string; readonly inode: Inode }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }

export class PowerCut extends Error {}

/** What a disk may hold after the cut: content by path. */
export type Survivors = ReadonlyMap<string, Buffer>

export class PowerCutDisk {
  #names = new Map<string, Inode>()
  #syncedNames = new Map<string, Inode>()
  #pending: NameChange[] = []
  #nextId = 1n
  #callsLeft: number

  /** The power goes before the call with this index. */
  constructor(cutAt: number) {
    this.#callsLeft = cutAt
  }

  /** Puts a file on the disk that has long been synced. */
  put(path: string, text: string): void {
    const bytes = Buffer.from(text)
    const inode = { id: this.#nextId++, bytes, synced: bytes.length }
    this.#names.set(path, inode)
    this.#syncedNames.set(path, inode)
  }

  /** All that the disk may hold now. */
  outcomes(): readonly Survivors[] {
    const outcomes: Survivors[] = []
    for (let done = 0; done <= this.#pending.length; done += 1) {
      const names = new Map(this.#syncedNames)
      for (const change of this.#pending.slice(0, done)) applyChange(names, change)
      for (const share of [0, 0.5, 1]) {
        const survive = ({ bytes, synced }: Inode) =>
          bytes.subarray(0, synced + Math.floor((bytes.length - synced) * share))
        outcomes.push(new Map([...names].map(([path, inode]) => [path, survive(inode)])))
      }
    }
    return outcomes
  }

  /** `lie` makes one kind of sync do nothing: a defect that a test must find. */
  ops(lie: 'none' | 'file' | 'folder' = 'none'): FileOps {
    const find = (path: string): Inode => {
      const inode = this.#names.get(path)
      if (inode === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' })
      return inode
    }
    const step = () => {
      if (this.#callsLeft === 0) throw new PowerCut('the power is gone')
      this.#callsLeft -= 1
    }
    const change = (next: NameChange) => {
      applyChange(this.#names, next)
      this.#pending.push(next)
    }
    const mustBeFree = (path: string) => {
      if (this.#names.has(path)) throw Object.assign(new Error(path), { code: 'EEXIST' })
    }
    return {
      realPath: async (path) => path,
      readWhole: async (path) => ({ kind: 'file', bytes: find(path).bytes, stamp: stampOf(find(path)) }),
      stamp: async (path) => {
        step()
        const inode = this.#names.get(path)
        return inode === undefined ? null : stampOf(inode)
      },
      createNew: async (path) => {
        step()
        mustBeFree(path)
        const inode: Inode = { id: this.#nextId++, bytes: Buffer.alloc(0), synced: 0 }
        change({ kind: 'add', name: path, inode })
        return {
          write: async (bytes) => {
            step()
            inode.bytes = Buffer.concat([inode.bytes, bytes])
          },
          sync: async () => {
            step()
            if (lie !== 'file') inode.synced = inode.bytes.length
          },
          stamp: async () => stampOf(inode),
          close: async () => {},
        }
      },
      link: async (from, to) => {
        step()
        mustBeFree(to)
        change({ kind: 'add', name: to, inode: find(from) })
      },
      copy: async () => {
        throw new Error('not needed: this disk has links')
      },
      rename: async (from, to) => {
        step()
        find(from)
        change({ kind: 'rename', from, to })
      },
      remove: async (path) => {
        step()
        find(path)
        change({ kind: 'remove', name: path })
      },
      list: async () => [...this.#names.keys()],
      syncFolder: async () => {
        step()
        if (lie === 'folder') return
        this.#syncedNames = new Map(this.#names)
        this.#pending = []
      },
    }
  }
}

function applyChange(names: Map<string, Inode>, change: NameChange): void {
  if (change.kind === 'add') names.set(change.name, change.inode)
  else if (change.kind === 'remove') names.delete(change.name)
  else {
    const inode = names.get(change.from)
    // POSIX: renaming one name of a file over another name of it does nothing.
    if (inode === undefined || inode === names.get(change.to)) return
    names.delete(change.from)
    names.set(change.to, inode)
  }
}

function stampOf(inode: Inode): FileStamp {
  return { device: 1n, inode: inode.id, size: BigInt(inode.bytes.length), modifiedNs: 0n }
}
