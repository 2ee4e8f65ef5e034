/**
 * What a new record is taken to say where it says nothing, whenever the careful answer is not "nothing" (records.md):
 * a source who is a person is not to be contacted, and a victim, witness or source is at risk. An answer that was
 * given, either way, stays. Consents need no default: a purpose that is not listed is "not asked" (consent.ts). A profile
 * begins with version 1.
 */
import type { Kind } from './records.ts'

type Fields = Readonly<Record<string, unknown>>

/** Roles whose holder may be harmed by being named. */
const ROLES_AT_RISK: ReadonlySet<unknown> = new Set(['victim', 'witness', 'source'])

/** The fields with the careful answers filled in; the same object when there is nothing to fill in. */
export function withDefaults(kind: Kind, untrustedFields: Fields): Fields {
  if (kind === 'sources') return sourceDefaults(untrustedFields)
  if (kind === 'profiles' && untrustedFields.version === undefined) return { ...untrustedFields, version: 1 }
  return kind === 'persons' ? personDefaults(untrustedFields) : untrustedFields
}

function sourceDefaults(fields: Fields): Fields {
  if (fields.kind !== 'person') return fields
  const protection = fields.protection ?? {}
  // Anything else is no protection at all, and the schema will say so.
  if (!isPlain(protection)) return fields
  const isSaid = protection.doNotContact !== undefined && protection.doNotContact !== null
  return isSaid ? fields : { ...fields, protection: { ...protection, doNotContact: true } }
}

function personDefaults(fields: Fields): Fields {
  if (fields.atRisk !== undefined || !Array.isArray(fields.roles)) return fields
  return fields.roles.some((role) => ROLES_AT_RISK.has(role)) ? { ...fields, atRisk: true } : fields
}

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
