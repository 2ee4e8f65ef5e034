/** Where the code of a thread or process of its own is: as source, as a bundle's entry, or one folder up when this is in a chunk. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @param name of the entry without extension. @param sourcePath of it from this folder. Throws when it is missing. */
export function findWorker(name: string, sourcePath: string): URL {
  const names = import.meta.url.endsWith('.ts') ? [sourcePath] : [`./${name}.js`, `../${name}.js`]
  const found = names
    .map((each) => new URL(each, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)))
  if (!found) throw new Error('brief/worker-missing')
  return found
}
