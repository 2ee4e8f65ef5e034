/** Gives the window the user guide as the module `virtual:guide`: read from docs/user when the app is built. */
import path from 'node:path'
import type { Plugin } from 'vite'
import { guidePictures, readGuide } from './guidePages.ts'

const ID = 'virtual:guide'
const RESOLVED = `\0${ID}`

/** @param folder the Markdown files of the guide, with `pictures/` beside them. */
export function guidePlugin(folder: string): Plugin {
  return {
    name: 'user-guide',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null
      const guide = readGuide(folder)
      for (const page of guide.pages) this.addWatchFile(path.join(folder, `${page.id}.md`))
      const names = [...guidePictures(guide)].flatMap(([name, isThere]) => (isThere ? [name] : []))
      const file = (name: string) => JSON.stringify(`${path.join(folder, 'pictures', name)}.png?url`)
      return [
        ...names.map((name, at) => `import picture${at} from ${file(name)}`),
        `export const GUIDE = ${JSON.stringify(guide)}`,
        `export const PICTURES = { ${names.map((name, at) => `'${name}': picture${at}`).join(', ')} }`,
      ].join('\n')
    },
  }
}
