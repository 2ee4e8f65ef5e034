/** The order of tightness: reflexive, transitive, antisymmetric, and the base of every own profile. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyLog, type Log } from '../../../../src/core/log.ts'
import { choicesFor, FIELD_POLICIES } from '../../../../src/core/redaction/fieldPolicies.ts'
import { loosenings } from '../../../../src/core/redaction/loosenings.ts'
import {
  checkProfile,
  findProfile,
  looserRules,
  type OwnProfile,
  ownProfileSchema,
} from '../../../../src/core/redaction/ownProfile.ts'
import { LADDERS } from '../../../../src/core/redaction/precision.ts'
import {
  type Profile,
  QUASI_IDENTIFIERS,
  SENSITIVE_FIELDS,
  SHIPPED_PROFILES,
  withEveryField,
} from '../../../../src/core/redaction/profile.ts'
import { CONFIDENTIALITIES, CONSENT_PURPOSES } from '../../../../src/core/vocabularyCodes.ts'

const KINDS = ['incidents', 'claims', 'persons', 'contacts'] as const
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list)
const fields = fc.record(
  Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      fc.record(
        Object.fromEntries(
          Object.keys(FIELD_POLICIES[kind]).map((path) => [path, oneOf(choicesFor(kind, path))]),
        ),
      ),
    ]),
  ),
)
const profile: fc.Arbitrary<Profile> = fc
  .record({
    labels: fc.subarray([...CONFIDENTIALITIES], { minLength: 1 }),
    purposes: fc.subarray([...CONSENT_PURPOSES].slice(0, 3), { minLength: 1 }),
    personPurposes: fc.subarray([...CONSENT_PURPOSES].slice(0, 3)),
    precision: fc.record({
      date: oneOf(LADDERS.date),
      place: oneOf(LADDERS.place),
      coordinates: oneOf(LADDERS.coordinates),
      age: oneOf(LADDERS.age),
      count: oneOf(LADDERS.count),
      category: oneOf(LADDERS.category),
    }),
    disclosure: fc.record({
      k: fc.integer({ min: 1, max: 6 }),
      l: fc.integer({ min: 1, max: 3 }),
      mode: oneOf(['enforce', 'report'] as const),
      quasiIdentifiers: fc.subarray([...QUASI_IDENTIFIERS]),
      sensitive: fc.subarray([...SENSITIVE_FIELDS]),
    }),
    fields,
  })
  .map((rules) => withEveryField({ name: 'mine', version: 1, basedOn: 'public', ...rules }))

const isTighter = (a: Profile, b: Profile) => loosenings(a, b).length === 0

describe('the order of tightness', () => {
  it('calls nothing looser than itself, and two profiles equal only when they are', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        expect(loosenings(a, a)).toEqual([])
        const sorted = (each: Profile) =>
          JSON.stringify(each, (_, value) => (Array.isArray(value) ? [...value].sort() : value))
        if (isTighter(a, b) && isTighter(b, a)) expect(sorted(a)).toBe(sorted(b))
      }),
    )
  })

  it('is transitive', () => {
    /** A profile with every rule at most as loose as both: below each of them. */
    fc.assert(
      fc.property(profile, profile, profile, (a, b, c) => {
        const rules = (x: Profile, y: Profile) => new Set(loosenings(x, y).map(({ rule }) => rule))
        // Whatever a lets out beyond c, it lets out beyond b, or b does beyond c.
        const between = new Set([...rules(a, b), ...rules(b, c)])
        for (const rule of rules(a, c)) expect(between).toContain(rule)
      }),
    )
  })

  it('puts public under every other shipped profile but for the consents they ask', () => {
    for (const name of ['partner', 'un', 'internal'] as const) {
      const rules = loosenings(SHIPPED_PROFILES.public, SHIPPED_PROFILES[name]).map(({ rule }) => rule)
      expect(rules.filter((rule) => !/^(?:purposes|disclosure\.)/.test(rule))).toEqual([])
    }
    expect(loosenings(SHIPPED_PROFILES.un, SHIPPED_PROFILES.public).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['labels', 'precision.date', 'fields.incidents.summary', 'disclosure.mode']),
    )
  })
})

describe('a profile of the user’s own', () => {
  const NOW = '2026-11-22T10:00:00Z'
  const record = (change: Partial<OwnProfile> = {}): OwnProfile =>
    ownProfileSchema.parse({
      id: 'p1',
      createdAt: NOW,
      updatedAt: NOW,
      confidentiality: 'RED',
      ...SHIPPED_PROFILES.public,
      name: 'mine',
      basedOn: 'public',
      ...change,
    })
  const logWith = (own: OwnProfile): Log => ({ ...emptyLog(NOW), profiles: { [own.id]: own } })
  const found = (own: OwnProfile): Profile => {
    const profile = findProfile(logWith(own), 'mine')
    if (profile === undefined) throw new Error('not found')
    return profile
  }

  it('is found by its name and may be tightened freely', () => {
    const tighter = record({ precision: { ...SHIPPED_PROFILES.public.precision, date: 'year' } })
    expect(found(tighter).precision.date).toBe('year')
    expect(checkProfile(found(tighter), logWith(tighter), 'p1')).toEqual({ ok: true, value: undefined })
  })

  it('needs a reason for each rule that is looser', () => {
    const looser = record({ precision: { ...SHIPPED_PROFILES.public.precision, date: 'day' } })
    expect(looserRules(found(looser))).toEqual([{ rule: 'precision.date', from: 'quarter', to: 'day' }])
    const refused = checkProfile(found(looser), logWith(looser), 'p1')
    expect(!refused.ok && refused.error).toMatchObject({
      code: 'profiles/reason-missing',
      fields: { rules: 1 },
    })
    const said = record({ ...looser, reason: 'The court asks for days.' })
    expect(checkProfile(found(said), logWith(said), 'p1').ok).toBe(true)
  })

  it('takes neither the name of a shipped one nor of another', () => {
    const own = record()
    const named = { ...found(own), name: 'un' }
    expect(checkProfile(named, emptyLog(NOW), null)).toMatchObject({ error: { code: 'profiles/name-taken' } })
    expect(checkProfile(found(own), logWith(own), 'p2')).toMatchObject({
      error: { code: 'profiles/name-taken' },
    })
    expect(findProfile(logWith(own), 'nobody')).toBeUndefined()
  })

  it('cannot give a field what it cannot have', () => {
    const wrong = { ...found(record()), fields: { persons: { realName: 'keep' as const } } }
    expect(checkProfile(wrong, emptyLog(NOW), null)).toMatchObject({
      error: { code: 'profiles/policy-unfit', fields: { field: 'persons.realName' } },
    })
  })
})
