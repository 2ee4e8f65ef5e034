/** Sources that the claims of a brief rest on: what kind, how reliable, how near. And who derives from whom, in the open. */
import type { Log } from '../../log.ts'
import type { Source } from '../../source.ts'
import type { SourceItem } from '../../sourceItem.ts'
import { RootFinder } from '../../sourcing/RootFinder.ts'
import type { BriefClaim, BriefSource } from '../briefData.ts'
import { showSource } from '../policies/source.ts'
import { isShown, type Profile } from '../profile.ts'
import { isReleasable } from '../select.ts'
import { chosen, type RowContext } from './rowContext.ts'

export function sourceRows(
  claims: readonly BriefClaim[],
  { log, profile, withheld }: RowContext,
): BriefSource[] {
  const withAccess = isShown(profile, 'sources', 'access')
  return chosen(
    claims.flatMap((claim) => claim.sources),
    log.sources,
  ).map((source) => {
    const own = withheld.of(source.id)
    own.add('field/name')
    own.add('field/contact', source.contacts.length)
    return { id: source.id, ...showSource(source, withAccess) }
  })
}

/** Derivation among releasable records only, as if there were no others: guarded roots must not raise a count. */
export function releasableRoots({ sourceItems, sources }: Log, profile: Profile): RootFinder {
  const isOpen = (record: SourceItem | Source | undefined) =>
    record !== undefined && isReleasable(record, profile)
  return new RootFinder({
    item: (id) => {
      const item = sourceItems[id]
      if (item === undefined || !isOpen(item)) return undefined
      const derivesFrom = item.derivesFrom.filter((each) => isOpen(sourceItems[each.item]))
      return { record: { ...item, derivesFrom }, isDeleted: false }
    },
    source: (id) => {
      const source = sources[id]
      if (source === undefined || !isOpen(source)) return undefined
      const { gotItFrom, ...alone } = source
      const isTold = gotItFrom !== undefined && isOpen(sources[gotItFrom])
      return { record: isTold ? { ...alone, gotItFrom } : alone, isDeleted: false }
    },
  })
}
