/** A log that cannot be written: it opens for reading, refuses every change in plain words, and is left untouched. */
import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Disk, realDisk } from '../../../src/vault/disk.ts'
import { FOREIGN_HOST, writeForeignLock } from '../../support/vault/foreignLock.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

const REFUSED = { error: { code: 'vault/read-only' } }
let owner: DeskFixture
let reader: DeskFixture
let file: string
/** Without the first pages, in which the owner may just be noting what it saved. */
const frames = async () => (await readFile(file)).subarray(16_384)
/** False while nothing may be written at the reader's. */
let mayWrite: boolean

const refusal = () => Object.assign(new Error('permission denied'), { code: 'EACCES' })
const guarded: Disk = {
  ...realDisk,
  open: (name, mode) => {
    if (mode !== 'read' && !mayWrite) throw refusal()
    return realDisk.open(name, mode)
  },
}

beforeEach(async () => {
  mayWrite = true
  owner = await createDeskFixture()
  await owner.create()
  file = path.join(owner.folder, 'log.daybook')
  await owner.newSource('A paper')
  reader = await createDeskFixture({ vault: vaultOn(guarded) })
  reader.next.file = file
  await value(reader.h['log.choose']({}))
})
afterEach(async () => {
  await reader.remove()
  await owner.remove()
})

const open = (readOnly: boolean) => reader.h['log.unlock']({ passphrase: PASSPHRASE, readOnly })

describe('a log that is open elsewhere', () => {
  it('is refused for writing, and shown for reading', async () => {
    expect(await open(false)).toMatchObject({
      error: { code: 'vault/in-use', fields: { thisComputer: 'yes' } },
    })
    expect(await value(open(true))).toMatchObject({ phase: 'open', readOnly: true, canUndo: false })
    expect(Object.values((await reader.records()).sources)).toMatchObject([{ name: 'A paper' }])
  })

  it('refuses every change, and says why before a dialog is opened', async () => {
    await value(open(true))
    const { h } = reader
    const before = await frames()
    const fields = { name: 'Mine', kind: 'media', reliability: 'F' }
    expect(await h['records.save']({ kind: 'sources', id: null, fields })).toMatchObject(REFUSED)
    expect(await h['drafts.save']({ id: 'record/sources/new', fields: { name: 'Mi' } })).toMatchObject(
      REFUSED,
    )
    expect(await h['vault.changePassphrase']({ current: PASSPHRASE, next: 'another one' })).toMatchObject(
      REFUSED,
    )
    expect(await h['vault.rekey']({ passphrase: PASSPHRASE })).toMatchObject(REFUSED)
    reader.next.file = path.join(reader.folder, 'not-there.csv')
    expect(await h['import.choose']({})).toMatchObject(REFUSED)
    const { token } = await value(
      h['brief.preview']({
        profile: 'public',
        series: '',
        language: 'en',
        title: '',
        asOf: '2026-11-22',
        incidents: [],
        claims: [],
        contacts: [],
        actions: [],
      }),
    )
    expect(await h['brief.write']({ token, forms: ['json'] })).toMatchObject(REFUSED)
    expect(await frames()).toEqual(before)
  })

  it('can be backed up, and does not hinder whoever holds it', async () => {
    await value(open(true))
    reader.next.newFile = path.join(reader.folder, 'copy.daybook')
    expect(await value(reader.h['vault.backup']({}))).toMatchObject({ file: 'copy.daybook' })
    await owner.newSource('Another paper')
    await value(reader.h['log.lock']({}))
    await value(owner.h['log.lock']({}))
    expect(await value(open(false))).toMatchObject({ phase: 'open', readOnly: false, notices: [] })
    expect(Object.keys((await reader.records()).sources)).toHaveLength(2)
  })

  it('is told apart from one that a crash has cut off: nothing is cut or mended', async () => {
    await appendFile(file, Buffer.alloc(100, 7))
    const before = await frames()
    const { notices } = await value(open(true))
    expect(notices.map(({ code }) => code)).toEqual(['notice/unfinished-end'])
    // The space that its owner keeps ready for saves is cut off with it.
    expect(notices[0]?.fields?.bytes).toBeGreaterThanOrEqual(100)
    await value(reader.h['log.lock']({}))
    expect(await frames()).toEqual(before)
  })
})

it('a place that takes no files still shows its log', async () => {
  await value(owner.h['log.lock']({}))
  mayWrite = false
  expect(await open(false)).toMatchObject({ error: { code: 'disk/read-only' } })
  expect(await value(open(true))).toMatchObject({ readOnly: true })
  expect(Object.keys((await reader.records()).sources)).toHaveLength(1)
})

it('the recovery words open it for reading as well', async () => {
  const { words } = await value(owner.h['vault.addRecoveryKey']({ current: PASSPHRASE }))
  expect(await value(reader.h['log.unlockWithRecovery']({ words, readOnly: true }))).toMatchObject({
    phase: 'open',
    readOnly: true,
  })
})

describe('the lock of another computer', () => {
  const takeOver = (lockId: string) => reader.h['log.unlock']({ passphrase: PASSPHRASE, takeOver: lockId })

  it('is named, and taken over when the user says so of that very lock', async () => {
    await value(owner.h['log.lock']({}))
    const lockId = await writeForeignLock(file)
    expect(await open(false)).toMatchObject({
      error: {
        code: 'vault/in-use',
        fields: { host: FOREIGN_HOST, thisComputer: 'no', provenAlive: 'no', lockId },
      },
    })
    expect(await takeOver('ab'.repeat(16))).toMatchObject({ error: { code: 'vault/in-use' } })
    expect(await value(takeOver(lockId))).toMatchObject({ phase: 'open', readOnly: false })
    await reader.newSource('Another paper')
    await value(reader.h['log.lock']({}))
    expect(existsSync(`${file}.lock`)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('is not to be had for one of this computer that lives', async () => {
    const refused = await open(false)
    expect(refused).toMatchObject({ error: { fields: { provenAlive: 'yes', program: 'unknown' } } })
    const lockId = refused.ok ? '' : String(refused.error.fields?.lockId)
    expect(lockId).toMatch(/^[0-9a-f]{32}$/)
    expect(await takeOver(lockId)).toMatchObject({ error: { code: 'vault/in-use', fields: { lockId } } })
    await owner.newSource('Another paper')
  })
})
