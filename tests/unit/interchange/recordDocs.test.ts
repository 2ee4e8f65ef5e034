import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { KINDS, SCHEMAS, TYPE_BY_KIND } from '../../../src/core/records.ts'
import { walkFields } from '../../../src/core/schemaWalk.ts'
import { recordDocs } from '../../../src/interchange/recordDocs.ts'
import { SHIPPED_VOCABULARIES } from '../../../src/shared/shippedVocabularies.ts'

const written = readFileSync(new URL('../../../docs/format/records.md', import.meta.url), 'utf8')

it('docs/format/records.md is what the schemas say: run `npm run schema`', () => {
  expect(written === recordDocs(SHIPPED_VOCABULARIES)).toBe(true)
})

it.each(KINDS)('the file has a row for every field of %s, its parts included', (kind) => {
  const section = written.split(/^## /mu).find((part) => part.startsWith(`${TYPE_BY_KIND[kind]}\n`)) ?? ''
  const rows = [...section.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, path = '']) => path.replaceAll('[]', ''))
  expect(rows.sort()).toEqual(
    walkFields(SCHEMAS[kind])
      .map(({ path }) => path.join('.'))
      .sort(),
  )
})
