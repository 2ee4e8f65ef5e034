import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerOf, DEFECT_CODE, errorText } from '../../../../src/renderer/errorText.ts'
import { rejectReason } from '../../../../src/renderer/features/import/rejectReason.ts'
import { isMessageKey } from '../../../../src/shared/i18n/catalogue.ts'
import { createTranslate } from '../../../../src/shared/i18n/format.ts'
import { UI_LANGUAGES } from '../../../../src/shared/i18n/locale.ts'
import { loadCatalogues } from '../../../support/catalogues.ts'

await loadCatalogues()

const SOURCES = path.join(import.meta.dirname, '../../../../src')
const LAYERS = ['core', 'vault', 'brief', 'interchange', 'main']
const AREAS =
  'vault|disk|log|records|claims|claim|ipc|import|brief|query|date|place|count|contact|terms|merges'
const CODE = new RegExp(`'((?:${AREAS})/[a-z]+(?:-[a-z]+)*)'`, 'gu')

/** Every error code that stands in the sources of the layers behind the bridge. */
async function codesInSources(): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const layer of LAYERS) {
    const folder = path.join(SOURCES, layer)
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('.ts')) continue
      const text = await readFile(path.join(folder, file), 'utf8')
      for (const [, code = ''] of text.matchAll(CODE)) found.add(code)
    }
  }
  return [...found].sort()
}

describe('errorText', () => {
  it('has a sentence for every code of the layers behind the bridge', async () => {
    const codes = await codesInSources()
    expect(codes.length).toBeGreaterThan(40)
    const without = codes.filter(
      (code) =>
        !isMessageKey(`errors.${code}`) && !isMessageKey(`import.reason.${code.replace(/^import\//, '')}`),
    )
    expect(without).toEqual([])
  })

  it.each(UI_LANGUAGES)('names a code it does not know, in %s', (language) => {
    expect(errorText(createTranslate(language), { code: 'some/new-thing' })).toContain('some/new-thing')
  })

  it('keeps talking when a field the sentence needs is missing', () => {
    const t = createTranslate('en')
    expect(errorText(t, { code: 'import/column-missing', fields: { column: 'Date' } })).toContain('Date')
    expect(errorText(t, { code: 'import/column-missing' })).toContain('import/column-missing')
  })

  it('makes a code of an answer that never came', async () => {
    expect(await answerOf(Promise.reject(new Error('gone')))).toEqual({
      ok: false,
      error: { code: DEFECT_CODE },
    })
  })
})

describe('rejectReason', () => {
  it('says the reason in words, also for codes of record schemas, and names the unknown', () => {
    const t = createTranslate('en')
    expect(rejectReason(t, 'import/date-unreadable')).toBe('The date cannot be read without guessing')
    expect(rejectReason(t, 'place/half-coordinates')).toContain('latitude')
    expect(rejectReason(t, 'import/never-seen')).toContain('import/never-seen')
  })
})
