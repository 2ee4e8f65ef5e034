/**
 * The fonts a brief is set in, and which characters none of them has. Typst runs with `fallback: false`, so an
 * uncovered character would come out as an empty box; the user is told its name before that.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import * as fontkit from 'fontkit'

/** Bytes of every font shipped, sorted by file name so that both engines see one order. */
export async function readFonts(resourcesDir: string): Promise<Uint8Array[]> {
  const folder = path.join(resourcesDir, 'fonts')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ttf')).sort()
  return Promise.all(names.map((name) => readFile(path.join(folder, name))))
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
