/**
 * Profiles of the user's own: copies of a shipped one, kept in the log with their history. They can be tightened freely;
 * whatever is looser than the shipped profile they were copied from needs a reason, which goes into the ledger with each
 * release.
 */
import { z } from 'zod'
import { type AppError, appError } from '../appError.ts'
import type { Log } from '../log.ts'
import { baseShape, protectedLine, protectedText } from '../recordBase.ts'
import { err, ok, type Result } from '../result.ts'
import { choicesFor, FIELD_POLICIES } from './fieldPolicies.ts'
import { type Loosening, loosenings } from './loosenings.ts'
import {
  type Profile,
  profileSchema,
  SHIPPED_NAMES,
  SHIPPED_PROFILES,
  staleContactRule,
  withEveryField,
} from './profile.ts'

/** A profile as a record: `basedOn` is always there, and the name is free text that no brief prints. */
export const ownProfileSchema = z.strictObject({
  ...baseShape,
  ...profileSchema.shape,
  name: protectedLine,
  basedOn: z.enum(SHIPPED_NAMES),
  reason: protectedText.optional(),
})
export type OwnProfile = z.infer<typeof ownProfileSchema>

/** The profile that a record holds, with a policy for every field there is today; what it does not name is dropped. */
export function profileOfRecord(record: OwnProfile): Profile {
  const { name, version, basedOn, reason, labels, purposes, personPurposes, precision, disclosure, fields } =
    record
  const staleContacts = staleContactRule(record)
  const lists = { labels, purposes, personPurposes, staleContacts }
  const rules = { name, version, basedOn, ...lists, precision, disclosure, fields }
  return withEveryField<Profile>(reason === undefined ? rules : { ...rules, reason })
}

/** The record of that name among the log's own profiles. */
export function ownProfileNamed({ profiles }: Pick<Log, 'profiles'>, name: string): OwnProfile | undefined {
  return Object.values(profiles).find((own) => own.name === name)
}

/** A shipped profile by its name, else one of the log's own; undefined when there is none. */
export function findProfile(log: Pick<Log, 'profiles'>, name: string): Profile | undefined {
  const shipped = SHIPPED_NAMES.find((each) => each === name)
  if (shipped !== undefined) return SHIPPED_PROFILES[shipped]
  const own = ownProfileNamed(log, name)
  return own === undefined ? undefined : profileOfRecord(own)
}

/** What is looser than the shipped profile it was copied from; nothing for a shipped one. */
export function looserRules(profile: Profile): readonly Loosening[] {
  return profile.basedOn === undefined ? [] : loosenings(profile, SHIPPED_PROFILES[profile.basedOn])
}

/**
 * May this profile be kept, or a brief made by it? `profiles/name-taken` for the name of a shipped one or of another
 * record, `profiles/policy-unfit` {field} for a policy that its field cannot have, `profiles/reason-missing` {rules: how
 * many} when it is looser than its base and says no reason.
 * @param id of its own record, which may have its name.
 */
export function checkProfile(
  profile: Profile,
  log: Pick<Log, 'profiles'>,
  id: string | null,
): Result<void, AppError> {
  if (profile.basedOn === undefined) return ok(undefined)
  const isTaken =
    SHIPPED_NAMES.some((name) => name === profile.name) ||
    Object.values(log.profiles).some((record) => record.name === profile.name && record.id !== id)
  if (isTaken) return err(appError('profiles/name-taken'))
  const [unfit] = unfitPolicies(profile)
  if (unfit !== undefined) return err(appError('profiles/policy-unfit', { field: unfit }))
  const looser = looserRules(profile).length
  const hasReason = profile.reason !== undefined && profile.reason.trim() !== ''
  return looser > 0 && !hasReason
    ? err(appError('profiles/reason-missing', { rules: looser }))
    : ok(undefined)
}

/** Fields, as `incidents.title`, that do not exist or cannot have the policy that the profile gives them. */
function unfitPolicies({ fields }: Profile): string[] {
  return Object.entries(fields).flatMap(([kind, policies]) => {
    const known = kindsOfTable.find((each) => each === kind)
    return Object.entries(policies).flatMap(([path, policy]) =>
      known !== undefined && choicesFor(known, path).includes(policy) ? [] : [`${kind}.${path}`],
    )
  })
}

const kindsOfTable = Object.keys(FIELD_POLICIES) as (keyof typeof FIELD_POLICIES)[]
