import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../../../src/core/records.ts'
import { exportableFields } from '../../../../src/core/redaction/fieldPolicies.ts'
import { PRECISION_CLASSES } from '../../../../src/core/redaction/precision.ts'
import { type Profile, SHIPPED_PROFILES } from '../../../../src/core/redaction/profile.ts'
import { ruleChanges, ruleKey } from '../../../../src/core/redaction/ruleChanges.ts'
import { CONFIDENTIALITIES, CONSENT_PURPOSES } from '../../../../src/core/vocabularyCodes.ts'
import { anyProfile } from '../../../support/anyProfile.ts'

const base: Profile = {
  ...SHIPPED_PROFILES.public,
  disclosure: {
    k: 5,
    l: 2,
    mode: 'enforce',
    quasiIdentifiers: ['date', 'place', 'counts', 'category'],
    sensitive: ['category', 'status'],
  },
}
const told = (profile: Profile, other: Profile = base) =>
  ruleChanges(profile, other).map(({ rule, direction }) => `${direction} ${ruleKey(rule)}`)

describe('each kind of rule', () => {
  test.each<[string, Partial<Profile>, string[]]>([
    ['a label more', { labels: ['CLEAR', 'GREEN'] }, ['looser label/GREEN']],
    ['a label the less', { labels: ['GREEN'] }, ['looser label/GREEN', 'tighter label/CLEAR']],
    [
      'another refusal heeded',
      { purposes: ['share-with-un'] },
      ['looser refusal/publish-anonymised', 'tighter refusal/share-with-un'],
    ],
    ['people with consent', { personPurposes: ['analyse'] }, ['looser person/analyse']],
    [
      'precision',
      { precision: { ...base.precision, date: 'day', place: 'none' } },
      ['looser precision/date', 'tighter precision/place'],
    ],
    [
      'groups',
      { disclosure: { ...base.disclosure, k: 3, l: 4, mode: 'report' } },
      ['looser k', 'looser mode', 'tighter l'],
    ],
    [
      'what is compared',
      {
        disclosure: {
          ...base.disclosure,
          quasiIdentifiers: ['date', 'place', 'counts', 'category', 'sex'],
          sensitive: ['status'],
        },
      },
      ['looser sensitive/category', 'tighter alike/sex'],
    ],
    [
      'fields',
      {
        fields: {
          ...base.fields,
          incidents: { ...base.fields.incidents, title: 'text', 'where.country': 'drop' },
        },
      },
      ['looser field/incidents/title', 'tighter field/incidents/where.country'],
    ],
  ])('%s', (_, part, expected) => {
    expect(told({ ...base, ...part })).toEqual(expected)
  })

  test('none when nothing differs, whatever the order of the lists', () => {
    const { un } = SHIPPED_PROFILES
    expect(told({ ...un, labels: un.labels.toReversed(), purposes: un.purposes.toReversed() }, un)).toEqual(
      [],
    )
  })
})

test('seen from the other profile, every difference is the other way round', () => {
  fc.assert(
    fc.property(anyProfile, anyProfile, (a, b) => {
      const turned = told(b, a).map((each) =>
        each.startsWith('looser') ? each.replace('looser', 'tighter') : each.replace('tighter', 'looser'),
      )
      expect(told(a, b).sort()).toEqual(turned.sort())
    }),
  )
})

test('every rule that differs is told, and told once', () => {
  fc.assert(
    fc.property(anyProfile, anyProfile, (a, b) => {
      const keys = ruleChanges(a, b).map(({ rule }) => ruleKey(rule))
      expect(new Set(keys).size).toBe(keys.length)
      for (const of of PRECISION_CLASSES)
        expect(keys.includes(`precision/${of}`)).toBe(a.precision[of] !== b.precision[of])
      for (const label of CONFIDENTIALITIES)
        expect(keys.includes(`label/${label}`)).toBe(a.labels.includes(label) !== b.labels.includes(label))
      for (const purpose of CONSENT_PURPOSES) {
        expect(keys.includes(`refusal/${purpose}`)).toBe(
          a.purposes.includes(purpose) !== b.purposes.includes(purpose),
        )
        expect(keys.includes(`person/${purpose}`)).toBe(
          a.personPurposes.includes(purpose) !== b.personPurposes.includes(purpose),
        )
      }
      for (const kind of KINDS)
        for (const path of exportableFields(kind))
          expect(keys.includes(`field/${kind}/${path}`)).toBe(
            a.fields[kind]?.[path] !== b.fields[kind]?.[path],
          )
    }),
  )
})
