/** The file behind the log: keys, copies, a disk that fails, and rescue. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FRAMES_OFFSET } from '../../../src/vault/format/layout.ts'
import { type FaultyDisk, faultyDisk } from '../../support/vault/faultyDisk.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

const NEXT = 'three grey kites over water'

let desk: DeskFixture
let faulty: FaultyDisk
beforeEach(async () => {
  faulty = faultyDisk()
  desk = await createDeskFixture({ vault: vaultOn(faulty.disk) })
  await desk.create()
  await desk.newSource('A paper')
})
afterEach(() => {
  faulty.disarm()
  return desk.remove()
})

const at = (name: string) => path.join(desk.folder, name)
const lock = () => value(desk.h['log.lock']({}))
const unlock = (passphrase: string) => desk.h['log.unlock']({ passphrase })
const sources = async () => Object.values((await desk.records()).sources).map(({ name }) => name)

describe('keys', () => {
  it('a passphrase is changed: the new one opens, the old one does not', async () => {
    const info = await value(desk.h['vault.changePassphrase']({ current: PASSPHRASE, next: NEXT }))
    expect(info.slots).toMatchObject([{ kind: 'passphrase', memoryMiB: 64 }])
    await lock()
    expect(await unlock(PASSPHRASE)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    expect(await unlock(NEXT)).toMatchObject({ ok: true })
  })

  it('a wrong current passphrase changes nothing, and guessing gets slower', async () => {
    const guess = () => desk.h['vault.changePassphrase']({ current: 'wrong', next: NEXT })
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await guess()).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    }
    expect(await guess()).toMatchObject({ error: { code: 'vault/throttled' } })
    await lock()
    desk.clock.ms += 1_000
    expect(await unlock(PASSPHRASE)).toMatchObject({ ok: true })
  })

  it('a second one is added and the first removed, but never the last', async () => {
    const { slots } = await value(desk.h['vault.addPassphrase']({ current: PASSPHRASE, next: NEXT }))
    expect(slots).toHaveLength(2)
    const first = slots[0]?.id ?? ''
    const left = await value(desk.h['vault.removeSlot']({ current: NEXT, id: first }))
    expect(left.slots.map(({ id }) => id)).toEqual([slots[1]?.id])
    expect(await desk.h['vault.removeSlot']({ current: NEXT, id: slots[1]?.id ?? '' })).toMatchObject({
      error: { code: 'vault/last-slot' },
    })
  })

  it('a recovery key is shown once and stands among the ways to open the log', async () => {
    await value(desk.h['vault.addRecoveryKey']({ current: PASSPHRASE }))
    const { slots } = await value(desk.h['vault.info']({}))
    expect(slots.map(({ kind, memoryMiB }) => [kind, memoryMiB])).toEqual([
      ['passphrase', 64],
      ['recovery', null],
    ])
  })

  it('re-keying leaves one passphrase and the same records', async () => {
    await value(desk.h['vault.addPassphrase']({ current: PASSPHRASE, next: NEXT }))
    expect((await value(desk.h['vault.rekey']({ passphrase: NEXT }))).slots).toHaveLength(1)
    await desk.newSource('Another')
    await lock()
    expect(await unlock(PASSPHRASE)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    await value(unlock(NEXT))
    expect(await sources()).toEqual(['A paper', 'Another'])
  })
})

it('nothing about keys, copies and drafts is answered while the log is locked', async () => {
  await lock()
  const keys = { current: PASSPHRASE, next: NEXT }
  const replies = await Promise.all([
    desk.h['vault.info']({}),
    desk.h['vault.changePassphrase'](keys),
    desk.h['vault.addPassphrase'](keys),
    desk.h['vault.addRecoveryKey']({ current: PASSPHRASE }),
    desk.h['vault.removeSlot']({ current: PASSPHRASE, id: 'x' }),
    desk.h['vault.rekey']({ passphrase: PASSPHRASE }),
    desk.h['vault.backup']({}),
    desk.h['vault.saveElsewhere']({}),
    desk.h['drafts.list']({}),
    desk.h['drafts.save']({ id: 'record/sources/new', fields: {} }),
    desk.h['drafts.discard']({ id: 'record/sources/new' }),
    desk.h['log.page']({ cursor: null }),
  ])
  expect([...new Set(replies.map((reply) => (reply.ok ? 'answered' : reply.error.code)))]).toEqual([
    'log/not-open',
  ])
})

describe('a backup', () => {
  it('is a log of its own; nothing is written when the dialog is closed or the place is taken', async () => {
    desk.next.newFile = null
    expect(await value(desk.h['vault.backup']({}))).toBeNull()
    desk.next.newFile = at('log.daybook')
    expect(await desk.h['vault.backup']({})).toMatchObject({ error: { code: 'vault/exists' } })
    desk.next.newFile = at('copy.daybook')
    expect(await value(desk.h['vault.backup']({}))).toEqual({
      file: 'copy.daybook',
      sizeBytes: (await stat(at('copy.daybook'))).size,
      records: 1,
    })
    await desk.newSource('After the backup')
    desk.next.file = at('copy.daybook')
    await value(desk.h['log.choose']({}))
    await value(unlock(PASSPHRASE))
    expect(await sources()).toEqual(['A paper'])
  })
})

describe('a long task', () => {
  it('is one at a time, can be stopped, and leaves nothing', async () => {
    const before = (await readdir(desk.folder)).sort()
    desk.next.newFile = at('copy.daybook')
    const backup = desk.h['vault.backup']({})
    const rekey = desk.h['vault.rekey']({ passphrase: PASSPHRASE })
    const stopped = desk.h['vault.cancelTask']({})
    const replies = [await backup, await rekey]
    await value(stopped)
    const codes = replies.map((reply) => (reply.ok ? 'done' : reply.error.code)).sort()
    expect(codes).toEqual(['log/task-running', 'vault/cancelled'])
    expect((await readdir(desk.folder)).sort()).toEqual(before)
    expect(await value(desk.h['vault.backup']({}))).toMatchObject({ file: 'copy.daybook' })
  })

  it('is not cut short by idleness, which locks after it', async () => {
    desk.next.newFile = at('copy.daybook')
    const backup = desk.h['vault.backup']({})
    await new Promise((resolve) => setImmediate(resolve))
    expect(await desk.desk.lockFor('idle')).toBe(false)
    expect(await backup).toMatchObject({ ok: true })
    expect(await desk.desk.lockFor('idle')).toBe(true)
  })

  it('ends with the log when that is locked', async () => {
    desk.next.newFile = at('copy.daybook')
    const before = (await readdir(desk.folder)).filter((name) => !name.endsWith('.lock'))
    const rekey = desk.h['vault.rekey']({ passphrase: PASSPHRASE })
    await desk.desk.lockFor('suspend')
    expect(await rekey).toMatchObject({ ok: false })
    expect(await readdir(desk.folder)).toEqual(before)
    await value(unlock(PASSPHRASE))
  })
})

/** A bit of the file flips, and a backup finds it. */
async function findRot(): Promise<void> {
  const file = await open(at('log.daybook'), 'r+')
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, FRAMES_OFFSET + 100)
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, FRAMES_OFFSET + 100)
  await file.close()
  desk.next.newFile = at('copy.daybook')
  expect(await desk.h['vault.backup']({})).toMatchObject({ error: { code: 'vault/rotten' } })
}

