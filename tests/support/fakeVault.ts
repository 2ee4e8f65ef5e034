/** The vault of the bridge in memory: keys, copies, rescue and drafts, without a file. */

import { type AppError, appError } from '../../src/core/appError.ts'
import { err, ok } from '../../src/core/result.ts'
import { withoutLocked } from '../../src/main/desk/draftDesk.ts'
import type { DaybookApi } from '../../src/shared/ipc/api.ts'
import type { Output } from '../../src/shared/ipc/contract.ts'
import type { VaultInfoView } from '../../src/shared/ipc/vault.ts'

type KeptDraft = Output<'drafts.list'>[number]

export interface FakeVaultOptions {
  readonly now: () => string
  readonly drafts?: readonly KeptDraft[]
  /** Asked at each save: the reason why the disk does not take it, or null. */
  readonly refusal?: () => AppError | null
  readonly onSettled?: () => void
  /** Called when the log goes on at another place. */
  readonly onElsewhere?: () => Output<'vault.saveElsewhere'>
}

export type FakeVault = Pick<
  DaybookApi,
  | 'vaultInfo'
  | 'vaultChangePassphrase'
  | 'vaultResetPassphrase'
  | 'vaultAddPassphrase'
  | 'vaultAddRecoveryKey'
  | 'vaultRemoveSlot'
  | 'vaultRekey'
  | 'vaultBackup'
  | 'vaultSaveElsewhere'
  | 'vaultRescue'
  | 'vaultCancelTask'
  | 'draftsList'
  | 'draftsRead'
  | 'draftsSave'
  | 'draftsDiscard'
  | 'draftsSettled'
> & { readonly endDraft: (id: string | undefined) => void }

const WORDS =
  'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title'

/** Any passphrase but "wrong" is one of the log. */
export function createFakeVault({
  now,
  drafts = [],
  refusal,
  onSettled,
  onElsewhere,
}: FakeVaultOptions): FakeVault {
  let slots: VaultInfoView['slots'] = [{ id: 'slot1', kind: 'passphrase', memoryMiB: 256 }]
  let lastSlot = 1
  const kept = new Map(drafts.map((draft) => [draft.id, draft]))
  const info = (): VaultInfoView => ({
    formatVersion: 1,
    sizeBytes: 2_430_112,
    counter: 1_204,
    lastSaved: now(),
    slots,
    compactionFailure: null,
  })
  const withKey = (current: string, next: () => VaultInfoView['slots']) => {
    if (current === 'wrong') return err(appError('vault/wrong-passphrase'))
    slots = next()
    return ok(info())
  }
  const newSlot = (kind: 'passphrase' | 'recovery') => {
    lastSlot += 1
    return { id: `slot${lastSlot}`, kind, memoryMiB: kind === 'recovery' ? null : 256 }
  }
  return {
    vaultInfo: async () => ok(info()),
    vaultChangePassphrase: async ({ current }) =>
      withKey(current, () => [...slots.slice(1), newSlot('passphrase')]),
    vaultResetPassphrase: async ({ words }) =>
      words.trim() === WORDS
        ? withKey('', () => [...slots.filter(({ kind }) => kind === 'recovery'), newSlot('passphrase')])
        : err(appError('vault/wrong-recovery-key')),
    vaultAddPassphrase: async ({ current }) => withKey(current, () => [...slots, newSlot('passphrase')]),
    vaultAddRecoveryKey: async ({ current }) => {
      const done = withKey(current, () => [
        ...slots.filter(({ kind }) => kind !== 'recovery'),
        newSlot('recovery'),
      ])
      return done.ok ? ok({ words: WORDS }) : done
    },
    vaultRemoveSlot: async ({ current, id }) =>
      withKey(current, () => slots.filter((slot) => slot.id !== id)),
    vaultRekey: async ({ passphrase }) => withKey(passphrase, () => [newSlot('passphrase')]),
    vaultBackup: async () =>
      ok({ file: 'spring backup 2026-02-03.daybook', sizeBytes: 2_391_040, records: 312 }),
    vaultSaveElsewhere: async () => ok(onElsewhere?.() ?? null),
    vaultRescue: async (typed) =>
      'passphrase' in typed && typed.passphrase === 'wrong'
        ? err(appError('vault/wrong-passphrase'))
        : ok({
            file: 'spring rescued 2026-02-03.daybook',
            records: 1_971,
            lost: [{ from: 81_920, to: 114_688 }],
            lostBytes: 32_768,
            lostRecordCount: 2,
            lostRecords: [
              { collection: 'incidents', id: 'incident-0007', date: '2026-01-14' },
              { collection: 'persons', id: 'person-0003', date: null },
            ],
            sawEnd: true,
            endsEarly: false,
            missingFrames: 1,
            incompleteTransactions: 0,
            invalid: 0,
          }),
    vaultCancelTask: async () => ok({}),
    draftsList: async () => ok([...kept.values()].map(withoutLocked)),
    draftsRead: async ({ id }) => ok(kept.get(id) ?? null),
    draftsSave: async ({ id, fields }) => {
      const refused = refusal?.() ?? null
      if (refused !== null) return err(refused)
      kept.set(id, { id, fields, savedAt: now() })
      return ok({})
    },
    draftsDiscard: async ({ id }) => {
      kept.delete(id)
      return ok({})
    },
    draftsSettled: async () => {
      onSettled?.()
      return ok({})
    },
    endDraft: (id) => {
      if (id !== undefined) kept.delete(id)
    },
  }
}
