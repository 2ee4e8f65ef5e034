import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

// Just enough of tar (POSIX ustar) to unpack the small archives that come with the npm Chromium.
//   offset 0 name (100) · 100 mode (8, octal) · 124 size (12, octal) · 156 type (1) · 157 link (100) · 345 prefix (155)

const BLOCK = 512
const inflate = promisify(brotliDecompress)

const textAt = (header: Buffer, from: number, length: number): string => {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.subarray(0, end === -1 ? length : end).toString('utf8')
}
const octalAt = (header: Buffer, from: number, length: number): number =>
  Number.parseInt(textAt(header, from, length).trim() || '0', 8)

/** Unpacks a Brotli-compressed tar archive into `folder`. Throws on a name that would leave the folder. */
export async function extractTarBrotli(archive: string, folder: string): Promise<void> {
  const tar = await inflate(await readFile(archive))
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + BLOCK)
    const size = octalAt(header, 124, 12)
    const prefix = textAt(header, 345, 155)
    const name = prefix ? `${prefix}/${textAt(header, 0, 100)}` : textAt(header, 0, 100)
    const target = path.resolve(folder, name)
    if (target !== path.resolve(folder) && !target.startsWith(path.resolve(folder) + path.sep)) {
      throw new Error(`tests/host: ${archive} holds a path outside its folder: ${name}`)
    }
    const type = textAt(header, 156, 1) || '0'
    if (type === '5') {
      await mkdir(target, { recursive: true })
    } else if (type === '0') {
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, tar.subarray(at + BLOCK, at + BLOCK + size), {
        mode: octalAt(header, 100, 8) & 0o777,
      })
    } else if (type === '2') {
      await mkdir(path.dirname(target), { recursive: true })
      await symlink(textAt(header, 157, 100), target)
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}