describe('a file that has rotted, and a lock', () => {
  beforeEach(findRot)
  const phase = async () => (await value(desk.h['log.state']({}))).phase

  it.each(['idle', 'suspend', 'screen-lock'] as const)(
    '%s: a copy is saved beside it first',
    async (reason) => {
      expect(await desk.desk.lockFor(reason)).toBe(true)
      expect(desk.next.asked).toEqual([])
      const opened = await value(unlock(PASSPHRASE))
      expect(opened).toMatchObject({
        name: 'log copy 2026-11-22',
        failure: null,
        notices: [{ code: 'notice/saved-beside', fields: { name: 'log copy 2026-11-22' } }],
      })
      expect(await sources()).toEqual(['A paper'])
      // Told once.
      await lock()
      expect((await value(unlock(PASSPHRASE))).notices).toEqual([])
    },
  )

  it('a copy that is on its way is waited for; one is enough', async () => {
    desk.next.newFile = at('elsewhere.daybook')
    const saving = desk.h['vault.saveElsewhere']({})
    // The dialog is answered, the copy begun.
    await new Promise((resolve) => setImmediate(resolve))
    await desk.desk.lockFor('screen-lock')
    expect(await saving).toMatchObject({ ok: true })
    expect(await value(unlock(PASSPHRASE))).toMatchObject({ name: 'elsewhere', notices: [] })
    expect((await readdir(desk.folder)).filter((name) => name.includes('copy'))).toEqual([])
  })

  it('is locked all the same where no copy can be saved', async () => {
    faulty.arm({ at: 0, lasting: 'from-then-on', errno: 'EIO', only: ['sync'] })
    expect(await desk.desk.lockFor('suspend')).toBe(true)
    expect(await phase()).toBe('locked')
  })

  it('whoever locks or quits is asked, and may stay', async () => {
    desk.next.answer = 0
    expect(await lock()).toMatchObject({ phase: 'open' })
    expect(await desk.desk.lockFor('quit')).toBe(false)
    expect(await value(desk.h['log.close']({}))).toMatchObject({ phase: 'open' })
    expect(desk.next.asked).toHaveLength(3)
    desk.next.answer = 2
    expect(await lock()).toMatchObject({ phase: 'locked' })
  })

  it('whoever is asked may save a copy first', async () => {
    desk.next.answer = 1
    desk.next.newFile = null
    expect(await desk.desk.lockFor('quit')).toBe(false)
    desk.next.newFile = at('elsewhere.daybook')
    expect(await desk.desk.lockFor('quit')).toBe(true)
    desk.next.answer = null
    await value(unlock(PASSPHRASE))
    expect(await sources()).toEqual(['A paper'])
  })

  it('without a window nobody can be asked: a copy is saved beside it', async () => {
    expect(await desk.desk.lockFor('quit')).toBe(true)
    expect(await readdir(desk.folder)).toContain('log copy 2026-11-22.daybook')
  })
})

