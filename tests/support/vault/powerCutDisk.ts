/**
 * A disk in memory that loses power at a chosen moment and afterwards holds one of the states it may then have.
 *
 * Content: see SimulatedFile. Names: of the changes in a folder since it was last synced any have happened and any have
 * not, independently of each other, of content and of other folders. A journalling file system promises more (those
 * that happened are the first ones); not every file system has a journal.
 *
 * It can also be left by a process that was killed: the next one reads everything, yet nothing more of it is certain.
 */
import { basename, dirname } from 'node:path/posix'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Disk, DiskFile, FileStamp } from '../../../src/vault/disk.ts'
import type { Random } from './random.ts'
import { SimulatedFile } from './simulatedFile.ts'

/** Thrown by the call during which the power goes and by every call after it. To the caller a dead disk, hence EIO. */
export class PowerCut extends Error {
  readonly code = 'EIO'

  constructor() {
    super('the power is gone')
  }
}

type NameChange =
  | { readonly kind: 'add'; readonly path: string; readonly file: SimulatedFile }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly file: SimulatedFile }

type Names = Map<string, SimulatedFile>

const NEVER = Number.POSITIVE_INFINITY

export class PowerCutDisk implements Disk {
  /** The calls so far that changed or synced something: only between those can a cut make a difference. */
  changes = 0
  /** Names of those calls in order, for messages. */
  readonly calls: string[] = []
  /** Files that were opened and not closed. */
  openFiles = 0
  /** Calls on files that were closed already: on a real disk they may reach somebody else's file. */
  readonly misuses: string[] = []
  #cutAt = NEVER
  #dead = false
  #nextId: bigint
  readonly #random: Random
  readonly #folders: ReadonlySet<string>
  readonly #names: Names
  readonly #durableNames: Names
  /** By folder. */
  readonly #nameChanges: Map<string, NameChange[]>

  /** An empty disk with `folders` (absolute paths); or all of `left`, which is not to be used any more. */
  constructor(random: Random, folders: readonly string[], left: PowerCutDisk | null = null) {
    this.#random = random
    this.#folders = new Set(folders)
    this.#names = left === null ? new Map() : left.#names
    this.#durableNames = left === null ? new Map() : left.#durableNames
    this.#nameChanges = left === null ? new Map() : left.#nameChanges
    this.#nextId = left === null ? 1n : left.#nextId
  }

  /** The power goes during the `count`-th changing call from now on, counted from 1; never for infinity. */
  cutAfter(count: number): void {
    this.#cutAt = this.changes + count
  }

  /** The power goes now. */
  cut(): void {
    this.#dead = true
  }

  get dead(): boolean {
    return this.#dead
  }

