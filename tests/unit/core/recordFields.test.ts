import { describe, expect, it } from 'vitest'
import { RECORD_FIELDS, SHORT_FORM } from '../../../src/core/recordFields.ts'
import { KINDS, SCHEMAS } from '../../../src/core/records.ts'
import { shapeOf, walkFields } from '../../../src/core/schemaWalk.ts'
import { VOCABULARY_NAMES } from '../../../src/core/vocabularyNames.ts'

/** A unit says what a number counts, and the claim itself is the sentence. */
const WITHOUT_NOTE = ['claims.value.unit']

describe.each(KINDS)('the fields of %s', (kind) => {
  const shape = Object.keys(shapeOf(SCHEMAS[kind]) ?? {})
  const { short, more, fixed } = RECORD_FIELDS[kind]

  it('stand in exactly one group', () => {
    expect([...short, ...more, ...fixed].sort()).toEqual(shape.sort())
  })

  it('begin with the short form', () => {
    expect(SHORT_FORM[kind]).toEqual(short)
  })

  it('have a clarifying note beside every code of an open vocabulary', () => {
    const fields = walkFields(SCHEMAS[kind])
    const paths = new Set(fields.map(({ path }) => path.join('.')))
    const coded = fields.filter(({ meta }) => meta.vocabulary !== undefined).map(({ path }) => path.join('.'))
    const missing = coded.filter((path) => !paths.has(`${path}Note`))
    expect(missing.filter((path) => !WITHOUT_NOTE.includes(`${kind}.${path}`))).toEqual([])
  })
})

describe('vocabularies', () => {
  it('are each named by a field', () => {
    const named = KINDS.flatMap((kind) => walkFields(SCHEMAS[kind]).map(({ meta }) => meta.vocabulary))
    expect(VOCABULARY_NAMES.filter((name) => !named.includes(name))).toEqual([])
    expect(named.filter((name) => name !== undefined && !VOCABULARY_NAMES.some((n) => n === name))).toEqual(
      [],
    )
  })
})
