/** `npm run schema`: writes the published schema of a brief's JSON anew from the Zod schema. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { briefSchemaText } from './briefSchema.ts'

await writeFile(path.join(import.meta.dirname, '../../docs/format/brief-v1.schema.json'), briefSchemaText())
