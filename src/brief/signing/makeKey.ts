/** A new key pair for either use. */
import type { KeyPair } from '../../core/keyring/keyringChange.ts'
import type { KeyUse } from '../../core/keyring/ownKey.ts'
import { makeAgeKey } from './ageSeal.ts'
import { makeMinisignKey } from './minisignKey.ts'

/** @param chance gives that many random bytes, for a signing key; age takes its own from the system. */
export function makeKey(use: KeyUse, chance: (length: number) => Uint8Array): Promise<KeyPair> {
  return use === 'sign' ? makeMinisignKey(chance) : makeAgeKey()
}
