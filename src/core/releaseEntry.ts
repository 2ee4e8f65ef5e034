/** The ledger entry for a brief that left. It holds the seed and the record ids, so it never leaves the vault. */
import type { BriefContent } from './redaction/briefData.ts'
import type { Withheld } from './redaction/report.ts'
import type { Release } from './release.ts'

export interface ReleasedBrief {
  readonly data: BriefContent
  readonly seed: string
  readonly records: readonly string[]
  readonly withheld: Withheld
  readonly files: Release['files']
}

/** @param now ISO instant of the release. */
export function releaseEntry(brief: ReleasedBrief, id: string, now: string): Release {
  const { data } = brief
  return {
    id,
    createdAt: now,
    updatedAt: now,
    confidentiality: 'RED',
    tags: [],
    at: now,
    profile: data.profile.name,
    layout: data.layout,
    language: data.language,
    title: data.title,
    seed: brief.seed,
    asOf: data.asOf,
    records: [...brief.records],
    files: brief.files,
    withheld: { ...brief.withheld },
  }
}
