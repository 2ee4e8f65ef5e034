/** Reads frames in order and checks that each continues the one before. Memory: one window, or one frame if larger. */
import { TAG_LENGTH } from '../cipher.ts'
import type { DiskFile } from '../disk.ts'
import type { EpochNames } from '../format/epochKeys.ts'
import {
  advance,
  type ChainState,
  FRAME_START_LENGTH,
  HEAD_LENGTH,
  openFrame,
  readFrameHead,
  startOfChain,
} from '../format/frame.ts'
import { FRAMES_OFFSET } from '../format/layout.ts'

const WINDOW_LENGTH = 1024 * 1024

/** A place in a file: byte offset and chain. */
export interface Tail {
  readonly position: number
  readonly place: ChainState
}

/** Where the frames of a file begin. */
export function firstFrameOf({ fileId, epoch }: EpochNames): Tail {
  const place = startOfChain(Buffer.from(fileId, 'hex'), Buffer.from(epoch, 'hex'))
  return { position: FRAMES_OFFSET, place }
}

export interface ReadFrame {
  readonly kind: 'frame'
  readonly type: number
  readonly flags: number
  readonly body: Buffer
  readonly start: number
}

/** `bad`: what stands at the reader's position is not the frame that should follow. */
export type ReadResult = ReadFrame | { readonly kind: 'bad' } | { readonly kind: 'end' }

export class FrameReader {
  readonly #file: DiskFile
  readonly #key: Uint8Array
  readonly #end: number
  #tail: Tail
  #window: Buffer = Buffer.alloc(0)
  #windowStart = 0

  /** @param key of the frames. @param end nothing is read from there on. */
  constructor(file: DiskFile, key: Uint8Array, from: Tail, end: number) {
    this.#file = file
    this.#key = key
    this.#tail = from
    this.#end = end
  }

  /** Where the next frame starts. */
  get tail(): Tail {
    return this.#tail
  }

  next(): ReadResult {
    const { position, place } = this.#tail
    if (position >= this.#end) return { kind: 'end' }
    const start = this.#bytes(position, FRAME_START_LENGTH)
    const head = start === null ? null : readFrameHead(start)
    if (start === null || head === null || head.sequence !== place.sequence) return { kind: 'bad' }
    const nonce = Buffer.from(start.subarray(HEAD_LENGTH))
    const sealed = this.#bytes(position + FRAME_START_LENGTH, head.sealedLength)
    if (sealed === null) return { kind: 'bad' }
    const opened = openFrame(this.#key, head, nonce, sealed)
    if (opened === null || !opened.chain.equals(place.chain)) return { kind: 'bad' }
    const tag = sealed.subarray(sealed.length - TAG_LENGTH)
    this.#tail = {
      position: position + FRAME_START_LENGTH + head.sealedLength,
      place: advance(place, head.bytes, nonce, tag),
    }
    return { kind: 'frame', type: head.type, flags: head.flags, body: opened.body, start: position }
  }

  /** Null when the range is not all there. */
  #bytes(position: number, length: number): Buffer | null {
    if (position + length > this.#end) return null
    const windowEnd = this.#windowStart + this.#window.length
    if (position < this.#windowStart || position + length > windowEnd) {
      const wanted = Math.min(Math.max(WINDOW_LENGTH, length), this.#end - position)
      this.#window = this.#file.read(position, wanted)
      this.#windowStart = position
      if (this.#window.length < length) return null
    }
    const from = position - this.#windowStart
    return this.#window.subarray(from, from + length)
  }
}
