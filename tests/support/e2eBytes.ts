// Looks for texts in every byte of a folder, as somebody with the disk in hand would.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Encoding = 'utf8' | 'utf16le' | 'utf16be'

export interface Found {
  readonly file: string
  readonly text: string
  readonly encoding: Encoding
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

function formsOf(text: string): readonly (readonly [Encoding, Buffer])[] {
  const little = Buffer.from(text, 'utf16le')
  return [
    ['utf8', Buffer.from(text, 'utf8')],
    ['utf16le', little],
    ['utf16be', Buffer.from(little).swap16()],
  ]
}

/** Where the texts stand in names or contents of the files below the folders, in UTF-8 and both kinds of UTF-16. */
export function findTexts(folders: readonly string[], texts: readonly string[]): Found[] {
  const wanted = texts.flatMap((text) =>
    formsOf(text).map(([encoding, bytes]) => ({ text, encoding, bytes })),
  )
  return folders.flatMap(filesBelow).flatMap((file) => {
    const bytes = readIfThere(file)
    if (bytes === null) return []
    const content = Buffer.concat([Buffer.from(`${file}\0`), bytes])
    return wanted
      .filter(({ bytes }) => content.includes(bytes))
      .map(({ text, encoding }) => ({ file, text, encoding }))
  })
}

/** Null for a file that the browser took away while it was ending: what is gone holds nothing. */
function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
