/** What was noticed when a log was opened, as lines on stderr: the command goes on. */
import { describeFileSystemWarning, type FileSystemWarning } from '../vault/fileSystem.ts'
import type { OpeningReport } from '../vault/VaultSession.ts'

/** `code` is `notice/…`; fields are for machines. */
export interface Notice {
  readonly code: string
  readonly sentence: string
  readonly fields: Readonly<Record<string, string | number | null>>
}

export function noticesOf({ rolledBack, tornTail, repaired, warnings }: OpeningReport): readonly Notice[] {
  const notices: Notice[] = []
  if (rolledBack !== null) {
    const missing = Math.max(0, rolledBack.seen.counter - rolledBack.found.counter)
    const lack = missing === 0 ? 'its keys were changed since' : `saves that are missing: ${missing}`
    notices.push({
      code: 'notice/rolled-back',
      sentence: `This file is older than what this computer saw last (${lack}). Look for the newer one before you go on.`,
      fields: { missing },
    })
  }
  if (tornTail !== null) {
    const { bytes, keptAs } = tornTail
    notices.push({
      code: 'notice/torn-tail',
      sentence: `The last save was never finished nor confirmed; what came before is whole. Its ${bytes} bytes ${
        keptAs === null ? 'were left out' : `are kept as ${keptAs}`
      }.`,
      fields: { bytes, keptAs },
    })
  }
  if (repaired) {
    notices.push({
      code: 'notice/repaired',
      sentence:
        'A damaged part was restored from its second copy; nothing is missing. The disk may be failing.',
      fields: {},
    })
  }
  return [...notices, ...warnings.map(placeNotice)]
}

/** `daybook: notice/…: sentence`, one line each. */
export function tellNotices(report: OpeningReport): void {
  for (const { code, sentence } of noticesOf(report)) {
    process.stderr.write(`daybook: ${code}: ${sentence}\n`)
  }
}

function placeNotice(warning: FileSystemWarning): Notice {
  return { code: `notice/${warning}`, sentence: describeFileSystemWarning(warning), fields: {} }
}
