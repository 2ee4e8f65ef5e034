/** Keys that sign and seal: made, rotated, retired. The window gets their public halves with the records, and no more. */
import { randomBytes } from 'node:crypto'
import { type AppError, appError } from '../../core/appError.ts'
import {
  addKey,
  addRecipientKey,
  retireKey,
  retireRecipientKey,
  rotateKey,
} from '../../core/keyring/keyringChange.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { BuildChange, OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'

type KeyringCalls = 'keys.make' | 'keys.rotate' | 'keys.retire' | 'recipientKeys.add' | 'recipientKeys.retire'

export function createKeyringDesk(context: DeskContext): HandlersOf<KeyringCalls> {
  const withLog = async <T>(
    work: (log: OpenLog) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> => {
    const log = context.openLog()
    return log === null ? err(appError('log/not-open')) : work(log)
  }
  const commitStep = async (log: OpenLog, build: BuildChange) => {
    const saved = await log.commit(build)
    return saved.ok ? ok({ step: saved.value }) : saved
  }
  const commitNew = async (log: OpenLog, id: string, build: BuildChange) => {
    const saved = await log.commit(build)
    return saved.ok ? ok({ id }) : saved
  }
  const newStamp = () => ({ id: context.newId(), now: context.now() })

  return {
    'keys.make': ({ use, name, organisation }) =>
      withLog(async (log) => {
        const { makeKey } = await import('../../brief/signing/makeKey.ts')
        const pair = await makeKey(use, randomBytes)
        const stamp = newStamp()
        const fields = { use, name, organisation: organisation ?? undefined }
        return commitNew(log, stamp.id, (before) => addKey(before, fields, pair, stamp))
      }),
    'keys.rotate': ({ id }) =>
      withLog(async (log) => {
        const use = log.data.keys[id]?.use
        if (use === undefined) return err(appError('records/not-found'))
        const { makeKey } = await import('../../brief/signing/makeKey.ts')
        const pair = await makeKey(use, randomBytes)
        const stamp = newStamp()
        return commitNew(log, stamp.id, (before) => rotateKey(before, id, pair, stamp))
      }),
    'keys.retire': ({ id }) =>
      withLog((log) => commitStep(log, (before) => retireKey(before, id, context.now()))),
    'recipientKeys.add': ({ name, organisation, publicKey: untrustedKey, remarks }) =>
      withLog(async (log) => {
        const { readTheirKey } = await import('../../brief/signing/theirKey.ts')
        const key = readTheirKey(untrustedKey)
        if (key === null) return err(appError('keys/public-unreadable'))
        const stamp = newStamp()
        const note = remarks.trim() === '' ? {} : { remarks }
        const fields = { ...key, ...note, name, organisation: organisation ?? undefined }
        return commitNew(log, stamp.id, (before) => addRecipientKey(before, fields, stamp))
      }),
    'recipientKeys.retire': ({ id }) =>
      withLog((log) => commitStep(log, (before) => retireRecipientKey(before, id, context.now()))),
  }
}
