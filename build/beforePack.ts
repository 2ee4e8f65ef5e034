// electron-builder calls this before it collects the files of a package (electron-builder.yml).

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { collectNotices, formatNotices } from './thirdPartyNotices.ts'

/** Writes the licences of everything bundled into `out/`, from where they are packed. */
export async function beforePack(): Promise<void> {
  const root = path.dirname(import.meta.dirname)
  writeFileSync(path.join(root, 'out', 'third-party-notices.txt'), formatNotices(collectNotices(root)))
}
