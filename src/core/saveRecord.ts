/** A record saved by hand, as one change: the record itself, and the persons whose roles follow from it. */
import type { AppError } from './appError.ts'
import type { KnowsCode } from './codeCheck.ts'
import { editRecord } from './editRecord.ts'
import type { Change, Log, Put } from './log.ts'
import { roleUpdates } from './personRoles.ts'
import type { Kind, Stamp } from './records.ts'
import { checkProfile, type OwnProfile, profileOfRecord } from './redaction/ownProfile.ts'
import { ok, type Result } from './result.ts'

/** Arguments and errors as for {@link editRecord}; of a profile also those of {@link checkProfile}. */
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
  const checked = 'basedOn' in edited.value ? nextProfile(edited.value, log) : edited
  if (!checked.ok) return checked
  const record = checked.value
  return ok([{ kind, id: record.id, record } as Put, ...roleUpdates(log, record, stamp.now)])
}

/** A profile that may be kept, one version further than it was. */
function nextProfile(record: OwnProfile, log: Log): Result<OwnProfile, AppError> {
  const before = log.profiles[record.id]
  const next = before === undefined ? record : { ...record, version: before.version + 1 }
  const refused = checkProfile(profileOfRecord(next), log, record.id)
  return refused.ok ? ok(next) : refused
}
