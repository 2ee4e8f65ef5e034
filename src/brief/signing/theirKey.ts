/** A public key that somebody else gave us: what it is for is told from its form. */
import type { RecipientKey } from '../../core/keyring/recipientKey.ts'
import { isAgeRecipient } from './ageSeal.ts'
import { parsePublicKey, publicKeyText } from './minisignKey.ts'

/** An age recipient, or a minisign key as text or as a `.pub` file; null for anything else, a wrong checksum included. */
export function readTheirKey(untrusted: string): Pick<RecipientKey, 'use' | 'publicKey'> | null {
  const text = untrusted.trim()
  if (isAgeRecipient(text)) return { use: 'seal', publicKey: text }
  const key = parsePublicKey(text)
  return key === null ? null : { use: 'verify', publicKey: publicKeyText(key) }
}
