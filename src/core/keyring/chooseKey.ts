/** Which key signs, and which keys a brief may be sealed for. */
import type { Log } from '../log.ts'
import type { OwnKey } from './ownKey.ts'

/** The keys that can sign a brief today, in order of their names. */
export function signingKeys(log: Pick<Log, 'keys'>): readonly OwnKey[] {
  return keysInUse(log).filter(({ use }) => use === 'sign')
}

/** Keys of the log's own that are not retired, in order of their names. */
export function keysInUse({ keys }: Pick<Log, 'keys'>): readonly OwnKey[] {
  return Object.values(keys)
    .filter(({ retiredAt }) => retiredAt === undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The signing key made for this organisation; null when there is none, or none alone. */
export function signingKeyFor(log: Pick<Log, 'keys'>, organisation: string | null): OwnKey | null {
  if (organisation === null) return null
  const [only, second] = signingKeys(log).filter((key) => key.organisation === organisation)
  return second === undefined ? (only ?? null) : null
}

/** Somebody a brief can be sealed for. */
export interface SealRecipient {
  /** Of the recipient key, or of an organisation that states one of its own. */
  readonly id: string
  readonly name: string
  /** `age1…` */
  readonly publicKey: string
  readonly organisation: string | null
}

/** Recipient keys in use, and the age keys that organisations state themselves; in order of their names. */
export function sealRecipients(log: Pick<Log, 'recipientKeys' | 'organisations'>): readonly SealRecipient[] {
  const keys = Object.values(log.recipientKeys).flatMap(
    ({ id, name, use, publicKey, organisation, retiredAt }): SealRecipient[] =>
      use === 'seal' && retiredAt === undefined
        ? [{ id, name, publicKey, organisation: organisation ?? null }]
        : [],
  )
  const stated = Object.values(log.organisations).flatMap(({ id, name, recipientKey }): SealRecipient[] => {
    const publicKey = recipientKey?.trim() ?? ''
    return publicKey.startsWith('age1') ? [{ id, name, publicKey, organisation: id }] : []
  })
  return [...keys, ...stated].sort((a, b) => (a.name < b.name ? -1 : 1))
}
