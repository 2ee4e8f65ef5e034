/** Locks that others left behind: a computer that has lost the network, a container of this one that is gone. */
import { writeFile } from 'node:fs/promises'
import { processIdentity } from '../../../src/vault/processIdentity.ts'

export const FOREIGN_HOST = 'office'
const FOREIGN_ID = '0f'.repeat(16)

/** Writes it beside the log at `path`, and answers its id. */
export async function writeForeignLock(path: string): Promise<string> {
  const record = {
    id: FOREIGN_ID,
    since: '2026-02-03T09:12:00.000Z',
    pid: 4_711,
    startTime: '1',
    bootId: 'the boot of another computer',
    pidNamespace: null,
    machine: null,
    host: FOREIGN_HOST,
  }
  await writeFile(`${path}.lock`, JSON.stringify(record))
  return FOREIGN_ID
}

/** Writes that of a process of this computer which cannot be told to be alive or gone; answers its number. */
export async function writeUnclearLock(path: string): Promise<number> {
  const pid = 4_711
  const since = new Date().toISOString()
  const record = {
    ...processIdentity(),
    id: FOREIGN_ID,
    since,
    pid,
    pidNamespace: 'pid:[1]',
    program: 'command-line',
  }
  await writeFile(`${path}.lock`, JSON.stringify(record))
  return pid
}
