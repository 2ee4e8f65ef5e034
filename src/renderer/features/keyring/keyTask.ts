/** What is being done with keys in the settings: one dialog at a time. */
import type { KeyUse, OwnKey } from '../../../core/keyring/ownKey.ts'
import type { AnyKey } from './keyRows.ts'

export type KeyTask =
  | { readonly kind: 'make'; readonly use: KeyUse }
  | { readonly kind: 'add' }
  /** By its id: one that was just made may not have arrived yet. */
  | { readonly kind: 'show'; readonly id: string }
  | { readonly kind: 'rotate'; readonly of: OwnKey }
  | { readonly kind: 'retire'; readonly of: AnyKey }
