// Profiles of every shape, for property tests.
import fc from 'fast-check'
import { KINDS } from '../../src/core/records.ts'
import { choicesFor, exportableFields } from '../../src/core/redaction/fieldPolicies.ts'
import { LADDERS } from '../../src/core/redaction/precision.ts'
import { type Profile, QUASI_IDENTIFIERS, SENSITIVE_FIELDS } from '../../src/core/redaction/profile.ts'
import { CONFIDENTIALITIES, CONSENT_PURPOSES } from '../../src/core/vocabularyCodes.ts'

const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list)

/** A profile with a policy for every field that can leave. */
export const anyProfile: fc.Arbitrary<Profile> = fc.record({
  name: fc.constant('x'),
  version: fc.constant(1),
  basedOn: fc.constant('public' as const),
  labels: fc.subarray([...CONFIDENTIALITIES], { minLength: 1 }),
  purposes: fc.subarray([...CONSENT_PURPOSES], { minLength: 1 }),
  personPurposes: fc.subarray([...CONSENT_PURPOSES]),
  staleContacts: oneOf(['block', 'warn'] as const),
  precision: fc.record({
    date: oneOf(LADDERS.date),
    place: oneOf(LADDERS.place),
    coordinates: oneOf(LADDERS.coordinates),
    age: oneOf(LADDERS.age),
    count: oneOf(LADDERS.count),
    category: oneOf(LADDERS.category),
  }),
  disclosure: fc.record({
    k: fc.integer({ min: 1, max: 9 }),
    l: fc.integer({ min: 1, max: 4 }),
    mode: oneOf(['enforce', 'report'] as const),
    quasiIdentifiers: fc.subarray([...QUASI_IDENTIFIERS]),
    sensitive: fc.subarray([...SENSITIVE_FIELDS]),
  }),
  fields: fc.record(
    Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        fc.record(
          Object.fromEntries(exportableFields(kind).map((path) => [path, oneOf(choicesFor(kind, path))])),
        ),
      ]),
    ),
  ),
})
