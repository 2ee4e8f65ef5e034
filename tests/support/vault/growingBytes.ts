/** Bytes of a file in memory that grow without being copied at each append. */
export class GrowingBytes {
  #buffer: Buffer
  #length: number

  constructor(content: Uint8Array = Buffer.alloc(0)) {
    this.#buffer = Buffer.from(content)
    this.#length = content.length
  }

  get length(): number {
    return this.#length
  }

  /** A copy of up to `length` bytes from `position`. */
  read(position: number, length: number): Buffer {
    const end = Math.min(position + length, this.#length)
    return Buffer.from(this.#buffer.subarray(Math.min(position, end), end))
  }

  /** What lies between the end and `position` becomes zeros. */
  write(position: number, bytes: Uint8Array): void {
    if (position > this.#length) this.resize(position)
    this.#reserve(position + bytes.length)
    this.#buffer.set(bytes, position)
    this.#length = Math.max(this.#length, position + bytes.length)
  }

  /** Cuts, or grows with zeros. */
  resize(length: number): void {
    this.#reserve(length)
    if (length > this.#length) this.#buffer.fill(0, this.#length, length)
    this.#length = length
  }

  #reserve(length: number): void {
    if (length <= this.#buffer.length) return
    const larger = Buffer.alloc(Math.max(length, this.#buffer.length * 2, 4096))
    this.#buffer.copy(larger, 0, 0, this.#length)
    this.#buffer = larger
  }
}
