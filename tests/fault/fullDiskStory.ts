/**
 * What happens on a disk that gets full while a log is open: refusals that say so, nothing acknowledged lost, nothing
 * refused half there, reading goes on, another place can be chosen, and once there is room everything works again.
 */
import { join } from 'node:path'
import { passphraseSecret } from '../../src/vault/secret.ts'
import {
  describeDifference,
  initialLog,
  isSameState,
  type LogState,
  stateOf,
} from '../support/vault/logModel.ts'
import { createRandom } from '../support/vault/random.ts'
import {
  createTestLog,
  openTestLog,
  PASSPHRASE,
  type TestPorts,
  type TestSession,
} from '../support/vault/testLog.ts'

export interface FullDisk {
  readonly ports: TestPorts
  /** On the disk that gets full. */
  readonly folder: string
  /** On another one. */
  readonly elsewhere: string
  /** Makes room. */
  readonly free: () => void
  /** Names in `folder`. */
  readonly list: () => readonly string[]
}

export interface FullDiskReport {
  acknowledged: number
  refused: number
  readonly wrong: string[]
}

const MOST_UPDATES = 3000
const ENOUGH_REFUSALS = 12

export async function tellFullDiskStory(where: FullDisk): Promise<FullDiskReport> {
  const report: FullDiskReport = { acknowledged: 0, refused: 0, wrong: [] }
  const path = join(where.folder, 'log.daybook')
  const created = await createTestLog(path, initialLog(), where.ports)
  if (!created.ok) {
    expectCode(report, 'creating', created)
    const left = where.list()
    if (left.length > 0) report.wrong.push(`not created, and left behind: ${left.join()}`)
    return report
  }
  const session = created.value
  const state = await fill(session, report)
  await whileFull(session, path, where, state, report)
  where.free()
  await onceThereIsRoom(session, path, where, state, report)
  return report
}

/** Updates until several were refused; returns what is acknowledged. */
async function fill(session: TestSession, report: FullDiskReport): Promise<LogState> {
  const random = createRandom(1)
  let state = stateOf(session.data)
  for (let n = 1; n <= MOST_UPDATES && report.refused < ENOUGH_REFUSALS; n += 1) {
    const id = `r${random.below(30)}`
    const record = { id, n, text: random.bytes(random.below(3000)).toString('base64') }
    const saved = await session.update((draft) => {
      draft.incidents[id] = record
    })
    if (saved.ok) {
      report.acknowledged += 1
      state = new Map([...state, [`incidents/${id}`, JSON.stringify(record)]])
    } else {
      report.refused += 1
      expectCode(report, 'an update', saved)
    }
    expectState(report, 'memory', session.data, state)
  }
  if (report.refused < ENOUGH_REFUSALS) report.wrong.push('the disk never got full')
  return state
}

async function whileFull(
  session: TestSession,
  path: string,
  where: FullDisk,
  state: LogState,
  report: FullDiskReport,
): Promise<void> {
  if (session.info().failure !== null)
    report.wrong.push(`a full disk is not a failed one: ${JSON.stringify(session.info().failure)}`)
  await expectOnDisk(report, 'while full', path, where, state)
  expectCode(report, 'making it smaller', await session.compact())
  expectCode(report, 'a backup', await session.backup(join(where.folder, 'backup.daybook')))
  const left = where.list().filter((name) => name.endsWith('.tmp') || name.startsWith('backup'))
  if (left.length > 0) report.wrong.push(`left on a full disk: ${left.join()}`)
  const backup = join(where.elsewhere, 'backup.daybook')
  const saved = await session.backup(backup)
  if (!saved.ok) report.wrong.push(`a backup on another disk: ${JSON.stringify(saved.error)}`)
  else await expectOnDisk(report, 'backup elsewhere', backup, where, state)
}

async function onceThereIsRoom(
  session: TestSession,
  path: string,
  where: FullDisk,
  state: LogState,
  report: FullDiskReport,
): Promise<void> {
  const again = await session.update((draft) => {
    draft.meta = { n: 1 }
  })
  if (!again.ok) report.wrong.push(`an update once there is room: ${JSON.stringify(again.error)}`)
  const smaller = await session.compact()
  if (!smaller.ok) report.wrong.push(`making it smaller once there is room: ${JSON.stringify(smaller.error)}`)
  const changed = await session.changePassphrase(passphraseSecret(PASSPHRASE), passphraseSecret(PASSPHRASE))
  if (!changed.ok) report.wrong.push(`a passphrase once there is room: ${JSON.stringify(changed.error)}`)
  await session.close()
  await expectOnDisk(
    report,
    'in the end',
    path,
    where,
    new Map([...state, ['meta', JSON.stringify({ n: 1 })]]),
  )
}

/** Allowed to work all the same, where there happens to be room; otherwise it must say why. */
function expectCode(
  report: FullDiskReport,
  what: string,
  result: { readonly ok: boolean; readonly error?: { readonly code: string } },
): void {
  if (!result.ok && result.error?.code !== 'disk/full')
    report.wrong.push(`${what}: ${JSON.stringify(result.error)}`)
}

function expectState(report: FullDiskReport, what: string, data: TestSession['data'], state: LogState): void {
  const found = stateOf(data)
  if (!isSameState(found, state)) report.wrong.push(`${what} differs: ${describeDifference(found, state)}`)
}

async function expectOnDisk(
  report: FullDiskReport,
  what: string,
  path: string,
  where: FullDisk,
  state: LogState,
): Promise<void> {
  const opened = await openTestLog(path, where.ports, { readOnly: true })
  if (!opened.ok) {
    report.wrong.push(`${what}: does not open: ${JSON.stringify(opened.error)}`)
    return
  }
  expectState(report, what, opened.value.data, state)
  await opened.value.close()
}
