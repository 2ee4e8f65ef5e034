/**
 * Keys are taken from no file: one that says "this is the key of that organisation" would have briefs sealed for whoever
 * wrote the file. They are added one by one, after comparing fingerprints.
 */
import type { Kind } from '../core/records.ts'

export function isKeyKind(kind: Kind): boolean {
  return kind === 'keys' || kind === 'recipientKeys'
}
