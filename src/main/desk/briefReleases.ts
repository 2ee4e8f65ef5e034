/** Earlier releases, as far as making the next brief needs them: what was used for whom, and what a brief was made of. */
import type { Log } from '../../core/log.ts'
import type { Release } from '../../core/release.ts'
import type { Output } from '../../shared/ipc/contract.ts'

/** More than this many nobody looks through here. */
const MOST_LISTED = 200

/** The newest releases, last first. */
export function releasedBriefs({ releases }: Pick<Log, 'releases'>): Output<'brief.released'> {
  return Object.values(releases)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_LISTED)
    .map(({ id, at, title, profile, language, layout, recipient = null, recalled, records }) => ({
      id,
      at,
      title,
      profile,
      language,
      layout,
      recipient,
      isRecalled: recalled !== undefined,
      records: records.length,
    }))
}

type Choosable = Pick<Log, 'incidents' | 'claims' | 'contacts' | 'actions'>

/**
 * What a release was made with, for another brief like it; records that are gone are left out. A title that the language
 * gives to any brief is none of the user's. @param standardTitle of the language of the release.
 */
export function briefLike(
  release: Release,
  log: Choosable,
  standardTitle: string,
): NonNullable<Output<'brief.likeRelease'>> {
  const { profile, language, layout, title, series, recipient = null, coarsen = {}, records } = release
  const of = (kind: keyof Choosable) => records.filter((id) => Object.hasOwn(log[kind], id))
  return {
    profile,
    language,
    layout,
    title: title === standardTitle ? '' : title,
    series: series?.name ?? '',
    recipient,
    coarsen,
    incidents: of('incidents'),
    claims: of('claims'),
    contacts: of('contacts'),
    actions: of('actions'),
  }
}
