/**
 * Which characters no font of a brief has. Typst runs with `fallback: false`, so an uncovered character would come out as
 * an empty box; the user is told its name before that.
 */
import { readFile } from 'node:fs/promises'
import * as fontkit from 'fontkit'
import { fontFiles } from './fonts.ts'

const coverageByFolder = new Map<string, Promise<ReadonlySet<number>>>()

function coverage(resourcesDir: string): Promise<ReadonlySet<number>> {
  const known = coverageByFolder.get(resourcesDir) ?? readCoverage(resourcesDir)
  coverageByFolder.set(resourcesDir, known)
  return known
}

/** Of the fonts, which are large, nothing is kept but this; one is read after the other. */
async function readCoverage(resourcesDir: string): Promise<ReadonlySet<number>> {
  const covered = new Set<number>()
  for (const file of await fontFiles(resourcesDir))
    for (const point of fontkit.create(await readFile(file)).characterSet) covered.add(point)
  return covered
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
