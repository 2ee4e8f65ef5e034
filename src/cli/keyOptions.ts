/** Options about opening a log: where what opens it is to be read from, and whose lock may be taken over. */

/** Of every command that opens a log. */
export const KEY_OPTIONS = {
  'passphrase-file': { type: 'string' },
  'recovery-key-file': { type: 'string' },
} as const

/** Of commands that set a passphrase. */
export const NEW_PASSPHRASE_OPTION = { 'new-passphrase-file': { type: 'string' } } as const

/** Of commands that write: the name of the other computer whose lock the user gives up for lost. */
export const LOCK_OPTION = { 'take-over-lock': { type: 'string' } } as const
