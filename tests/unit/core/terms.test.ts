import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, knowsCode, listUnknownCodes } from '../../../src/core/codeCheck.ts'
import { applyChange, emptyLog, LOG_SCHEMA, type Log } from '../../../src/core/log.ts'
import { firstSwitchedOff, isSwitchedOn, switchOptIn } from '../../../src/core/optIns.ts'
import { KINDS, SCHEMAS } from '../../../src/core/records.ts'
import { walkFields } from '../../../src/core/schemaWalk.ts'
import { editTerm, mergeVocabulary, removeTerm } from '../../../src/core/terms.ts'
import { labelOf, VOCABULARY_LANGUAGES } from '../../../src/core/vocabulary.ts'
import { VOCABULARY_NAMES } from '../../../src/core/vocabularyNames.ts'
import { SHIPPED_VOCABULARIES as SHIPPED } from '../../../src/shared/shippedVocabularies.ts'
import { recordArbitrary } from '../../support/recordArbitrary.ts'

const NOW = '2026-01-01T00:00:00Z'
const CHANCE = '0a1b2c3d4e'
const edited = (log: Log, code: string | null, untrustedLabels: unknown): Log => {
  const change = editTerm(log, SHIPPED, { vocabulary: 'place-types', code, untrustedLabels }, CHANCE)
  if (!change.ok) throw new Error(change.error.code)
  return applyChange(log, change.value).log
}
const refusal = (log: Log, code: string | null, untrustedLabels: unknown) => {
  const change = editTerm(log, SHIPPED, { vocabulary: 'place-types', code, untrustedLabels }, CHANCE)
  return change.ok ? null : change.error.code
}
const places = (log: Log) => mergeVocabulary(SHIPPED['place-types'], 'place-types', log.terms)

describe('a term of the log’s own', () => {
  const log = edited(emptyLog(NOW), null, { en: 'Old  Mill, é', ru: 'Мельница' })

  it('gets a code of its label, and stands behind the shipped ones', () => {
    expect(places(log).terms.at(-1)).toEqual({
      code: 'local:old-mill-e',
      labels: { en: 'Old  Mill, é', ru: 'Мельница' },
    })
    expect(places(log).terms).toHaveLength(SHIPPED['place-types'].terms.length + 1)
    expect(mergeVocabulary(SHIPPED.methods, 'methods', log.terms)).toEqual(SHIPPED.methods)
  })

  it('without Latin letters gets a code by chance, and shows its label in every language', () => {
    const next = edited(log, null, { ar: 'طاحونة' })
    expect(places(next).terms.map((term) => term.code)).toContain('local:term-0a1b2c3d')
    for (const language of VOCABULARY_LANGUAGES)
      expect(labelOf(places(next), 'local:term-0a1b2c3d', language)).toBe('طاحونة')
  })

  it('may be relabelled, as may a shipped one, and be taken back', () => {
    const relabelled = edited(edited(log, 'home', { en: 'Dwelling' }), 'local:old-mill-e', { en: 'Mill' })
    expect(labelOf(places(relabelled), 'home', 'en')).toBe('Dwelling')
    expect(labelOf(places(relabelled), 'home', 'ru')).toBe(labelOf(SHIPPED['place-types'], 'home', 'ru'))
    expect(labelOf(places(relabelled), 'local:old-mill-e', 'en')).toBe('Mill')
    const removal = removeTerm(relabelled, 'place-types/home')
    expect(labelOf(places(applyChange(relabelled, removal ?? []).log), 'home', 'en')).toBe('Home')
    expect(removeTerm(log, 'place-types/home')).toBeNull()
  })

  it('is refused without a label, under a label that is taken, and for a code nobody has', () => {
    expect(refusal(log, null, {})).toBe('terms/label-missing')
    expect(refusal(log, null, { en: 'Home' })).toBe('terms/label-taken')
    expect(refusal(log, 'local:nothing', { en: 'Nothing' })).toBe('terms/code-unknown')
  })

  it('is stored as the log reads it back', () => {
    const [term] = Object.values(log.terms)
    expect(LOG_SCHEMA.parseRecord('terms', JSON.parse(JSON.stringify(term)))).toEqual(term)
    expect(() => LOG_SCHEMA.parseRecord('terms', { ...term, id: 'place-types/home' })).toThrow()
  })
})

describe('codes of a record', () => {
  it('are found wherever a field names a vocabulary', () => {
    for (const kind of KINDS) {
      // Several: a list may hold the short forms of its entries, which say nothing but an id.
      const records = fc.sample(recordArbitrary(kind, 'all'), { numRuns: 8, seed: 7 })
      const uses = records.flatMap((record) => codesOf(kind, record))
      const found = new Set(uses.map(({ field }) => field.replaceAll(/\.\d+/g, '')))
      const coded = walkFields(SCHEMAS[kind]).filter(({ meta }) => meta.vocabulary !== undefined)
      expect([...found].sort()).toEqual(coded.map(({ path }) => path.join('.')).sort())
    }
  })

  it('are known when shipped or the log’s own, in their own vocabulary only', () => {
    const log = edited(emptyLog(NOW), null, { en: 'Mill' })
    const knows = knowsCode(SHIPPED, log.terms)
    expect(knows('place-types', 'home')).toBe(true)
    expect(knows('place-types', 'local:mill')).toBe(true)
    expect(knows('methods', 'local:mill')).toBe(false)
    for (const name of VOCABULARY_NAMES)
      for (const { code } of SHIPPED[name].terms) expect(knows(name, code)).toBe(true)
  })

  it('that nobody knows are listed with their number', () => {
    const [action] = fc.sample(recordArbitrary('actions', 'all'), { numRuns: 1, seed: 3 })
    if (action === undefined) throw new Error('no action')
    const record = {
      ...action,
      what: 'zz',
      response: 'none',
      impact: 'zz',
      status: 'planned',
      priority: 'low',
    }
    const twice = [record, record].map((each) => ({ kind: 'actions' as const, record: each }))
    expect(listUnknownCodes(twice, knowsCode(SHIPPED, {}))).toEqual([
      { vocabulary: 'action-impacts', code: 'zz', uses: 2 },
      { vocabulary: 'action-kinds', code: 'zz', uses: 2 },
    ])
  })
})

describe('a switch of the log', () => {
  const { meta } = emptyLog(NOW)
  const on = switchOptIn(meta, 'sexuality-and-gender', true)

  it('is off at first, and leaves no trace when off again', () => {
    expect(isSwitchedOn(meta, 'sexuality-and-gender')).toBe(false)
    expect(isSwitchedOn(on, 'sexuality-and-gender')).toBe(true)
    expect(switchOptIn(on, 'sexuality-and-gender', false)).toEqual(meta)
    expect(LOG_SCHEMA.parseMeta(JSON.parse(JSON.stringify(on)))).toEqual(on)
  })

  it.each(['sexualOrientation', 'sexualOrientationNote', 'genderIdentity', 'genderIdentityNote'])(
    'lets %s in, or nothing',
    (field) => {
      expect(firstSwitchedOff(meta, 'persons', { [field]: 'x' }, undefined)).toBe(field)
      expect(firstSwitchedOff(meta, 'persons', { [field]: null }, { [field]: 'x' })).toBeNull()
      expect(firstSwitchedOff(meta, 'persons', { [field]: 'x' }, { [field]: 'x' })).toBeNull()
      expect(firstSwitchedOff(on, 'persons', { [field]: 'x' }, undefined)).toBeNull()
    },
  )
})
