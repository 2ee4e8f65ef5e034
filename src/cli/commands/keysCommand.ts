/** `keys LOG [ACTION] [NAME]`: the keys that sign and open briefs, and the public keys of others. */
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { renderUnicodeCompact } from 'uqr'
import { makeKey } from '../../brief/signing/makeKey.ts'
import { openMinisignSecret } from '../../brief/signing/minisignKey.ts'
import { secretKeyFile } from '../../brief/signing/minisignSecretFile.ts'
import { readTheirKey } from '../../brief/signing/theirKey.ts'
import type { AppError } from '../../core/appError.ts'
import { signingSecret } from '../../core/keyring/chooseKey.ts'
import { fingerprint } from '../../core/keyring/fingerprint.ts'
import {
  addKey,
  addRecipientKey,
  retireKey,
  retireRecipientKey,
  rotateKey,
} from '../../core/keyring/keyringChange.ts'
import { KEY_USES } from '../../core/keyring/ownKey.ts'
import type { Change, Log } from '../../core/log.ts'
import type { Result } from '../../core/result.ts'
import type { VaultSession } from '../../vault/VaultSession.ts'
import { newId, nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import { type FoundKey, findKey, findOrganisation } from '../foundKeys.ts'
import type { Invocation } from '../invocation.ts'
import { LOCK_OPTION, NEW_PASSPHRASE_OPTION } from '../keyOptions.ts'
import { type Output, textTable } from '../output.ts'
import { readNewPassphrase } from '../passphrase.ts'
import { saveChange, withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'

const text = { type: 'string' } as const

export const keysCommand: Command = {
  spec: {
    positionals: ['LOG', 'ACTION?', 'NAME?'],
    options: {
      ...LOCK_OPTION,
      ...NEW_PASSPHRASE_OPTION,
      use: text,
      for: text,
      key: text,
      note: text,
      'export-secret': text,
    },
  },
  run: (invocation, output) => {
    const action = invocation.optionalPositional('ACTION') ?? 'list'
    switch (action) {
      case 'list':
        return withLog(invocation, 'read', async ({ data }) => printKeys(data, invocation, output))
      case 'show':
        return withLog(invocation, 'read', ({ data }) => show(data, invocation, output))
      case 'new':
      case 'add':
      case 'rotate':
      case 'retire':
        return withLog(invocation, 'write', (session) => change(action, session, invocation, output))
      default:
        throw usage('cli/value-unknown', 'keys takes one of: list, new, add, show, rotate, retire.')
    }
  },
}

type Changing = 'new' | 'add' | 'rotate' | 'retire'

async function change(
  action: Changing,
  session: VaultSession<Log>,
  invocation: Invocation,
  output: Output,
): Promise<void> {
  const id = action === 'retire' ? named(session.data, invocation).record.id : newId()
  const changed = await changeOf(action, session.data, invocation, { id, now: nowInstant() })
  if (!changed.ok) throw keyFailure(changed.error)
  await saveChange(session, changed.value, { what: 'edited' })
  printKey(findKey(session.data, id), invocation, output)
}

async function changeOf(
  action: Changing,
  log: Log,
  invocation: Invocation,
  stamp: { readonly id: string; readonly now: string },
): Promise<Result<Change, AppError>> {
  const organisation = organisationOption(log, invocation)
  if (action === 'new') {
    const use = invocation.choice('use', KEY_USES) ?? 'sign'
    const name =
      invocation.optionalPositional('NAME') ?? log.organisations[organisation ?? '']?.name ?? NAME_OF[use]
    return addKey(log, { use, name, organisation }, await makeKey(use, randomBytes), stamp)
  }
  if (action === 'add') {
    const key = readTheirKey(await keyText(invocation, invocation.requiredText('key')))
    if (key === null) throw keyFailure({ code: 'keys/public-unreadable' })
    const name = invocation.optionalPositional('NAME') ?? log.organisations[organisation ?? '']?.name ?? ''
    return addRecipientKey(log, { ...key, name, organisation, remarks: invocation.text('note') }, stamp)
  }
  const { kind, record } = named(log, invocation)
  if (action === 'retire')
    return kind === 'keys'
      ? retireKey(log, record.id, stamp.now)
      : retireRecipientKey(log, record.id, stamp.now)
  if (kind !== 'keys')
    throw usage('keys/not-own', 'A key of others is not rotated: retire it and add the new one.')
  return rotateKey(log, record.id, await makeKey(record.use, randomBytes), stamp)
}

function named(log: Log, invocation: Invocation): FoundKey {
  const name = invocation.optionalPositional('NAME')
  if (name === undefined) throw usage('cli/argument-missing', 'NAME is missing.')
  return findKey(log, name)
}

function organisationOption(log: Log, invocation: Invocation): string | undefined {
  const wanted = invocation.text('for')
  return wanted === undefined ? undefined : findOrganisation(log, wanted)
}

/** A key as it is, or the text of the file that holds it. */
export async function keyText(invocation: Invocation, given: string): Promise<string> {
  const isKey = given.startsWith('RW') || given.startsWith('age1')
  return isKey ? given : new TextDecoder().decode(await readInput(invocation.path(given)))
}

async function show(log: Log, invocation: Invocation, output: Output): Promise<void> {
  const found = named(log, invocation)
  const file = invocation.text('export-secret')
  if (file !== undefined) await exportSecret(log, found, file, invocation)
  printKey(found, invocation, output)
}

/** minisign's own file, under a passphrase: the one way in which a secret leaves the vault. */
async function exportSecret(
  log: Log,
  { kind, record }: FoundKey,
  file: string,
  invocation: Invocation,
): Promise<void> {
  if (kind !== 'keys' || record.use !== 'sign')
    throw usage('keys/not-signing', 'Only the secret of a signing key can be exported.')
  const secret = signingSecret(log, record.id)
  if (!secret.ok) throw keyFailure(secret.error)
  const passphrase = await readNewPassphrase(invocation)
  try {
    const key = await openMinisignSecret(secret.value)
    const bytes = await passphrase.use((typed) => secretKeyFile(key, typed, randomBytes))
    key.secretKey.fill(0)
    await writeFile(invocation.path(file), bytes, { mode: 0o600, flag: 'wx' }).catch(() => {
      throw new CliFailure(EXIT.file, 'disk/not-written', 'The secret was not written: does the file exist?')
    })
  } finally {
    passphrase.wipe()
  }
}

function keyFailure({ code }: AppError): CliFailure {
  return new CliFailure(EXIT.refused, code, SENTENCES[code] ?? 'The key cannot be changed like that.')
}

const SENTENCES: Readonly<Record<string, string>> = {
  'keys/name-missing': 'Give the key a name.',
  'keys/name-taken': 'Another key in use has this name.',
  'keys/retired': 'This key is retired already.',
  'keys/known': 'This public key is in the log already.',
  'keys/public-unreadable': 'This is no public key: it must be the whole text, beginning with age1 or RW.',
  'keys/secret-missing': 'This key cannot sign any more: its secret is not in this log.',
}

/** Of a key that was made without a name. */
const NAME_OF = { sign: 'briefs', open: 'receiving' } as const

const USES = {
  sign: 'signs briefs',
  open: 'opens what is sealed for you',
  seal: 'briefs are sealed for it',
  verify: 'checks their signatures',
} as const

/** A key for programs: what the record says and what is computed from it; never a secret. */
function keyDocument({ kind, record }: FoundKey): Record<string, unknown> {
  const { id, name, use, publicKey, organisation, createdAt, retiredAt } = record
  return {
    id,
    own: kind === 'keys',
    name,
    use,
    publicKey,
    fingerprint: fingerprint(publicKey),
    organisation: organisation ?? null,
    added: createdAt,
    retired: retiredAt ?? null,
  }
}

function printKeys(log: Log, invocation: Invocation, output: Output): void {
  const keys: FoundKey[] = [
    ...Object.values(log.keys).map((record) => ({ kind: 'keys' as const, record })),
    ...Object.values(log.recipientKeys).map((record) => ({ kind: 'recipientKeys' as const, record })),
  ]
  if (invocation.flag('json')) {
    output.document(keys.map(keyDocument))
    return
  }
  if (keys.length === 0) output.line('No keys. Make one with: daybook keys LOG new NAME')
  const rows = keys.map(({ record }) => {
    const { id, name, use, publicKey, retiredAt } = record
    return [id.slice(0, 10), name, USES[use], retiredAt === undefined ? '' : 'retired', publicKey]
  })
  for (const line of textTable(rows)) output.line(line)
}

function printKey(found: FoundKey, invocation: Invocation, output: Output): void {
  if (invocation.flag('json')) {
    output.document(keyDocument(found))
    return
  }
  const { name, use, publicKey, retiredAt } = found.record
  output.line(`${name}: ${USES[use]}${retiredAt === undefined ? '' : ', retired'}`)
  output.line(publicKey)
  output.line(`Fingerprint: ${fingerprint(publicKey)}`)
  if (retiredAt !== undefined) return
  output.line('')
  output.line(renderUnicodeCompact(publicKey, { border: 2 }))
  if (found.kind === 'keys' && use === 'sign')
    output.line('One signature ties briefs to one hand: use a key of its own for each recipient.')
}
