/**
 * The simplest encrypted vault: JSON, zstd, AES-256-GCM, a temporary file, fsync, rename, fsync of the folder.
 * Writes that arrive while one is under way share the next one.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Adapter } from 'lowdb'

/** A key for measuring only; made-up records are no secret. */
const KEY = Buffer.alloc(32, 9)
const NONCE_LENGTH = 12
const TAG_LENGTH = 16
const compress = promisify(zlib.zstdCompress)
const decompress = promisify(zlib.zstdDecompress)

export class WholeFileAdapter<T> implements Adapter<T> {
  readonly #file: string
  #waiting: { readonly data: T; readonly written: Promise<void> } | null = null
  #last: Promise<void> = Promise.resolve()

  constructor(file: string) {
    this.#file = file
  }

  async read(): Promise<T> {
    const bytes = await fs.readFile(this.#file)
    const decipher = createDecipheriv('aes-256-gcm', KEY, bytes.subarray(0, NONCE_LENGTH))
    decipher.setAuthTag(bytes.subarray(NONCE_LENGTH, NONCE_LENGTH + TAG_LENGTH))
    const packed = decipher.update(bytes.subarray(NONCE_LENGTH + TAG_LENGTH))
    decipher.final()
    return JSON.parse((await decompress(packed)).toString('utf8'))
  }

  write(data: T): Promise<void> {
    if (this.#waiting !== null) return this.#waiting.written
    const written = this.#last.then(() => {
      this.#waiting = null
      return this.#writeNow(data)
    })
    this.#waiting = { data, written }
    this.#last = written
    return written
  }

  async #writeNow(data: T): Promise<void> {
    const nonce = randomBytes(NONCE_LENGTH)
    const cipher = createCipheriv('aes-256-gcm', KEY, nonce)
    const sealed = cipher.update(await compress(Buffer.from(JSON.stringify(data), 'utf8')))
    cipher.final()
    const temporary = `${this.#file}.tmp`
    await writeDurably(temporary, [nonce, cipher.getAuthTag(), sealed])
    await fs.rename(temporary, this.#file)
    const folder = await fs.open(path.dirname(this.#file), 'r')
    await folder.sync()
    await folder.close()
  }
}

async function writeDurably(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const handle = await fs.open(file, 'w')
  try {
    for (const part of parts) await handle.writeFile(part)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
