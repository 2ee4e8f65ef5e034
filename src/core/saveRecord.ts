/** A record saved by hand, as one change: the record itself, and the persons whose roles follow from it. */
import type { AppError } from './appError.ts'
import type { KnowsCode } from './codeCheck.ts'
import { editRecord } from './editRecord.ts'
import type { Change, Log, Put } from './log.ts'
import { roleUpdates } from './personRoles.ts'
import type { Kind, Stamp } from './records.ts'
import { ok, type Result } from './result.ts'

/** Arguments and errors as for {@link editRecord}. */
export function saveRecord(
  log: Log,
  kind: Kind,
  id: string | null,
  untrustedFields: Readonly<Record<string, unknown>>,
  stamp: Stamp,
  knows: KnowsCode,
): Result<Change, AppError> {
  const edited = editRecord(log, kind, id, untrustedFields, stamp, knows)
  if (!edited.ok) return edited
  const record = edited.value
  return ok([{ kind, id: record.id, record } as Put, ...roleUpdates(log, record, stamp.now)])
}