  /** Puts a file there that has long been synced. */
  put(path: string, content: Uint8Array): void {
    const file = new SimulatedFile(this.#nextId++, content)
    this.#names.set(path, file)
    this.#durableNames.set(path, file)
  }

  /** Takes a file away for good, as if that had long been synced. */
  take(path: string): void {
    this.#names.delete(path)
    this.#durableNames.delete(path)
  }

  /** What programs read at `path`, dead or not; null when there is nothing. */
  contentOf(path: string): Buffer | null {
    const file = this.#names.get(path)
    return file === undefined ? null : file.read(0, file.length)
  }

  /** Paths of all files, dead or not. */
  get paths(): readonly string[] {
    return [...this.#names.keys()]
  }

  /** Bytes in all files that have a name. */
  get usedBytes(): number {
    return [...new Set(this.#names.values())].reduce((sum, file) => sum + file.length, 0)
  }

  /** What a program did wrong with its files, once it should have closed them all; null when nothing. */
  get carelessness(): string | null {
    if (this.misuses.length > 0) return `used after it was closed: ${this.misuses.join()}`
    return this.openFiles === 0 ? null : `${this.openFiles} files were never closed`
  }

  /** A new disk with one of the states that this one may have when the power comes back. */
  afterPowerCut(): PowerCutDisk {
    this.#dead = true
    const names: Names = new Map(this.#durableNames)
    for (const changes of this.#nameChanges.values()) {
      for (const change of survivorsOf(changes, this.#random)) applyChange(names, change)
    }
    const next = new PowerCutDisk(this.#random, [...this.#folders])
    const survivors = new Map<SimulatedFile, SimulatedFile>()
    for (const [path, file] of names) {
      const survivor =
        survivors.get(file) ?? new SimulatedFile(next.#nextId++, file.afterPowerCut(this.#random))
      survivors.set(file, survivor)
      next.#names.set(path, survivor)
      next.#durableNames.set(path, survivor)
    }
    return next
  }

  /** This disk for the next process, when the one that used it was killed and the power is still there. */
  afterProcessDeath(): PowerCutDisk {
    this.#dead = true
    return new PowerCutDisk(this.#random, [...this.#folders], this)
  }

  realPath(path: string): string {
    this.#mustLive()
    if (!this.#names.has(path) && !this.#folders.has(path)) throw diskError('ENOENT')
    return path
  }

  open(path: string, mode: 'read' | 'write' | 'create'): DiskFile {
    this.#mustLive()
    if (mode !== 'create') return this.#handle(this.#find(path), mode === 'write')
    if (this.#names.has(path)) throw diskError('EEXIST')
    const file = new SimulatedFile(this.#nextId++)
    this.#step('create', () => this.#change(path, { kind: 'add', path, file }))
    return this.#handle(file, true)
  }

  stamp(path: string): FileStamp | null {
    this.#mustLive()
    const file = this.#names.get(path)
    return file === undefined ? null : stampOf(file)
  }

  link(from: string, to: string): void {
    this.#mustLive()
    const file = this.#find(from)
    if (this.#names.has(to)) throw diskError('EEXIST')
    this.#step('link', () => this.#change(to, { kind: 'add', path: to, file }))
  }

  rename(from: string, to: string): void {
    this.#mustLive()
    const file = this.#find(from)
    // Two folders would be two changes of which one may survive alone: no program may rely on that.
    if (dirname(from) !== dirname(to)) throw diskError('EXDEV')
    this.#step('rename', () => {
      // POSIX: renaming one name of a file over another name of it does nothing.
      if (file !== this.#names.get(to)) this.#change(to, { kind: 'rename', from, to, file })
    })
  }

  remove(path: string): void {
    this.#mustLive()
    this.#find(path)
    this.#step('remove', () => this.#change(path, { kind: 'remove', path }))
  }

  list(folder: string): readonly string[] {
    this.#mustLive()
    if (!this.#folders.has(folder)) throw diskError('ENOENT')
    return this.paths.filter((path) => dirname(path) === folder).map((path) => basename(path))
  }

  syncFolder(folder: string): void {
    this.#mustLive()
    this.#step('syncFolder', () => {
      for (const change of this.#nameChanges.get(folder) ?? []) applyChange(this.#durableNames, change)
      this.#nameChanges.delete(folder)
    })
  }

  #handle(file: SimulatedFile, writable: boolean): DiskFile {
    let closed = false
    this.openFiles += 1
    const mustBeOpen = (name: string) => {
      this.#mustLive()
      if (!closed) return
      this.misuses.push(name)
      throw diskError('EBADF')
    }
    const change = (name: string, work: () => void) => {
      mustBeOpen(name)
      if (!writable) throw diskError('EBADF')
      this.#step(name, work)
    }
    return {
      stamp: () => {
        mustBeOpen('stamp')
        return stampOf(file)
      },
      read: (position, length) => {
        mustBeOpen('read')
        return file.read(position, length)
      },
      write: (position, bytes) => change('write', () => file.write(position, bytes)),
      sync: () => {
        mustBeOpen('sync')
        this.#step('sync', () => file.settle(file.mark()))
      },
      syncInBackground: async () => {
        mustBeOpen('syncInBackground')
        const mark = file.mark()
        for (let turns = 1 + this.#random.below(3); turns > 0; turns -= 1) await nextTurn()
        mustBeOpen('syncInBackground')
        this.#step('syncInBackground', () => file.settle(mark))
      },
      truncate: (length) => change('truncate', () => file.resize(length)),
      close: () => {
        mustBeOpen('close')
        closed = true
        this.openFiles -= 1
      },
    }
  }

  #mustLive(): void {
    if (this.#dead) throw new PowerCut()
  }

  /** The power may go before or after `work` is done, and the caller cannot tell which. */
  #step(name: string, work: () => void): void {
    this.changes += 1
    this.calls.push(name)
    if (this.changes < this.#cutAt) {
      work()
      return
    }
    if (this.#random.chance(0.5)) work()
    this.#dead = true
    throw new PowerCut()
  }

  #change(path: string, change: NameChange): void {
    const folder = dirname(path)
    if (!this.#folders.has(folder)) throw diskError('ENOENT')
    applyChange(this.#names, change)
    const changes = this.#nameChanges.get(folder) ?? []
    changes.push(change)
    this.#nameChanges.set(folder, changes)
  }

  #find(path: string): SimulatedFile {
    const file = this.#names.get(path)
    if (file === undefined) throw diskError('ENOENT')
    return file
  }
}

function applyChange(names: Names, change: NameChange): void {
  if (change.kind === 'add') names.set(change.path, change.file)
  else if (change.kind === 'remove') names.delete(change.path)
  else {
    // The new name arrives also where the one that it had was never certain.
    if (names.get(change.from) === change.file) names.delete(change.from)
    names.set(change.to, change.file)
  }
}

/** Which of the changes of a folder have happened: the first ones, as a journal has it, or any. */
function survivorsOf(changes: readonly NameChange[], random: Random): readonly NameChange[] {
  if (random.chance(0.4)) return changes.slice(0, random.below(changes.length + 1))
  const likelihood = random.next()
  return changes.filter(() => random.chance(likelihood))
}

function stampOf(file: SimulatedFile): FileStamp {
  return { device: 1n, inode: file.id, size: file.length }
}

function diskError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
