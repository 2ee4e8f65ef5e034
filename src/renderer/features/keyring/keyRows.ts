/** Keys in the order in which they are listed: those in use first, then by name. */
import type { OwnKey } from '../../../core/keyring/ownKey.ts'
import type { RecipientKey } from '../../../core/keyring/recipientKey.ts'

export type AnyKey = OwnKey | RecipientKey

export function keyRows<K extends AnyKey>(
  keys: Readonly<Record<string, K>>,
  compare: (a: string, b: string) => number,
): readonly K[] {
  const isRetired = (key: AnyKey) => Number(key.retiredAt !== undefined)
  return Object.values(keys).sort(
    (a, b) => isRetired(a) - isRetired(b) || compare(a.name, b.name) || (a.createdAt < b.createdAt ? 1 : -1),
  )
}

/** Of the log's own, which alone can be rotated. */
export const isOwnKey = (key: AnyKey): key is OwnKey => key.use === 'sign' || key.use === 'open'
