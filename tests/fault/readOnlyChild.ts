/** `node readOnlyChild.ts FOLDER ELSEWHERE`: a log in a folder that is mounted read-only. Prints what happened, as JSON. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { initialLog, isSameState, stateOf } from '../support/vault/logModel.ts'
import { createTestLog, openTestLog } from '../support/vault/testLog.ts'

const [, , folder = '', elsewhere = ''] = process.argv
const path = join(folder, 'log.daybook')
const created = await createTestLog(join(folder, 'new.daybook'), initialLog())
const opened = await openTestLog(path)
const reader = await openTestLog(path, {}, { readOnly: true })
const same = reader.ok && isSameState(stateOf(reader.value.data), stateOf(initialLog()))
const backup = reader.ok ? await reader.value.backup(join(elsewhere, 'backup.daybook')) : null
if (reader.ok) await reader.value.close()
console.log(
  JSON.stringify({
    created: created.ok ? 'ok' : created.error.code,
    opened: opened.ok ? 'ok' : opened.error.code,
    readsTheSame: same,
    backup: backup?.ok === true ? 'ok' : (backup?.error.code ?? null),
    names: readdirSync(folder),
  }),
)
