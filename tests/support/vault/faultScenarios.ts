/** Pieces of work on an open log, each of which a failing disk may interrupt at any of its calls. */

import type { Result } from '../../../src/core/result.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import type { VaultError } from '../../../src/vault/vaultError.ts'
import { PASSPHRASE, type TestSession } from './testLog.ts'

export const FOLDER = '/logs'
export const STICK = '/stick'
export const PATH = '/logs/log.daybook'
const BACKUP = '/stick/backup.daybook'
export const NEXT_PASSPHRASE = 'another passphrase'

export interface Scenario {
  readonly name: string
  /** Whether the data afterwards is that of one more update. */
  readonly changesData: boolean
  readonly work: (session: TestSession) => Promise<Result<unknown, VaultError>>
}

/** Changes one record; the model of it is `changed`. */
export const CHANGED_TEXT = 'changed while the disk failed '.repeat(40)

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'an update',
    changesData: true,
    work: (session) =>
      session.update((draft) => {
        draft.incidents.r1 = { id: 'r1', n: 1000, text: CHANGED_TEXT }
      }),
  },
  { name: 'making the file smaller', changesData: false, work: (session) => session.compact() },
  { name: 'a backup', changesData: false, work: (session) => session.backup(BACKUP) },
  {
    name: 'another passphrase',
    changesData: false,
    work: (session) => session.addPassphrase(passphraseSecret(PASSPHRASE), passphraseSecret(NEXT_PASSPHRASE)),
  },
  {
    name: 'changing the passphrase there and back',
    changesData: false,
    work: async (session) => {
      const there = await session.changePassphrase(
        passphraseSecret(PASSPHRASE),
        passphraseSecret(NEXT_PASSPHRASE),
      )
      if (!there.ok) return there
      return session.changePassphrase(passphraseSecret(NEXT_PASSPHRASE), passphraseSecret(PASSPHRASE))
    },
  },
  {
    name: 'a new data key',
    changesData: false,
    work: (session) => session.rekey(passphraseSecret(PASSPHRASE)),
  },
  {
    name: 'saving elsewhere',
    changesData: false,
    work: (session) => session.saveElsewhere('/stick/elsewhere.daybook'),
  },
]