describe('a file that another program has put its hand to, and a lock', () => {
  /** What a program that syncs folders does: an older copy in the place of the newer one. */
  async function replaceByOlder(): Promise<void> {
    desk.next.newFile = at('older.daybook')
    await value(desk.h['vault.backup']({}))
    await desk.newSource('Since then')
    await rename(at('older.daybook'), at('log.daybook'))
  }

  it.each([
    ['replaced by an older one', replaceByOlder],
    [
      'removed',
      async () => {
        await desk.newSource('Since then')
        await rm(at('log.daybook'))
      },
    ],
  ])('%s, it is copied beside before the log is locked by itself', async (_, change) => {
    await change()
    expect(await desk.desk.lockFor('idle')).toBe(true)
    expect(await value(unlock(PASSPHRASE))).toMatchObject({
      name: 'log copy 2026-11-22',
      notices: [{ code: 'notice/saved-beside' }],
    })
    expect(await sources()).toEqual(['A paper', 'Since then'])
  })

  it('removed with its folder, it is copied to the one around that', async () => {
    const folder = at('inner')
    await mkdir(folder)
    desk.next.newFile = path.join(folder, 'moved.daybook')
    await value(desk.h['vault.backup']({}))
    desk.next.file = desk.next.newFile
    await value(desk.h['log.choose']({}))
    await value(unlock(PASSPHRASE))
    await desk.newSource('Since then')
    await rm(folder, { recursive: true })
    expect(await desk.desk.lockFor('idle')).toBe(true)
    expect(await readdir(desk.folder)).toContain('moved copy 2026-11-22.daybook')
    await value(unlock(PASSPHRASE))
    expect(await sources()).toEqual(['A paper', 'Since then'])
  })

  it('whoever locks is asked, although nothing was saved since', async () => {
    await replaceByOlder()
    desk.next.answer = 0
    expect(await lock()).toMatchObject({ phase: 'open', failure: { code: 'vault/changed-on-disk' } })
    expect(await sources()).toEqual(['A paper', 'Since then'])
    desk.next.answer = 2
    expect(await lock()).toMatchObject({ phase: 'locked' })
  })

  it('nobody is asked where it is as it was left', async () => {
    expect(await lock()).toMatchObject({ phase: 'locked' })
    expect(desk.next.asked).toEqual([])
  })
})

