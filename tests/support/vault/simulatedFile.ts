/**
 * One file of a disk that can lose power: what programs read, what is certain, and what was written since the last sync.
 *
 * After a cut each 512-byte sector holds any of the contents it had since that sync; a truncation has happened or not;
 * the file may have grown without its data, and what lies in such a gap is zeros, rubbish, or what was once cut off
 * there. Stricter than any one file system, so that what survives here survives on all of them.
 */
import { GrowingBytes } from './growingBytes.ts'
import type { Random } from './random.ts'

export const SECTOR = 512

type Change =
  | { readonly kind: 'write'; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'resize'; readonly length: number }

interface Cut {
  readonly position: number
  readonly bytes: Buffer
}

export class SimulatedFile {
  readonly id: bigint
  readonly #seen: GrowingBytes
  readonly #durable: GrowingBytes
  /** In order, not yet certain to be on the disk. */
  #changes: Change[] = []
  /** Number of changes ever made certain. */
  #settled = 0
  #cutOff: Cut[] = []

  constructor(id: bigint, content: Uint8Array = Buffer.alloc(0)) {
    this.id = id
    this.#seen = new GrowingBytes(content)
    this.#durable = new GrowingBytes(content)
  }

  get length(): number {
    return this.#seen.length
  }

  read(position: number, length: number): Buffer {
    return this.#seen.read(position, length)
  }

  write(position: number, bytes: Uint8Array): void {
    this.#seen.write(position, bytes)
    this.#changes.push({ kind: 'write', position, bytes: Buffer.from(bytes) })
  }

  resize(length: number): void {
    if (length < this.length) {
      this.#cutOff = [...this.#cutOff.slice(-3), { position: length, bytes: this.read(length, this.length) }]
    }
    this.#seen.resize(length)
    this.#changes.push({ kind: 'resize', length })
  }

  /** A mark of all changes made so far, for `settle`. */
  mark(): number {
    return this.#settled + this.#changes.length
  }

  /** What was changed before `mark` is certain from now on. */
  settle(mark: number): void {
    const count = mark - this.#settled
    if (count <= 0) return
    for (const change of this.#changes.slice(0, count)) apply(this.#durable, change)
    this.#changes = this.#changes.slice(count)
    this.#settled = mark
  }

  /** One of the contents that the disk may have when the power comes back. */
  afterPowerCut(random: Random): Buffer {
    const content = new GrowingBytes(this.#durable.read(0, this.#durable.length))
    const kind = random.next()
    const count = this.#changes.length
    // Nothing arrived, everything did, or everything up to some change and a mixture from there on.
    const arrived = kind < 0.15 ? 0 : kind < 0.4 ? count : random.below(count + 1)
    const likelihood = kind < 0.15 ? 0 : random.next()
    const stuck = new Set<number>()
    for (const [index, change] of this.#changes.entries()) {
      if (index < arrived) apply(content, change)
      else if (change.kind === 'resize') {
        if (random.chance(0.5)) apply(content, change)
      } else this.#applySectors(content, change.position, change.bytes, likelihood, stuck, random)
    }
    return content.read(0, content.length)
  }

  #applySectors(
    content: GrowingBytes,
    position: number,
    bytes: Buffer,
    likelihood: number,
    stuck: Set<number>,
    random: Random,
  ): void {
    const end = position + bytes.length
    for (let start = position - (position % SECTOR); start < end; start += SECTOR) {
      // A sector is written whole: without an earlier change it cannot have a later one.
      if (stuck.has(start) || !random.chance(likelihood)) {
        stuck.add(start)
        continue
      }
      const from = Math.max(start, position)
      if (from > content.length) this.#grow(content, from, random)
      content.write(from, bytes.subarray(from - position, Math.min(start + SECTOR, end) - position))
    }
    if (end > content.length && random.chance(0.3)) this.#grow(content, end, random)
  }

  #grow(content: GrowingBytes, length: number, random: Random): void {
    const from = content.length
    content.resize(length)
    const kind = random.next()
    if (kind < 0.3) content.write(from, random.bytes(length - from))
    else if (kind < 0.5) {
      for (const cut of this.#cutOff) {
        const start = Math.max(cut.position, from)
        const end = Math.min(cut.position + cut.bytes.length, length)
        if (start < end) content.write(start, cut.bytes.subarray(start - cut.position, end - cut.position))
      }
    }
  }
}

function apply(content: GrowingBytes, change: Change): void {
  if (change.kind === 'write') content.write(change.position, change.bytes)
  else content.resize(change.length)
}
