/** Protected values as `protectedValues` gives them, one field each, for tests of the search for mentions. */
import type { Canary } from '../../src/core/redaction/briefData.ts'

/** The real name of a person. */
export const realName = (value: string): Canary => canary(value, 'persons', 'realName')
/** The name a person goes by in the log. */
export const codeName = (value: string): Canary => canary(value, 'persons', 'codeName', 'text')
/** A private way to reach a person. */
export const privateContact = (value: string): Canary => canary(value, 'persons', 'contacts.value')
/** An exact place, as reported. */
export const exactPlace = (value: string): Canary => canary(value, 'incidents', 'where.text', 'text')

function canary(
  value: string,
  kind: string,
  field: string,
  protectedAs: Canary['protected'] = 'identity',
): Canary {
  return { value, protected: protectedAs, where: { kind, id: 'somebody', field } }
}
