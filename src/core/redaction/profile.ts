/**
 * A profile: which records may leave for one kind of reader, and what of each field. It is data, versioned, and an
 * allow-list: what it does not name is dropped, and so is what the table of fields (fieldPolicies.ts) does not know.
 * The four shipped ones are here; the user's own are kept in the log (ownProfile.ts).
 */
import { z } from 'zod'
import { lineSchema } from '../recordBase.ts'
import type { Kind } from '../records.ts'
import { CONFIDENTIALITIES, CONSENT_PURPOSES } from '../vocabularyCodes.ts'
import { choicesFor, FIELD_POLICIES, type Policy, policySchema, type ShownFields } from './fieldPolicies.ts'
import { precisionSchema } from './precision.ts'
import { INTERNAL } from './profiles/internal.ts'
import { PARTNER } from './profiles/partner.ts'
import { PUBLIC } from './profiles/public.ts'
import { UN } from './profiles/un.ts'

export const SHIPPED_NAMES = ['public', 'partner', 'un', 'internal'] as const
export type ShippedName = (typeof SHIPPED_NAMES)[number]

/** What a stranger may know of a row beforehand; age, sex and role are those of the people it is linked to. */
export const QUASI_IDENTIFIERS = ['date', 'place', 'counts', 'category', 'age', 'sex', 'role'] as const
/** What must not follow from belonging to a class of rows. */
export const SENSITIVE_FIELDS = ['category', 'status', 'counts', 'victimGroups'] as const

export const disclosureSchema = z.strictObject({
  /** Smallest class of rows alike in the quasi-identifiers. */
  k: z.int().min(1).max(1000),
  /** Fewest values of each sensitive field in such a class. */
  l: z.int().min(1).max(100),
  /** enforce: smaller classes are left out · report: they are counted. */
  mode: z.enum(['enforce', 'report']),
  quasiIdentifiers: z.array(z.enum(QUASI_IDENTIFIERS)),
  sensitive: z.array(z.enum(SENSITIVE_FIELDS)),
})
export type DisclosureRule = Readonly<z.infer<typeof disclosureSchema>>

/** Kind → dotted path → policy. What is no kind or no field of today changes nothing. */
const fieldsSchema = z.record(z.string().max(40), z.record(z.string().max(120), policySchema))

export const profileSchema = z.strictObject({
  name: lineSchema,
  version: z.int().positive(),
  /** The shipped profile that one of the user's own was copied from; absent for shipped ones. */
  basedOn: z.enum(SHIPPED_NAMES).optional(),
  /** Why some of its rules are looser than those of `basedOn`. */
  reason: lineSchema.optional(),
  /** Sharing labels it takes; everything else stays behind. */
  labels: z.array(z.enum(CONFIDENTIALITIES)).min(1),
  /** A person or source who refused or withdrew one of these keeps what speaks of them out of the brief. */
  purposes: z.array(z.enum(CONSENT_PURPOSES)).min(1),
  /** One of these must have been given before a person gets a row, even under a pseudonym. None: no person gets one. */
  personPurposes: z.array(z.enum(CONSENT_PURPOSES)),
  /** Public contacts not checked for 90 days, at the as-of day: kept out, or printed with a warning. As in the shipped profile when absent. */
  staleContacts: z.enum(['block', 'warn']).optional(),
  precision: precisionSchema,
  disclosure: disclosureSchema,
  /** Dotted path → policy, by kind of record. */
  fields: fieldsSchema,
})
export type Profile = Readonly<z.infer<typeof profileSchema>>

/** A shipped profile as its file states it: what can leave is named, what cannot is filled in as dropped. */
export type StatedProfile = Omit<Profile, 'fields' | 'basedOn' | 'reason'> & {
  readonly fields: { readonly [K in Exporting]: ShownFields<K> }
}
/** Kinds that have any field that can leave. */
type Exporting = {
  [K in Kind]: [keyof ShownFields<K>] extends [never] ? never : K
}[Kind]

/** What the profile does with public contacts that were not checked for long. */
export function staleContactRule(
  profile: Pick<Profile, 'staleContacts' | 'basedOn' | 'name'>,
): NonNullable<Profile['staleContacts']> {
  return profile.staleContacts ?? SHIPPED_PROFILES[shippedNameOf(profile)].staleContacts ?? 'block'
}

/** The policy for a field; what the profile does not name, or cannot be done to the field, is dropped. */
export function policyOf(profile: Pick<Profile, 'fields'>, kind: Kind, path: string): Policy {
  const fields = Object.hasOwn(profile.fields, kind) ? profile.fields[kind] : undefined
  const policy = fields !== undefined && Object.hasOwn(fields, path) ? fields[path] : undefined
  const choices = choicesFor(kind, path)
  if (policy !== undefined && choices.includes(policy)) return policy
  return choices[0] ?? 'drop'
}

/** Does anything of the field leave by this profile? */
export function isShown(profile: Pick<Profile, 'fields'>, kind: Kind, path: string): boolean {
  return policyOf(profile, kind, path) !== 'drop'
}

/** The same profile with a policy for every field of every kind. */
export function withEveryField<P extends Pick<Profile, 'fields'>>(profile: P): P {
  const fields = Object.fromEntries(
    (Object.keys(FIELD_POLICIES) as Kind[]).map((kind) => [
      kind,
      Object.fromEntries(
        Object.keys(FIELD_POLICIES[kind]).map((path) => [path, policyOf(profile, kind, path)]),
      ),
    ]),
  )
  return { ...profile, fields }
}

/** The label of a brief: the most guarded that the profile takes. */
export function labelOfBriefs({ labels }: Pick<Profile, 'labels'>): Profile['labels'][number] {
  return CONFIDENTIALITIES.find((label) => labels.includes(label)) ?? 'RED'
}

/** The shipped profile that this one is or was copied from: all a brief says of its name, since others are typed. */
export function shippedNameOf({ basedOn, name }: Pick<Profile, 'basedOn' | 'name'>): ShippedName {
  return basedOn ?? SHIPPED_NAMES.find((shipped) => shipped === name) ?? 'public'
}

export const PUBLIC_PROFILE: Profile = withEveryField<Profile>(PUBLIC)
/** Most careful first. */
export const SHIPPED_PROFILES: Readonly<Record<ShippedName, Profile>> = {
  public: PUBLIC_PROFILE,
  partner: withEveryField<Profile>(PARTNER),
  un: withEveryField<Profile>(UN),
  internal: withEveryField<Profile>(INTERNAL),
}
/** The shipped profiles by name; ask for a name of the user's own with `findProfile` (ownProfile.ts). */
export const PROFILES: Readonly<Record<string, Profile>> = SHIPPED_PROFILES
