import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { RECORD_FIELDS } from '../../../../src/core/recordFields.ts'
import { SCHEMAS } from '../../../../src/core/records.ts'
import { unwrap, walkFields } from '../../../../src/core/schemaWalk.ts'
import { isNote } from '../../../../src/renderer/forms/fieldOrder.ts'
import { fieldLabel, fieldNote, fieldsOf, layoutOf } from '../../../../src/renderer/forms/kindForms.ts'
import { createLanguage } from '../../../../src/renderer/text.ts'
import { isMessageKey } from '../../../../src/shared/i18n/catalogue.ts'
import { EDITABLE_KINDS } from '../../../../src/shared/ipc/views.ts'
import { loadCatalogues } from '../../../support/catalogues.ts'
import { controlsOf } from '../../../support/formControls.ts'

const CATALOGUES = await loadCatalogues()

const { t } = createLanguage('en')

describe.each(EDITABLE_KINDS)('the form of %s', (kind) => {
  const fixed: readonly string[] = RECORD_FIELDS[kind].fixed
  const controls = controlsOf(kind)
  const fields = walkFields(SCHEMAS[kind])
    .filter(({ path }) => !fixed.includes(path[0] ?? ''))
    .map(({ path, schema, meta }) => ({ path: path.join('.'), schema, meta }))

  test('has a control for every field of the schema that is edited by hand, and no other', () => {
    expect(controls.map(({ path }) => path).sort()).toEqual(fields.map(({ path }) => path).sort())
  })

  test('offers the vocabulary that the schema names', () => {
    const named = fields.filter(({ meta }) => meta.vocabulary !== undefined)
    for (const { path, meta } of named)
      expect(controls.find((control) => control.path === path)?.spec, path).toMatchObject({
        vocabulary: meta.vocabulary,
      })
  })

  test('offers every code of a closed list', () => {
    for (const { path, schema } of fields) {
      const { schema: inner } = unwrap(schema)
      const list = inner instanceof z.ZodArray ? unwrap(inner.element).schema : inner
      if (!(list instanceof z.ZodEnum)) continue
      const spec = controls.find((control) => control.path === path)?.spec
      expect(spec, path).toMatchObject({ codes: list.options })
    }
  })

  test('shows every field once: in the short form, under "More", or as the note of another', () => {
    const { short, more } = layoutOf(kind)
    const shown = [...short, ...more.flatMap((group) => group.fields), 'confidentiality', 'tags']
    const specs = fieldsOf(kind)
    expect(shown.toSorted()).toEqual(
      Object.keys(specs)
        .filter((field) => !isNote(field, specs))
        .sort(),
    )
  })

  test('has the short form of the schema on top', () => {
    expect(layoutOf(kind).short).toEqual(expect.arrayContaining([...RECORD_FIELDS[kind].short]))
  })

  test('names every control in every language', () => {
    for (const { words, path, isNote: isNoteOfOther } of controls) {
      if (isNoteOfOther) continue
      expect(isMessageKey(`records.${words}`), `${path}: records.${words}`).toBe(true)
      for (const catalogue of CATALOGUES.values())
        expect(catalogue[`records.${words}`], `${path}: records.${words}`).toBeTruthy()
    }
    for (const { heading } of layoutOf(kind).more)
      expect(isMessageKey(`forms.group.${heading}`), heading).toBe(true)
  })

  test('words every code of a closed list', () => {
    for (const { spec, path } of controls) {
      if (spec.control !== 'choice' && spec.control !== 'choices') continue
      for (const code of spec.codes)
        expect(isMessageKey(`${spec.prefix}.${code}`), `${path}: ${code}`).toBe(true)
    }
  })
})

test('a field without words is named by its path rather than by nothing', () => {
  expect(fieldLabel(t, 'incident.title')).toBe('Title, in one sentence')
  expect(fieldLabel(t, 'incident.shoeSize')).toBe('incident.shoeSize')
  expect(fieldNote(t, 'incident.title', 'hint')).toBeUndefined()
})
