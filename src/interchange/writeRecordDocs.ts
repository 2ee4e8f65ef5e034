/** `npm run schema`, its second half: writes docs/format/records.md anew from the record schemas. */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ShippedVocabularies } from '../core/terms.ts'
import { parseVocabulary } from '../core/vocabulary.ts'
import { VOCABULARY_NAMES } from '../core/vocabularyNames.ts'
import { recordDocs } from './recordDocs.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(ROOT, `resources/vocabularies/${name}.json`), 'utf8'))
const vocabularies = Object.fromEntries(
  VOCABULARY_NAMES.map((name) => [name, parseVocabulary(read(name))]),
) as ShippedVocabularies

await writeFile(path.join(ROOT, 'docs/format/records.md'), recordDocs(vocabularies))
