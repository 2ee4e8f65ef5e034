/** Copies of a log under trial, backups and the previous file, and what is held of them after a power cut. */
import type { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { openTestLog, type TestPorts } from '../support/vault/testLog.ts'
import { BrokenPromise, type TrialLog } from '../support/vault/trialLog.ts'

export interface Backup {
  readonly path: string
  /** The last update acknowledged when it began. */
  readonly from: number
  /** The last update issued before the backup was acknowledged; null when it was not. */
  to: number | null
}

export interface CopyWhere {
  readonly disk: PowerCutDisk
  readonly ports: TestPorts
  readonly log: TrialLog
  readonly passphrases: readonly string[]
}

/** An acknowledged backup is there; one that has its name opens, acknowledged or not. */
export async function judgeBackup({ path, from, to }: Backup, where: CopyWhere): Promise<void> {
  if (where.disk.contentOf(path) !== null) {
    await judgeCopy('backup', path, from, to ?? where.log.issued, where)
  } else if (to !== null) throw new BrokenPromise('an acknowledged backup is gone')
}

/** The file before the last compaction, if there is one: nothing is promised about how old it is. */
export async function judgePrevious(path: string, where: CopyWhere): Promise<void> {
  if (where.disk.contentOf(path) !== null) {
    await judgeCopy('previous file', path, 0, where.log.issued, where)
  }
}

async function judgeCopy(
  what: string,
  path: string,
  from: number,
  to: number,
  { ports, log, passphrases }: CopyWhere,
): Promise<void> {
  const errors: string[] = []
  for (const passphrase of passphrases) {
    const opened = await openTestLog(path, ports, { passphrase, readOnly: true })
    if (opened.ok) {
      log.expectIssued(opened.value.data, from, to, what)
      await opened.value.close()
      return
    }
    errors.push(JSON.stringify(opened.error))
  }
  throw new BrokenPromise(`${what} does not open with ${passphrases.join(' or ')}: ${errors[0]}`)
}
