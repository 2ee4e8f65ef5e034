/** `verify FILE`: what a reader can check of a file: its signature, and of a JSON brief its form. Needs no log. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SIGNATURE_ENDING } from '../../brief/signing/fileEndings.ts'
import { type MinisignPublicKey, parsePublicKey } from '../../brief/signing/minisignKey.ts'
import { type BriefCheck, verifyBrief } from '../../brief/signing/verifyBrief.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import type { Invocation } from '../invocation.ts'
import { withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'
import { keyText } from './keysCommand.ts'

const text = { type: 'string' } as const

export const verifyCommand: Command = {
  spec: { positionals: ['FILE'], options: { key: text, signer: text, signature: text, log: text } },
  run: async (invocation, output) => {
    const file = invocation.path(invocation.positional('FILE'))
    const bytes = await readInput(file)
    const keys = await givenKeys(invocation)
    const untrustedSignature = await readSignature(invocation, file, keys !== null)
    const checks = await verifyBrief({ bytes, untrustedSignature, keys: keys ?? [] })
    const isGood = checks.length > 0 && checks.every(({ passed }) => passed)
    if (invocation.flag('json')) output.document({ ok: isGood, checks })
    else for (const line of checks.map(checkLine)) output.line(line)
    if (checks.length === 0)
      throw new CliFailure(
        EXIT.refused,
        'verify/nothing-to-check',
        `There is no signature (${path.basename(file)}${SIGNATURE_ENDING}), and this is no brief as JSON.`,
      )
    if (!isGood)
      throw new CliFailure(EXIT.refused, 'verify/failed', 'The file did not pass: do not rely on it.')
    if (untrustedSignature === null && !invocation.flag('json'))
      output.line('There is no signature: who made it was not checked.')
  },
}

/** The keys that may have signed: the one given, or all that a log knows; null when neither was asked for. */
async function givenKeys(invocation: Invocation): Promise<readonly MinisignPublicKey[] | null> {
  const given = invocation.text('key') ?? invocation.text('signer')
  const log = invocation.text('log')
  if (given !== undefined) {
    const key = parsePublicKey(await keyText(invocation, given))
    if (key === null)
      throw usage('keys/public-unreadable', '--key takes a key of minisign (RW…) or the file that holds it.')
    return [key]
  }
  if (log === undefined) return null
  return withLog(
    invocation,
    'read',
    async ({ data }) =>
      [...Object.values(data.keys), ...Object.values(data.recipientKeys)].flatMap(({ use, publicKey }) => {
        const key = use === 'sign' || use === 'verify' ? parsePublicKey(publicKey) : null
        return key === null ? [] : [key]
      }),
    log,
  )
}

/** The file named, or the one beside; null when there is none beside and nobody asked for a signature. */
async function readSignature(
  invocation: Invocation,
  file: string,
  isAskedFor: boolean,
): Promise<string | null> {
  const named = invocation.text('signature')
  if (named !== undefined) return asText(await readInput(invocation.path(named)))
  const beside = await readFile(`${file}${SIGNATURE_ENDING}`).catch(() => null)
  if (beside !== null) return asText(beside)
  // A key without a signature to check: an empty one, so that the check is made and fails.
  return isAskedFor ? '' : null
}

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

const NAMES = { signature: 'signature', schema: 'JSON schema', 'canonical-form': 'canonical form' } as const
const REASONS: Readonly<Record<NonNullable<BriefCheck['code']>, string>> = {
  'signature/unreadable': 'there is none that can be read',
  'signature/other-key': 'made with another key',
  'signature/wrong': 'the file or the signature was altered',
  'signature/no-key': 'not checked: give the signer’s key with --key RW…',
  'brief/not-in-schema': 'not what the published schema says',
  'reading/newer-version': 'made by a newer Daybook, which is needed to check it',
  'reading/older-version': 'an older form, which this version does not check',
  'brief/not-canonical': 'the same values, but not the bytes that Daybook writes',
}

function checkLine({ what, passed, code, keyId, trustedComment }: BriefCheck): string {
  const key = keyId === undefined ? '' : ` (key id ${keyId})`
  const comment = trustedComment === undefined ? '' : `; comment “${plain(trustedComment)}”`
  const reason = code === undefined ? '' : `: ${REASONS[code]}`
  return `${passed ? 'good' : 'BAD '}  ${NAMES[what]}${key}${reason}${comment}`
}

/** Somebody else's words on a terminal: without control characters, which could paint over what stands there. */
const plain = (untrusted: string): string => untrusted.replace(/[\p{Cc}\p{Cf}]/gu, '?')
