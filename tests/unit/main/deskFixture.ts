/** A desk over real vaults in a temporary folder, with dialogs, clock and window that a test controls. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { forkTypesetter } from '../../../src/brief/startTypesetter.ts'
import type { AppError } from '../../../src/core/appError.ts'
import { LOG_SCHEMA, type Log } from '../../../src/core/log.ts'
import type { Result } from '../../../src/core/result.ts'
import type { DeskPorts, Handlers } from '../../../src/main/desk/context.ts'
import { createDesk, type Desk } from '../../../src/main/desk/createDesk.ts'
import { VIEW_KINDS } from '../../../src/main/logPatch.ts'
import { OpenLog } from '../../../src/main/openLog.ts'
import type { EventName } from '../../../src/shared/ipc/channels.ts'
import { CONTRACT, EVENT_CONTRACT, type EventValue } from '../../../src/shared/ipc/contract.ts'
import type { LogPage } from '../../../src/shared/ipc/log.ts'
import type { LogPortion, LogView } from '../../../src/shared/ipc/views.ts'
import type { Disk } from '../../../src/vault/disk.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import type { VaultPorts } from '../../../src/vault/startSession.ts'
import { testPorts } from '../../support/vault/testLog.ts'

export const RESOURCES = path.join(import.meta.dirname, '../../../resources')
export const PASSPHRASE = 'seven quiet herons'

const NO_RECORDS: LogView = {
  incidents: {},
  sources: {},
  sourceItems: {},
  claims: {},
  persons: {},
  organisations: {},
  contacts: {},
  actions: {},
  places: {},
  profiles: {},
  bin: {},
  keys: {},
  recipientKeys: {},
  terms: {},
}

export interface DeskFixture {
  readonly folder: string
  readonly desk: Desk
  readonly h: Handlers
  readonly events: { name: EventName; value: unknown }[]
  /** What the dialogs answer next. */
  readonly next: {
    file: string | null
    newFile: string | null
    folder: string | null
    /** Place of the button that a question is answered with; null where there is no window. */
    answer: number | null
    readonly asked: string[]
  }
  readonly clock: { ms: number }
  /** What the window does when the log is about to be locked; it answers at once unless told otherwise. */
  readonly window: { onLocking: () => void }
  /** Delays asked for; call one to let it end. None ends by itself. */
  readonly delays: { readonly ms: number; readonly end: () => void }[]
  create(demo?: boolean): Promise<unknown>
  /** Everything the window would be told after unlocking. */
  records(): Promise<LogView>
  newSource(name: string): Promise<{ id: string }>
  remove(): Promise<void>
}

/** The file handled on this thread and on that disk, a key that costs nothing, and the desk's own clock. */
export function vaultOn(disk: Disk): Partial<VaultPorts> {
  const { now: _now, ...ports } = testPorts({ disk })
  return ports
}

/** A log of its own in a folder, open, without a desk. */
export async function openLogOf(folder: string, initial: Log): Promise<OpenLog> {
  const made = await createVault<Log>({
    path: path.join(folder, 'own.daybook'),
    passphrase: passphraseSecret('p'),
    initial,
    schema: LOG_SCHEMA,
    kdf: KDF_FLOOR,
    ports: vaultOn(realDisk),
  })
  if (!made.ok) throw new Error(made.error.code)
  return new OpenLog(
    made.value,
    () => {},
    () => new Date(),
  )
}

/** The value of an answer; throws its code. */
export async function value<T>(reply: Promise<Result<T, AppError>>): Promise<T> {
  const settled = await reply
  if (!settled.ok) throw new Error(settled.error.code)
  return settled.value
}

export async function createDeskFixture(ports: Partial<DeskPorts> = {}): Promise<DeskFixture> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-desk-'))
  const events: DeskFixture['events'] = []
  const next: DeskFixture['next'] = {
    file: null,
    newFile: path.join(folder, 'log.daybook'),
    folder: null,
    answer: null,
    asked: [],
  }
  const clock = { ms: Date.parse('2026-11-22T10:00:00Z') }
  const window = { onLocking: () => void desk.handlers['drafts.settled']({}) }
  const delays: { readonly ms: number; readonly end: () => void }[] = []
  const desk: Desk = createDesk({
    dialogs: {
      chooseFile: async () => next.file,
      chooseNewFile: async () => next.newFile,
      chooseFolder: async () => next.folder,
      ask: async (question) => {
        next.asked.push(question.message)
        return next.answer
      },
    },
    now: () => new Date(clock.ms),
    delay: (ms) => new Promise<void>((end) => delays.push({ ms, end })),
    version: '0',
    systemLanguage: 'en',
    resourcesDir: RESOURCES,
    startTypesetter: forkTypesetter,
    settings: {
      language: null,
      theme: 'system',
      otherCalendar: null,
      hiddenFromCapture: true,
      hiddenInBackground: false,
    },
    saveSettings: async () => {},
    emit: <E extends EventName>(name: E, told: EventValue<E>) => {
      events.push({ name, value: EVENT_CONTRACT[name].parse(told) })
      if (name === 'log.locking') window.onLocking()
    },
    vault: vaultOn(realDisk),
    kdf: KDF_FLOOR,
    ...ports,
  })
  const h = desk.handlers
  return {
    folder,
    desk,
    h,
    events,
    next,
    clock,
    window,
    delays,
    create: (demo = false) => value(h['log.create']({ passphrase: PASSPHRASE, demo })),
    records: () => allRecords(h),
    newSource: (name) =>
      value(
        h['records.save']({ kind: 'sources', id: null, fields: { name, kind: 'media', reliability: 'F' } }),
      ),
    remove: async () => {
      window.onLocking = () => void h['drafts.settled']({})
      await desk.lockFor('quit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function allRecords(h: Handlers): Promise<LogView> {
  let view = NO_RECORDS
  let cursor: string | null = null
  do {
    const page: LogPage = CONTRACT['log.page'].output.parse(await value(h['log.page']({ cursor })))
    const rows: LogPortion = JSON.parse(new TextDecoder().decode(page.rows))
    for (const kind of VIEW_KINDS) view = { ...view, [kind]: { ...view[kind], ...rows[kind] } }
    cursor = page.next
  } while (cursor !== null)
  return view
}
