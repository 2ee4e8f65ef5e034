/** Options that say where what opens a log is to be read from. */

/** Of every command that opens a log. */
export const KEY_OPTIONS = {
  'passphrase-file': { type: 'string' },
  'recovery-key-file': { type: 'string' },
} as const

/** Of commands that set a passphrase. */
export const NEW_PASSPHRASE_OPTION = { 'new-passphrase-file': { type: 'string' } } as const
