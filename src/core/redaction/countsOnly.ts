/**
 * A brief that is counts and nothing else: the annex. It has no rows, so what its tables hide is not given back by them,
 * and no text, so nobody has to read one over.
 */
import type { BriefContent } from './briefData.ts'
import type { Profile } from './profile.ts'

/** The same without any row. */
export function countsOnly(content: BriefContent): BriefContent {
  return {
    ...content,
    incidents: [],
    claims: [],
    people: [],
    sources: [],
    organisations: [],
    contacts: [],
    actions: [],
  }
}

/** The same profile with every text that a person would have to accept left out. */
export function withoutTexts(profile: Profile): Profile {
  const fields = Object.entries(profile.fields).map(([kind, policies]) => [
    kind,
    Object.fromEntries(
      Object.entries(policies).map(([path, policy]) => [path, policy === 'text' ? 'drop' : policy]),
    ),
  ])
  return { ...profile, fields: Object.fromEntries(fields) }
}
