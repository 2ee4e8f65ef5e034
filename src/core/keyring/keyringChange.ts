/**
 * Keys made, rotated and retired, as changes of the log: undo takes them back like any other. The pairs themselves come
 * from outside, since chance does.
 */
import { type AppError, appError } from '../appError.ts'
import type { Change, Log } from '../log.ts'
import { completeRecord, type Stamp } from '../records.ts'
import { err, ok, type Result } from '../result.ts'
import { type OwnKey, ownKeySchema } from './ownKey.ts'
import { type RecipientKey, recipientKeySchema } from './recipientKey.ts'

export interface KeyPair {
  readonly publicKey: string
  /** As keySecret.ts keeps it. */
  readonly secret: string
}

type Keyring = Pick<Log, 'keys' | 'recipientKeys' | 'organisations'>

/** What is typed about a key. */
export interface KeyFields {
  readonly name: string
  readonly organisation?: string | undefined
}

/**
 * A new key with its secret. Errors: `keys/name-missing`, `keys/name-taken` by another key in use, `records/link-unknown`
 * {field} for an organisation that the log does not have.
 */
export function addKey(
  log: Keyring,
  { use, name, organisation }: KeyFields & Pick<OwnKey, 'use'>,
  pair: KeyPair,
  stamp: Stamp,
): Result<Change, AppError> {
  const refused = refusalOf(log, { name, organisation })
  if (refused !== null) return err(refused)
  const fields = { name: name.trim(), use, publicKey: pair.publicKey, organisation }
  const record = ownKeySchema.parse(completeRecord(fields, stamp))
  return ok(putsOf(record, pair))
}

/**
 * A new pair under the name of an old key, which is retired with it. Errors: `records/not-found`, `keys/retired`.
 */
export function rotateKey(
  log: Pick<Log, 'keys'>,
  id: string,
  pair: KeyPair,
  stamp: Stamp,
): Result<Change, AppError> {
  const retired = retireKey(log, id, stamp.now)
  if (!retired.ok) return retired
  const old = log.keys[id]
  if (old === undefined) return err(appError('records/not-found'))
  const { name, use, organisation } = old
  const fields = { name, use, organisation, publicKey: pair.publicKey, replaces: id }
  const record = ownKeySchema.parse(
    completeRecord(fields, { ...stamp, confidentiality: old.confidentiality }),
  )
  return ok([...retired.value, ...putsOf(record, pair)])
}

/**
 * Retires a key. The secret of a signing key goes with it, so that nobody can sign with it ever after; that of an age
 * identity stays, since older files are sealed for it. Errors: `records/not-found`, `keys/retired`.
 */
export function retireKey(log: Pick<Log, 'keys'>, id: string, now: string): Result<Change, AppError> {
  const key = log.keys[id]
  if (key === undefined) return err(appError('records/not-found'))
  if (key.retiredAt !== undefined) return err(appError('keys/retired'))
  const record = { ...key, retiredAt: now, updatedAt: now }
  return ok([
    { kind: 'keys', id, record },
    ...(key.use === 'sign' ? [{ kind: 'keySecrets' as const, id, record: null }] : []),
  ])
}

/** Somebody else's public key, already checked to be one. Errors as for {@link addKey}, and `keys/known`. */
export function addRecipientKey(
  log: Keyring,
  {
    use,
    publicKey,
    remarks,
    ...fields
  }: KeyFields & Pick<RecipientKey, 'use' | 'publicKey'> & { readonly remarks?: string | undefined },
  stamp: Stamp,
): Result<Change, AppError> {
  const refused = refusalOf(log, fields)
  if (refused !== null) return err(refused)
  const isKnown = Object.values(log.recipientKeys).some(
    (key) => key.publicKey === publicKey && key.retiredAt === undefined,
  )
  if (isKnown) return err(appError('keys/known'))
  const { organisation } = fields
  const record = recipientKeySchema.parse(
    completeRecord({ name: fields.name.trim(), use, publicKey, organisation, remarks }, stamp),
  )
  return ok([{ kind: 'recipientKeys', id: record.id, record }])
}

/** Nothing is sealed for it any more. Errors as for {@link retireKey}. */
export function retireRecipientKey(
  log: Pick<Log, 'recipientKeys'>,
  id: string,
  now: string,
): Result<Change, AppError> {
  const key = log.recipientKeys[id]
  if (key === undefined) return err(appError('records/not-found'))
  if (key.retiredAt !== undefined) return err(appError('keys/retired'))
  return ok([{ kind: 'recipientKeys', id, record: { ...key, retiredAt: now, updatedAt: now } }])
}

function refusalOf(log: Keyring, { name, organisation }: KeyFields): AppError | null {
  if (name.trim() === '') return appError('keys/name-missing')
  const isTaken = [...Object.values(log.keys), ...Object.values(log.recipientKeys)].some(
    (key) => key.name === name.trim() && key.retiredAt === undefined,
  )
  if (isTaken) return appError('keys/name-taken')
  if (organisation === undefined || Object.hasOwn(log.organisations, organisation)) return null
  return appError('records/link-unknown', { field: 'organisation' })
}

function putsOf(record: OwnKey, { secret }: KeyPair): Change {
  const { id } = record
  return [
    { kind: 'keys', id, record },
    { kind: 'keySecrets', id, record: { id, secret } },
  ]
}
