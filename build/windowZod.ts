/**
 * What of Zod the window is shipped without. Every schema can describe itself as JSON Schema, and so brings along the
 * code for it, whether or not anybody asks; the window never does (only the command line writes schemas).
 */
import type { Plugin } from 'vite'

const PROCESSORS = 'json-schema-processors.js'
const CONVERTER = 'to-json-schema.js'
const VIRTUAL = '\0daybook:zod/'

/** `aggregateChecks` reads limits off a schema, which schemas themselves do. */
const PROCESSORS_LEFT = (real: string) => `export { aggregateChecks } from ${JSON.stringify(real)}`

const CONVERTER_LEFT = `
const refuse = () => () => { throw new Error('the window makes no JSON Schemas') }
export const createToJSONSchemaMethod = refuse
export const createStandardJSONSchemaMethod = refuse
`

/** For the window alone. */
export function windowZod(): Plugin {
  let processors = ''
  return {
    name: 'window-zod',
    async resolveId(source, importer, options) {
      if (importer === undefined || !/[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(importer))
        return null
      if (source.endsWith(CONVERTER)) return VIRTUAL + CONVERTER
      if (!source.endsWith(PROCESSORS)) return null
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (resolved === null) return null
      processors = resolved.id
      return VIRTUAL + PROCESSORS
    },
    load(id) {
      if (id === VIRTUAL + CONVERTER) return CONVERTER_LEFT
      return id === VIRTUAL + PROCESSORS ? PROCESSORS_LEFT(processors) : null
    },
  }
}
