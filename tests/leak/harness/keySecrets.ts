/** Secret halves of a log's keys: made of their ids, so that a twin whose ids are others has other secrets. */
import { createHash } from 'node:crypto'
import type { Log } from '../../../src/core/log.ts'

export function withKeySecrets(log: Log): Log {
  const secrets = Object.keys(log.keys).map((id) => {
    const secret = createHash('sha512').update(id).digest().subarray(0, 40).toString('base64')
    return [id, { id, secret }] as const
  })
  return { ...log, keySecrets: Object.fromEntries(secrets) }
}
