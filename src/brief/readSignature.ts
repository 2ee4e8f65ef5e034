/** Who signed somebody's brief, as far as the keys that the log knows can tell. */
import type { RecipientKey } from '../core/keyring/recipientKey.ts'
import { keyIdText, parsePublicKey } from './signing/minisignKey.ts'
import { verifyBrief } from './signing/verifyBrief.ts'

export interface ReadSignature {
  /** passed: by a key the log knows · failed: it does not fit · unknown: no key of the log made it · none. */
  readonly state: 'passed' | 'failed' | 'unknown' | 'none'
  readonly key: RecipientKey | null
}

/** @param untrusted text of the `.minisig` file; null when there is none. */
export async function readSignature(
  bytes: Uint8Array,
  untrusted: string | null,
  known: readonly RecipientKey[],
): Promise<ReadSignature> {
  if (untrusted === null) return { state: 'none', key: null }
  const keys = known.flatMap((record) => {
    const key = record.use === 'verify' ? parsePublicKey(record.publicKey) : null
    return key === null ? [] : [{ record, key }]
  })
  const checks = await verifyBrief({ bytes, untrustedSignature: untrusted, keys: keys.map(({ key }) => key) })
  const check = checks.find(({ what }) => what === 'signature')
  const signer = keys.find(({ key }) => keyIdText(key) === check?.keyId)?.record ?? null
  if (check?.passed) return { state: 'passed', key: signer }
  // A signature of a key nobody here knows says nothing, for or against the file.
  return { state: check?.keyId !== undefined && signer === null ? 'unknown' : 'failed', key: null }
}
