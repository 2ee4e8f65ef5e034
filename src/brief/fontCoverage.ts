/**
 * The fonts a brief is set in, and which characters none of them has. Typst runs with `fallback: false`, so an
 * uncovered character would come out as an empty box; the user is told its name before that.
 */
import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import * as fontkit from 'fontkit'

const fontsByFolder = new Map<string, Promise<readonly Uint8Array[]>>()

/**
 * Bytes of every font shipped, sorted by file name so that both engines see one order. Read once and kept, in memory
 * that threads share: they are the largest thing a brief is made of.
 */
export function readFonts(resourcesDir: string): Promise<readonly Uint8Array[]> {
  const known = fontsByFolder.get(resourcesDir) ?? readFolder(path.join(resourcesDir, 'fonts'))
  fontsByFolder.set(resourcesDir, known)
  return known
}

async function readFolder(folder: string): Promise<Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ttf')).sort()
  return Promise.all(names.map((name) => readShared(path.join(folder, name))))
}

async function readShared(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer((await handle.stat()).size))
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) throw new Error('a font changed while it was read')
      at += bytesRead
    }
    return bytes
  } finally {
    await handle.close()
  }
}

const coverageByFolder = new Map<string, Promise<ReadonlySet<number>>>()

function coverage(resourcesDir: string): Promise<ReadonlySet<number>> {
  let known = coverageByFolder.get(resourcesDir)
  if (!known) {
    known = readFonts(resourcesDir).then(
      (fonts) => new Set(fonts.flatMap((bytes) => fontkit.create(bytes).characterSet)),
    )
    coverageByFolder.set(resourcesDir, known)
  }
  return known
}

/** Characters of `texts` that no shipped font can show, each once, in code point order. */
export async function uncoveredCharacters(texts: Iterable<string>, resourcesDir: string): Promise<string[]> {
  const covered = await coverage(resourcesDir)
  const missing = new Set<number>()
  for (const text of texts) {
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0
      if (!covered.has(point) && !isInvisible(character)) missing.add(point)
    }
  }
  return [...missing].sort((a, b) => a - b).map((point) => String.fromCodePoint(point))
}

/** Joiners and variation selectors are handled by shaping, not drawn. */
function isInvisible(character: string): boolean {
  return /^(?:\p{Cf}|\s|[\uFE00-\uFE0F])$/u.test(character)
}
