/**
 * Zeros behind the last frame of an open log. A save that is written over them is on the disk sooner than one that makes
 * the file longer: there is no new length to note, and no space to be found. Where no reserve can be had, saves make
 * the file longer, as they would without it.
 *
 * Nothing rests on the zeros: what stands there is told by the frames alone.
 */
import type { DiskFile } from '../disk.ts'

const PAGE_LENGTH = 4096
/** Enough of a frame to tell that there is one. */
const GLANCE_LENGTH = 4

export class Reserve {
  readonly #file: DiskFile
  readonly #length: number
  #end: number
  /** Not tried again before the frames have grown to here. */
  #againAt = 0

  /** @param length how much there should be; 0 for none. @param end present length of the file. */
  constructor(file: DiskFile, length: number, end: number) {
    this.#file = file
    this.#length = length
    this.#end = end
  }

  /** How long the file is: behind its reserve. */
  get end(): number {
    return this.#end
  }

  /** False when somebody else has written a frame where the next one would go. */
  isFreeFrom(tail: number): boolean {
    if (tail >= this.#end) return true
    return this.#file.read(tail, Math.min(GLANCE_LENGTH, this.#end - tail)).every((byte) => byte === 0)
  }

  /** The frames reach to `tail` now. */
  noteWritten(tail: number): void {
    if (tail > this.#end) this.#end = tail
  }

  /** Makes the file as long as `tail`. */
  cut(tail: number): void {
    this.#file.truncate(tail)
    this.#end = tail
  }

  /** True when half of it is used up. */
  isLowAt(tail: number): boolean {
    return this.#length > 0 && this.#end - tail < this.#length / 2 && tail >= this.#againAt
  }

  /** Writes zeros behind the file, to be synced by the caller. Throws when the disk does; the file may then be longer. */
  extend(tail: number): void {
    this.#againAt = tail + this.#length
    const end = Math.ceil((tail + this.#length) / PAGE_LENGTH) * PAGE_LENGTH
    this.#file.write(this.#end, Buffer.alloc(end - this.#end))
    this.#end = end
    this.#againAt = 0
  }
}
