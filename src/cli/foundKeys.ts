/** Keys and organisations of a log, found by what the user types: a name, or the beginning of an id. */
import { keysInUse } from '../core/keyring/chooseKey.ts'
import type { OwnKey } from '../core/keyring/ownKey.ts'
import type { RecipientKey } from '../core/keyring/recipientKey.ts'
import type { Log } from '../core/log.ts'
import { usage } from './exit.ts'

export type FoundKey =
  | { readonly kind: 'keys'; readonly record: OwnKey }
  | { readonly kind: 'recipientKeys'; readonly record: RecipientKey }

/** One key by its name or id; a key in use goes before retired ones of the same name. Throws a usage failure otherwise. */
export function findKey(log: Pick<Log, 'keys' | 'recipientKeys'>, wanted: string): FoundKey {
  const all: FoundKey[] = [
    ...Object.values(log.keys).map((record) => ({ kind: 'keys' as const, record })),
    ...Object.values(log.recipientKeys).map((record) => ({ kind: 'recipientKeys' as const, record })),
  ]
  const found = all.filter(({ record }) => isNamed(record, wanted))
  const inUse = found.filter(({ record }) => record.retiredAt === undefined)
  return onlyOne(inUse.length > 0 ? inUse : found, 'key', wanted)
}

/** A key that signs today. Throws a usage failure when there is none of that name. */
export function findSigningKey(log: Pick<Log, 'keys'>, wanted: string): OwnKey {
  const keys = keysInUse(log).filter((key) => key.use === 'sign' && isNamed(key, wanted))
  return onlyOne(keys, 'signing key in use', wanted)
}

/** The id of an organisation by its name in any language, or the beginning of its id. Throws a usage failure otherwise. */
export function findOrganisation(log: Pick<Log, 'organisations'>, wanted: string): string {
  const found = Object.values(log.organisations).filter(
    (each) => isNamed(each, wanted) || each.translations.some(({ text }) => fold(text) === fold(wanted)),
  )
  return onlyOne(found, 'organisation', wanted).id
}

export function isNamed(
  { id, name }: { readonly id: string; readonly name: string },
  wanted: string,
): boolean {
  return fold(name) === fold(wanted) || id === wanted || (wanted.length >= 4 && id.startsWith(wanted))
}

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase('en')

/** The only one found; throws a usage failure for none or several. */
export function onlyOne<T>(found: readonly T[], what: string, wanted: string): T {
  const [only, second] = found
  if (only === undefined) throw usage('keys/not-found', `There is no ${what} “${wanted}” in this log.`)
  if (second !== undefined)
    throw usage('keys/ambiguous', `${found.length} are called “${wanted}”: give the beginning of its id.`)
  return only
}
