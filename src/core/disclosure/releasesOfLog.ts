/** What the ledger of a log says was shown of each incident, release by release; recalled ones too, since they were read. */
import type { Incident } from '../incident.ts'
import type { Log } from '../log.ts'
import { coarsenCount } from '../redaction/policies/count.ts'
import { coarsenDate } from '../redaction/policies/date.ts'
import type { Release } from '../release.ts'
import type { EarlierRelease } from './earlierReleases.ts'
import type { QuasiRow } from './quasiRow.ts'
import { shownClasses } from './shownClasses.ts'

export function releasesOfLog({
  releases,
  incidents,
}: Pick<Log, 'releases' | 'incidents'>): EarlierRelease[] {
  return Object.values(releases).map((release) => ({
    id: release.id,
    classes: release.shown ?? deriveShown(release, incidents),
  }))
}

/**
 * Entries of versions that kept nothing here: worked out again from the records as they are now. Those versions knew the
 * public profile alone, as it was then: quarter, first-order division, bands, exact kinds, no row left out. Of an
 * incident that is gone from the log nothing can be worked out.
 */
function deriveShown({ records }: Release, incidents: Log['incidents']) {
  return shownClasses(records.flatMap((id) => incidents[id] ?? []).map(rowOfFirstPublicProfile))
}

function rowOfFirstPublicProfile({ id, when, where, counts, violationTypes, status }: Incident): QuasiRow {
  const { killed, injured, detained, missing } = counts
  return {
    id,
    date: coarsenDate(when, 'quarter'),
    place: { country: where.country ?? null, admin1: where.admin1 ?? null },
    counts: {
      killed: coarsenCount(killed, 'banded'),
      injured: coarsenCount(injured, 'banded'),
      detained: coarsenCount(detained, 'banded'),
      missing: coarsenCount(missing, 'banded'),
    },
    category: [...new Set(violationTypes)].sort(),
    people: [],
    status,
    victimGroups: [],
  }
}
