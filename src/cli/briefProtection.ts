/** `brief --sign [--key NAME] [--seal-to R]`: which key signs, whom it is sealed for, where the sealed file goes. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { SEALED_ENDING, SIGNATURE_ENDING } from '../brief/signing/fileEndings.ts'
import type { Protection } from '../brief/signing/protectFiles.ts'
import { sealRecipients, signingKeys, signingSecret } from '../core/keyring/chooseKey.ts'
import { addKey } from '../core/keyring/keyringChange.ts'
import type { OwnKey } from '../core/keyring/ownKey.ts'
import { applyChange, type Change, type Log } from '../core/log.ts'
import { newId, nowInstant } from './clock.ts'
import { CliFailure, EXIT, usage } from './exit.ts'
import { findSigningKey, isNamed, onlyOne } from './foundKeys.ts'
import type { Invocation } from './invocation.ts'

const text = { type: 'string' } as const
export const PROTECTION_OPTIONS = {
  sign: { type: 'boolean' },
  key: text,
  'seal-to': text,
  to: text,
  armor: { type: 'boolean' },
} as const

export interface BriefProtection {
  readonly protection: Protection
  /** A key made for this recipient because there was none; saved with the entry of the ledger, or not at all. */
  readonly change: Change
  readonly signedWith: OwnKey | null
  readonly sealedFor: string | null
  /** The organisation it is for, where the log knows. */
  readonly recipient: string | null
}

interface Recipient {
  readonly name: string
  readonly publicKey: string
  readonly organisation: string | null
}

/** Throws a usage failure for what the log cannot sign or seal with. */
export async function briefProtection(
  log: Log,
  invocation: Invocation,
  outputs: readonly { readonly path: string }[],
): Promise<BriefProtection> {
  const sealTo = invocation.text('seal-to') ?? invocation.text('to')
  const recipient = sealTo === undefined ? null : await findRecipient(log, sealTo)
  const signing = await signingOf(log, invocation, recipient)
  const secret = signing === null ? null : signingSecret(applyChange(log, signing.change).log, signing.key.id)
  if (secret !== null && !secret.ok)
    throw new CliFailure(EXIT.refused, secret.error.code, 'This key cannot sign any more: make another.')
  const [first] = outputs
  const seal =
    recipient === null || first === undefined
      ? null
      : {
          recipient: recipient.publicKey,
          path: sealedPath(first.path),
          isArmored: invocation.flag('armor'),
        }
  return {
    protection: { signingSecret: secret?.value ?? null, seal },
    change: signing?.change ?? [],
    signedWith: signing?.key ?? null,
    sealedFor: recipient?.publicKey ?? null,
    recipient: recipient?.organisation ?? null,
  }
}

/** Every file that is written: the outputs and their signatures, or the sealed one in their place. */
export function writtenPaths(
  invocation: Invocation,
  outputs: readonly { readonly path: string }[],
): readonly { readonly path: string }[] {
  const isSealed = (invocation.text('seal-to') ?? invocation.text('to')) !== undefined
  const [first] = outputs
  if (isSealed) return first === undefined ? [] : [{ path: sealedPath(first.path) }]
  const signatures = invocation.flag('sign')
    ? outputs.map((output) => ({ path: `${output.path}${SIGNATURE_ENDING}` }))
    : []
  return [...outputs, ...signatures]
}

function sealedPath(file: string): string {
  const { dir, name } = path.parse(file)
  return path.join(dir, `${name}${SEALED_ENDING}`)
}

async function findRecipient(log: Log, wanted: string): Promise<Recipient> {
  const { isAgeRecipient } = await import('../brief/signing/ageSeal.ts')
  const all = sealRecipients(log)
  const found = wanted.startsWith('age1')
    ? (all.find(({ publicKey }) => publicKey === wanted) ?? {
        name: '',
        publicKey: wanted,
        organisation: null,
      })
    : onlyOne(distinct(all.filter((each) => fits(log, each, wanted))), 'key to seal for', wanted)
  if (isAgeRecipient(found.publicKey)) return found
  throw usage(
    'seal/recipient-unreadable',
    'A recipient is the whole text of an age key: age1 and 58 characters.',
  )
}

function fits(log: Log, recipient: Recipient & { readonly id: string }, wanted: string): boolean {
  const organisation = log.organisations[recipient.organisation ?? '']
  return isNamed(recipient, wanted) || (organisation !== undefined && isNamed(organisation, wanted))
}

/** One entry a key: an organisation may state the one that was also added. */
function distinct(recipients: readonly Recipient[]): readonly Recipient[] {
  return [...new Map(recipients.map((each) => [each.publicKey, each])).values()]
}

/**
 * The key that signs, null without `--sign`: the one named; for a recipient, the one made for them; else the only one
 * there is. Where there is none it is made now, since one key ties briefs to one hand.
 */
async function signingOf(
  log: Log,
  invocation: Invocation,
  recipient: Recipient | null,
): Promise<{ readonly key: OwnKey; readonly change: Change } | null> {
  const wanted = invocation.text('key')
  if (!invocation.flag('sign')) {
    if (wanted !== undefined) throw usage('cli/option-conflict', '--key goes with --sign.')
    return null
  }
  if (wanted !== undefined) return { key: findSigningKey(log, wanted), change: [] }
  const organisation = recipient?.organisation ?? null
  const name = recipient === null ? 'briefs' : `for ${recipient.name || recipient.publicKey.slice(0, 16)}`
  const isTheirs = (key: OwnKey): boolean =>
    organisation === null ? key.name === name : key.organisation === organisation
  const fitting = signingKeys(log).filter((key) => recipient === null || isTheirs(key))
  const [only, second] = fitting
  if (second !== undefined)
    throw usage('keys/ambiguous', 'Several keys could sign: name one with --key NAME.')
  return only === undefined ? madeKey(log, name, organisation) : { key: only, change: [] }
}

async function madeKey(
  log: Log,
  name: string,
  organisation: string | null,
): Promise<{ readonly key: OwnKey; readonly change: Change }> {
  const { makeMinisignKey } = await import('../brief/signing/minisignKey.ts')
  const fields = { use: 'sign' as const, name, organisation: organisation ?? undefined }
  const id = newId()
  const change = addKey(log, fields, await makeMinisignKey(randomBytes), { id, now: nowInstant() })
  if (!change.ok) throw usage(change.error.code, 'Make a signing key with: daybook keys LOG new NAME')
  const key = applyChange(log, change.value).log.keys[id]
  if (key === undefined) throw new Error('the key that was just made is not there')
  return { key, change: change.value }
}
