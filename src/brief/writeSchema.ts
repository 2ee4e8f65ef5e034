/** `npm run schema`: writes the published schemas of what a brief leaves in anew from the Zod schemas. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { schemaFiles } from './briefSchema.ts'

const FOLDER = path.join(import.meta.dirname, '../../docs/format')
for (const [name, text] of Object.entries(schemaFiles())) await writeFile(path.join(FOLDER, name), text)
