/** Gathers what is read from a log and tells it in portions, since each telling may cross to another thread. */
import type { SnapshotEnd } from '../format/lines.ts'
import type { ContentPart, EngineListener } from './engine.ts'
import type { FrameSink } from './readFrames.ts'

const PORTION_LENGTH = 1024 * 1024

export class ContentSink implements FrameSink {
  readonly #listener: EngineListener
  #parts: ContentPart[] = []
  #length = 0

  constructor(listener: EngineListener) {
    this.#listener = listener
  }

  dictionary(body: Buffer): void {
    this.#add({ kind: 'dictionary', body }, body.length)
  }

  chunk(body: Buffer, flags: number): void {
    this.#add({ kind: 'chunk', body, flags }, body.length)
  }

  index(body: Buffer): void {
    this.#add({ kind: 'index', body }, body.length)
  }

  snapshotEnd({ meta, records }: SnapshotEnd): void {
    this.#add({ kind: 'snapshotEnd', meta, records }, 0)
  }

  transaction(parts: readonly Buffer[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    this.#add({ kind: 'transaction', parts }, length)
  }

  /** Tells what is left. */
  flush(): void {
    if (this.#parts.length > 0) this.#listener.content(this.#parts)
    this.#parts = []
    this.#length = 0
  }

  #add(part: ContentPart, length: number): void {
    this.#parts.push(part)
    this.#length += length
    if (this.#length >= PORTION_LENGTH) this.flush()
  }
}
