/** Who holds a brief: the organisation it was for, and those that its recall names. */
import type { Log } from '../log.ts'
import type { Release } from '../release.ts'

export interface Told {
  readonly organisation: string
  /** Empty when the organisation is gone from the log. */
  readonly name: string
}

/** Each once, the recipient first. */
export function tellWhom(
  { recipient, recall }: Pick<Release, 'recipient' | 'recall'>,
  { organisations }: Pick<Log, 'organisations'>,
): Told[] {
  const ids = new Set([...(recipient === undefined ? [] : [recipient]), ...(recall?.tell ?? [])])
  return [...ids].map((organisation) => ({
    organisation,
    name: (Object.hasOwn(organisations, organisation) ? organisations[organisation]?.name : undefined) ?? '',
  }))
}
