/** The fonts a brief is set in, as files. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Absolute paths of every font shipped, sorted by file name so that both engines see one order. */
export async function fontFiles(resourcesDir: string): Promise<readonly string[]> {
  const folder = path.join(resourcesDir, 'fonts')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ttf')).sort()
  return names.map((name) => path.join(folder, name))
}

/** Bytes of every font shipped, in that order. */
export async function readFonts(resourcesDir: string): Promise<readonly Uint8Array[]> {
  return Promise.all((await fontFiles(resourcesDir)).map((file) => readFile(file)))
}
