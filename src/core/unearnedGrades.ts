/**
 * Grades of claims that the rules of grading do not allow. A form and an assessment refuse them; an import keeps them,
 * since they are what the file says, and they are listed.
 */
import type { AppError } from './appError.ts'
import type { Claim } from './claim.ts'
import { gradeProblem } from './grading.ts'
import type { Change, Log } from './log.ts'
import { sourcingWith } from './sourcing/claimSourcing.ts'
import { RootFinder } from './sourcing/RootFinder.ts'
import { recordsOfLog, type SourcingRecords } from './sourcing/sourcingRecords.ts'

export interface UnearnedGrade {
  /** Id of the claim. */
  readonly claim: string
  /** What speaks against it, as `gradeProblem` has it. */
  readonly code: AppError['code']
}

/** The claims of a change with such grades, judged by the log as the change leaves it, or has left it. */
export function listUnearnedGrades(change: Change, log: Log): readonly UnearnedGrade[] {
  const finder = new RootFinder(recordsAfter(change, log))
  return change.flatMap((put): UnearnedGrade[] => {
    if (put.kind !== 'claims' || put.record === null || !isHigh(put.record)) return []
    // A file need not know what replaced a claim.
    const status = put.record.status === 'superseded' ? 'not-assessed' : put.record.status
    const problem = gradeProblem({ ...put.record, status }, sourcingWith(put.record, finder).cap)
    return problem === null ? [] : [{ claim: put.id, code: problem.code }]
  })
}

/** Only these have to be earned. */
const isHigh = ({ credibility, status }: Claim): boolean => credibility === 1 || status === 'established'

/** Reads the log record by record, and those of the change before it. */
function recordsAfter(change: Change, log: Log): SourcingRecords {
  const records = recordsOfLog(log)
  const changed = new Map(change.map((put) => [`${put.kind}/${put.id}`, put]))
  return {
    item: (id) => {
      const put = changed.get(`sourceItems/${id}`)
      if (put?.kind !== 'sourceItems' || put.record === null) return records.item(id)
      return { record: put.record, isDeleted: false }
    },
    source: (id) => {
      const put = changed.get(`sources/${id}`)
      if (put?.kind !== 'sources' || put.record === null) return records.source(id)
      return { record: put.record, isDeleted: false }
    },
  }
}
