/** Every field of every kind has a policy in every shipped profile, and nothing leaves that no profile names. */
import { describe, expect, it } from 'vitest'
import { KINDS, SCHEMAS } from '../../../../src/core/records.ts'
import { choicesFor, exportableFields, FIELD_POLICIES } from '../../../../src/core/redaction/fieldPolicies.ts'
import {
  labelOfBriefs,
  type Profile,
  PUBLIC_PROFILE,
  policyOf,
  profileSchema,
  SHIPPED_NAMES,
  SHIPPED_PROFILES,
} from '../../../../src/core/redaction/profile.ts'
import { walkFields } from '../../../../src/core/schemaWalk.ts'

/** The single values of a kind, nested ones by their path. */
function leaves(schema: unknown): string[] {
  const paths = walkFields(schema).map(({ path }) => path.join('.'))
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`))).sort()
}

describe('shipped profiles', () => {
  it.each(KINDS)('decide about every field of %s', (kind) => {
    expect(Object.keys(FIELD_POLICIES[kind]).sort()).toEqual(leaves(SCHEMAS[kind]))
    for (const name of SHIPPED_NAMES) {
      expect(Object.keys(SHIPPED_PROFILES[name].fields[kind] ?? {}).sort(), name).toEqual(
        leaves(SCHEMAS[kind]),
      )
    }
  })

  it.each(SHIPPED_NAMES)('are data that can be read back: %s', (name) => {
    const profile = SHIPPED_PROFILES[name]
    expect(profileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile)
    expect(profile.name).toBe(name)
    for (const kind of KINDS) {
      for (const [path, policy] of Object.entries(profile.fields[kind] ?? {}))
        expect(choicesFor(kind, path), `${kind} ${path}`).toContain(policy)
    }
  })

  it('take the labels of their readers', () => {
    expect(SHIPPED_NAMES.map((name) => labelOfBriefs(SHIPPED_PROFILES[name]))).toEqual([
      'CLEAR',
      'AMBER',
      'AMBER+STRICT',
      'RED',
    ])
  })

  it('never show names, contacts, notes about safety or files', () => {
    const never = [
      ['persons', /^(?:codeName|realName|otherNames|contacts|riskNote|safeContactProtocol|consents)/],
      ['sources', /^(?:name|contacts|protection|consents|person)/],
      ['sourceItems', /./],
      ['evidence', /./],
      ['releases', /./],
    ] as const
    for (const [kind, pattern] of never)
      expect(exportableFields(kind).filter((path) => pattern.test(path))).toEqual([])
  })
})

describe('the policy of a field', () => {
  const bare: Profile = { ...PUBLIC_PROFILE, fields: {} }

  it('is drop where a profile does not name it', () => {
    for (const kind of KINDS) {
      for (const path of exportableFields(kind)) {
        expect(policyOf(bare, kind, path)).toBe(choicesFor(kind, path)[0])
      }
    }
    expect(policyOf(bare, 'incidents', 'summary')).toBe('drop')
  })

  it('is drop where the field does not exist or cannot have what the profile says', () => {
    const wrong: Profile = { ...bare, fields: { persons: { realName: 'keep', shoeSize: 'keep' } } }
    expect(policyOf(wrong, 'persons', 'realName')).toBe('drop')
    expect(policyOf(wrong, 'persons', 'shoeSize')).toBe('drop')
    expect(policyOf(wrong, 'persons', 'constructor')).toBe('drop')
  })
})
