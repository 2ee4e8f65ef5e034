/** The lock of a computer that is not this one, as it stays after that computer has lost the network. */
import { writeFile } from 'node:fs/promises'

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
