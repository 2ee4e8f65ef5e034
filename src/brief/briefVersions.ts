/**
 * Briefs of other versions of the JSON form. What a later minor version added has a meaning when it is absent, so an
 * older brief of the same major version is read as one of ours; what a newer one says would be missed, so it is refused.
 */
import { BRIEF_VERSION, type BriefContent, briefDataSchema } from '../core/redaction/briefData.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { JsonValue } from './canonicalJson.ts'

/** What was added since 1.0.0, as a brief that came before it is to be read. */
const BEFORE = { introduction: '', order: 'date', claimOrder: 'grade' } as const
const STATISTICS_BEFORE = { byVictimGroup: [], bySourceKind: [], sourceShifts: [] } as const
const VERSION = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/

/** `version` as the file states it. */
export type UnreadBrief =
  | { readonly code: 'not-in-schema' }
  | { readonly code: 'newer-version' | 'older-version'; readonly version: string }

export interface ParsedBrief {
  /** In the form of our version. */
  readonly data: BriefContent
  /** In that of its own, which its one spelling is made of. */
  readonly asWritten: JsonValue
}

/** A value held to the schema of its version. */
export function parseBriefData(untrusted: object): Result<ParsedBrief, UnreadBrief> {
  const stated = 'version' in untrusted ? untrusted.version : null
  const age = ageOf(stated)
  if (age === 'none') return err({ code: 'not-in-schema' })
  const version = String(stated)
  if (age === 'newer') return err({ code: 'newer-version', version })
  if (age === 'older-major') return err({ code: 'older-version', version })
  const value = age === 'same' ? untrusted : inOurForm(untrusted)
  const parsed = briefDataSchema.safeParse(value)
  if (parsed.success) {
    const { data } = parsed
    if (age === 'same') return ok({ data, asWritten: data })
    const { statistics } = data
    const written = { ...data, version, statistics: asFarAs(untrustedStatistics(untrusted), statistics) }
    return ok({ data, asWritten: asFarAs(untrusted, written) })
  }
  return err(age === 'same' ? { code: 'not-in-schema' } : { code: 'older-version', version })
}

const untrustedStatistics = (untrusted: object): object => {
  const statistics = 'statistics' in untrusted ? untrusted.statistics : null
  return typeof statistics === 'object' && statistics !== null ? statistics : {}
}

const inOurForm = (untrusted: object): object => ({
  ...BEFORE,
  ...untrusted,
  statistics: { ...STATISTICS_BEFORE, ...untrustedStatistics(untrusted) },
  version: BRIEF_VERSION,
})

/** What is there of a value, and nothing that was added to it. */
const asFarAs = <T extends JsonValue>(untrusted: object, value: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(untrusted, key)))

function ageOf(untrusted: unknown): 'same' | 'newer' | 'older-minor' | 'older-major' | 'none' {
  const theirs = typeof untrusted === 'string' ? VERSION.exec(untrusted) : null
  const ours = VERSION.exec(BRIEF_VERSION)
  if (theirs === null || ours === null) return 'none'
  for (let at = 1; at <= 3; at += 1) {
    const difference = Number(theirs[at]) - Number(ours[at])
    if (difference > 0) return 'newer'
    if (difference < 0) return at === 1 ? 'older-major' : 'older-minor'
  }
  return 'same'
}
