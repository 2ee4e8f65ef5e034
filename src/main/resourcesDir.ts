/** Where fonts and brief templates are: `resources/` of the package or the checkout, seen from the built code. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The bundler may place this module in out/main or in a folder of it. Throws when the files are missing. */
export function resourcesDir(): string {
  for (const up of ['../../resources', '../../../resources']) {
    const folder = path.join(import.meta.dirname, up)
    if (existsSync(path.join(folder, 'fonts'))) return folder
  }
  throw new Error('resources are missing from the installation')
}
