import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../../../src/core/records.ts'
import { choicesFor, exportableFields, FIELD_POLICIES } from '../../../../src/core/redaction/fieldPolicies.ts'
import { LADDERS, PRECISION_CLASSES } from '../../../../src/core/redaction/precision.ts'
import { profileSchema, SHIPPED_NAMES, SHIPPED_PROFILES } from '../../../../src/core/redaction/profile.ts'
import { ruleChanges } from '../../../../src/core/redaction/ruleChanges.ts'
import { fieldGroups, findFields } from '../../../../src/renderer/features/profiles/fieldGroups.ts'
import { profileSentences } from '../../../../src/renderer/features/profiles/profileSentences.ts'
import { changeSentence, profileName } from '../../../../src/renderer/features/profiles/ruleWords.ts'
import {
  isSame,
  problemsOf,
  rulesOf,
  typedOf,
  typedProfileSchema,
  withPolicy,
  withRuleOf,
  withTick,
} from '../../../../src/renderer/features/profiles/typedProfile.ts'
import { createLanguage } from '../../../../src/renderer/text.ts'
import { isMessageKey } from '../../../../src/shared/i18n/catalogue.ts'
import { TRANSLATED_LANGUAGES } from '../../../../src/shared/i18n/locale.ts'
import { anyProfile } from '../../../support/anyProfile.ts'
import { loadCatalogues } from '../../../support/catalogues.ts'

await loadCatalogues()

const base = SHIPPED_PROFILES.public
const typed = typedOf(base)
const english = createLanguage('en')

describe('what is typed', () => {
  test('a profile comes through the form as it was', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const through = { ...profile, ...rulesOf(typedOf(profile), base) }
        expect(through).toEqual(profile)
        expect(profileSchema.safeParse(through).success).toBe(true)
        expect(typedProfileSchema.safeParse(typedOf(profile)).success).toBe(true)
      }),
    )
  })

  test('taking back every rule that differs gives the profile it was made from', () => {
    fc.assert(
      fc.property(anyProfile, fc.constantFrom(...SHIPPED_NAMES), (profile, name) => {
        const shipped = SHIPPED_PROFILES[name]
        const back = ruleChanges(profile, shipped).reduce(
          (form, { rule }) => withRuleOf(form, rule, shipped),
          typedOf(profile),
        )
        expect(ruleChanges({ ...profile, ...rulesOf(back, profile) }, shipped)).toEqual([])
      }),
    )
  })

  test('a tick that is taken back leaves nothing to save; any other rule does', () => {
    const rule = { part: 'label', label: 'GREEN' } as const
    const more = withTick(typed, rule, true)
    expect(isSame(more, typed)).toBe(false)
    expect(isSame(withTick(more, rule, false), typed)).toBe(true)
    expect(isSame(withPolicy(typed, 'incidents', 'title', 'text'), typed)).toBe(false)
    expect(isSame({ ...typed, k: '6' }, typed)).toBe(false)
    expect(isSame({ ...typed, precision: { ...typed.precision, age: '10' } }, typed)).toBe(false)
  })

  test.each(['', '0', '-3', '2.5', 'five', '1001', '99999'])('k cannot be “%s”', (k) => {
    expect(problemsOf({ ...typed, name: 'Mine', k }, [])).toEqual({ k: 'numberNeeded' })
    expect(rulesOf({ ...typed, k }, base).disclosure.k).toBe(base.disclosure.k)
  })

  test('what has to be mended is said, each beside its rule', () => {
    expect(problemsOf({ ...typed, name: '  ', labels: [], purposes: [], l: '101' }, [])).toEqual({
      name: 'nameNeeded',
      labels: 'labelNeeded',
      purposes: 'purposeNeeded',
      l: 'numberNeeded',
    })
    expect(problemsOf({ ...typed, name: ' public ' }, ['Public'])).toEqual({ name: 'nameTaken' })
    expect(problemsOf({ ...typed, name: 'Mine', k: ' 7 ' }, ['Public'])).toEqual({})
  })
})

describe('words', () => {
  for (const language of TRANSLATED_LANGUAGES) {
    const words = createLanguage(language)
    test(`every difference and every profile has its sentences: ${language}`, () => {
      fc.assert(
        fc.property(anyProfile, (profile) => {
          for (const { text } of profileSentences(words, profile)) expect(text).not.toContain('profiles.')
          for (const change of ruleChanges(profile, base)) {
            const sentence = changeSentence(words.t, change, profile, base)
            expect(sentence).not.toMatch(/profiles\.|history\.|undefined/)
          }
        }),
        { numRuns: 20 },
      )
    })
  }

  test('every step of every ladder has its words', () => {
    for (const of of PRECISION_CLASSES)
      for (const value of LADDERS[of]) expect(isMessageKey(`profiles.precision.${of}.${value}`)).toBe(true)
  })

  test('the public profile says that nobody is shown, and no looser one does', () => {
    const says = (name: (typeof SHIPPED_NAMES)[number]) =>
      profileSentences(english, SHIPPED_PROFILES[name]).map(({ text }) => text)
    expect(says('public')).toContain('Shows no people.')
    expect(says('public')).toContain('Leaves out free text.')
    for (const name of ['partner', 'un', 'internal'] as const) {
      expect(says(name)).not.toContain('Shows no people.')
      expect(says(name)).not.toContain('Leaves out free text.')
    }
  })

  test('a shipped profile has the name of the language, a copy the one that was typed', () => {
    const { t } = createLanguage('ru')
    expect(profileName(t, base)).toBe('Публичный')
    expect(profileName(t, { name: 'public', basedOn: 'public' })).toBe('public')
  })
})

describe('fields by kind', () => {
  const groups = fieldGroups(english.t)

  test('every field that a profile decides about can be found in the form, once', () => {
    for (const { kind, open } of groups)
      expect(open.map(({ path }) => path)).toEqual(
        exportableFields(kind).filter((path) => choicesFor(kind, path).length > 1),
      )
    expect(groups.map(({ kind }) => kind)).toEqual([...KINDS])
    const all = groups.flatMap(({ kind, open }) => open.map(({ name }) => `${kind} ${name}`))
    expect(new Set(all).size).toBe(all.length)
  })

  test('what can be decided has a name in words in every language', () => {
    for (const language of TRANSLATED_LANGUAGES)
      for (const { open } of fieldGroups(createLanguage(language).t))
        for (const { name, path } of open) expect(name).not.toBe(path)
  })

  test('nothing that no profile shows is offered', () => {
    for (const { kind, open } of groups)
      for (const { path } of open) expect(Object.keys(FIELD_POLICIES[kind])).toContain(path)
    expect(groups.find(({ kind }) => kind === 'evidence')?.open).toEqual([])
  })

  test('a field is found by a part of its name, also what is never shown; a kind by its own', () => {
    const found = findFields(groups, 'SUMM')
    expect(found.map(({ kind, open }) => [kind, open.map(({ path }) => path)])).toEqual([
      ['incidents', ['summary']],
    ])
    expect(findFields(groups, 'real name').map(({ kind, never }) => [kind, never])).toEqual([
      ['persons', ['Real name']],
    ])
    const [actions] = findFields(groups, 'actions')
    expect(actions?.open.length).toBe(groups.find(({ kind }) => kind === 'actions')?.open.length)
    expect(findFields(groups, 'no such field')).toEqual([])
    expect(findFields(groups, '  ')).toBe(groups)
  })
})