describe('a disk that fails', () => {
  const failSyncs = () => faulty.arm({ at: 0, lasting: 'from-then-on', errno: 'EIO', only: ['sync'] })

  it('is told with the state; nothing that was not saved is shown', async () => {
    failSyncs()
    const fields = { name: 'Lost', kind: 'media', reliability: 'F' }
    const refused = await desk.h['records.save']({ kind: 'sources', id: null, fields })
    expect(refused).toMatchObject({ error: { code: 'disk/sync-failed' } })
    expect(desk.events.at(-1)).toMatchObject({
      name: 'log.changed',
      value: { state: { failure: { code: 'disk/sync-failed' } }, patch: {} },
    })
    expect(await sources()).toEqual(['A paper'])
  })

  it('a copy is saved elsewhere from memory, and the work goes on there', async () => {
    failSyncs()
    await desk.h['drafts.save']({ id: 'record/sources/new', fields: {} })
    faulty.disarm()
    desk.next.newFile = at('elsewhere.daybook')
    expect(await value(desk.h['vault.saveElsewhere']({}))).toMatchObject({
      phase: 'open',
      name: 'elsewhere',
      failure: null,
    })
    await desk.newSource('Saved elsewhere')
    await lock()
    await value(unlock(PASSPHRASE))
    expect(await sources()).toEqual(['A paper', 'Saved elsewhere'])
    expect(await readdir(desk.folder)).toContain('elsewhere.daybook')
  })

  it('a file that has rotted is announced by the backup that finds it, before anything is typed', async () => {
    await findRot()
    expect(desk.events.at(-1)).toMatchObject({
      name: 'log.changed',
      value: { state: { failure: { code: 'vault/rotten' } }, patch: {} },
    })
    desk.next.newFile = at('elsewhere.daybook')
    expect(await value(desk.h['vault.saveElsewhere']({}))).toMatchObject({ failure: null })
    await lock()
    await value(unlock(PASSPHRASE))
    expect(await sources()).toEqual(['A paper'])
  })

  it('does not keep the log from being locked, or the app from ending', async () => {
    failSyncs()
    await desk.h['drafts.save']({ id: 'record/sources/new', fields: {} })
    await desk.desk.lockFor('quit')
    expect(await value(desk.h['log.state']({}))).toMatchObject({ phase: 'locked' })
    expect((await readdir(desk.folder)).filter((name) => name.endsWith('.lock'))).toEqual([])
  })
})

describe('rescue', () => {
  it('takes what is whole out of a damaged log, which stays as it is', async () => {
    for (const name of ['B', 'C', 'D']) await desk.newSource(name)
    expect(await desk.h['vault.rescue']({ passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'log/not-locked' },
    })
    await lock()
    const size = (await stat(at('log.daybook'))).size
    const file = await open(at('log.daybook'), 'r+')
    // Into the first save after the snapshot; the others stand behind it.
    const position = size - 3 * 512
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, position)
    await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, position)
    await file.close()
    const before = await readFile(at('log.daybook'))
    expect(await unlock(PASSPHRASE)).toMatchObject({ error: { code: 'vault/damaged' } })

    desk.next.newFile = at('rescued.daybook')
    expect(await desk.h['vault.rescue']({ passphrase: 'wrong' })).toMatchObject({
      error: { code: 'vault/wrong-passphrase' },
    })
    const report = await value(desk.h['vault.rescue']({ passphrase: PASSPHRASE }))
    expect(report).toMatchObject({ file: 'rescued.daybook', records: 3, sawEnd: true })
    expect(report?.lost).toHaveLength(1)
    expect(report?.lostBytes).toBeGreaterThan(0)
    // The source of that save stands in no index yet.
    expect(report).toMatchObject({ lostRecordCount: 0, lostRecords: [] })
    expect(await readFile(at('log.daybook'))).toEqual(before)

    desk.next.file = at('rescued.daybook')
    await value(desk.h['log.choose']({}))
    await value(unlock(PASSPHRASE))
    expect(await sources()).toHaveLength(3)
  })

  it('takes the recovery words in place of a passphrase that is forgotten, and a new one', async () => {
    const { words } = await value(desk.h['vault.addRecoveryKey']({ current: PASSPHRASE }))
    await lock()
    const next = 'nine slow kites over salt marsh'
    const rescue = (typed: string) => desk.h['vault.rescue']({ words: typed, next })
    desk.next.newFile = at('rescued.daybook')
    expect(await rescue('abandon zzzz')).toMatchObject({
      error: { code: 'vault/recovery-words-unreadable', fields: { reason: 'unknown-word', word: 2 } },
    })
    expect(await rescue(`${'abandon '.repeat(23)}art`)).toMatchObject({
      error: { code: 'vault/wrong-recovery-key' },
    })
    expect(await value(rescue(words))).toMatchObject({ file: 'rescued.daybook', records: 1 })
    desk.next.file = at('rescued.daybook')
    await value(desk.h['log.choose']({}))
    expect(await unlock(PASSPHRASE)).toMatchObject({ error: { code: 'vault/wrong-passphrase' } })
    await value(unlock(next))
    expect(await sources()).toEqual(['A paper'])
  })
})
