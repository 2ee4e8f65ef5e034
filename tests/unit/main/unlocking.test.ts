/** Unlocking and locking: progress, cancelling, recovery words, notices, and the window's last second. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileAnchorStore } from '../../../src/vault/anchors.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import type { VaultEngine } from '../../../src/vault/file/engine.ts'
import { startEngineThread } from '../../../src/vault/file/engineThread.ts'
import type { DeriveKey } from '../../../src/vault/kdf.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

let desk: DeskFixture
let anchors: string | null = null
/** Resolves when the next key derivation may end. */
let derivation: { readonly begun: Promise<void>; readonly allow: () => void } | null

function holdDerivation(): { begun: Promise<void>; allow: () => void } {
  const begun = Promise.withResolvers<void>()
  const allowed = Promise.withResolvers<void>()
  derivation = { begun: begun.promise, allow: allowed.resolve }
  held = async () => {
    begun.resolve()
    await allowed.promise
  }
  return { begun: begun.promise, allow: allowed.resolve }
}
let held: () => Promise<void>

beforeEach(async () => {
  derivation = null
  held = async () => {}
  const ports = vaultOn(realDisk)
  const deriveKey: DeriveKey = async (passphrase, salt, params) => {
    const key = ports.deriveKey?.(passphrase, salt, params)
    await held()
    if (key === undefined) throw new Error('no derivation to hold')
    return key
  }
  desk = await createDeskFixture({ vault: { ...ports, deriveKey } })
  await desk.create()
})
afterEach(async () => {
  derivation?.allow()
  await desk.remove()
  if (anchors !== null) await rm(anchors, { recursive: true, force: true })
  anchors = null
})

const lock = () => value(desk.h['log.lock']({}))
const unlock = () => desk.h['log.unlock']({ passphrase: PASSPHRASE })
const told = (name: string) => desk.events.filter((event) => event.name === name).map((event) => event.value)

describe('unlocking', () => {
  it('says nothing of progress while it is quick', async () => {
    await lock()
    await value(unlock())
    desk.delays.find(({ ms }) => ms === 300)?.end()
    await Promise.resolve()
    expect(told('app.progress')).toEqual([])
  })

  it('tells how far it is once it takes longer than 300 ms', async () => {
    await lock()
    const { begun, allow } = holdDerivation()
    const opening = unlock()
    await begun
    expect(told('app.progress')).toEqual([])
    desk.delays.find(({ ms }) => ms === 300)?.end()
    await expect
      .poll(() => told('app.progress'))
      .toEqual([{ task: 'unlock', step: 'deriving', done: 0, total: 1 }])
    allow()
    await value(opening)
  })

  it('can be cancelled, and begun again', async () => {
    await lock()
    const { begun, allow } = holdDerivation()
    const opening = unlock()
    await begun
    expect(await unlock()).toMatchObject({ error: { code: 'log/busy' } })
    await value(desk.h['log.cancelUnlock']({}))
    expect(await opening).toMatchObject({ error: { code: 'vault/cancelled' } })
    allow()
    held = async () => {}
    expect(await value(unlock())).toMatchObject({ phase: 'open' })
  })

  it('is given up when the lid is closed meanwhile', async () => {
    await lock()
    const { begun, allow } = holdDerivation()
    const opening = unlock()
    await begun
    await desk.desk.lockFor('suspend')
    allow()
    expect(await opening).toMatchObject({ error: { code: 'vault/cancelled' } })
    expect(await value(desk.h['log.state']({}))).toMatchObject({ phase: 'locked' })
  })

  it('takes the recovery words as typed, and says which word is none', async () => {
    const { words } = await value(desk.h['vault.addRecoveryKey']({ current: PASSPHRASE }))
    expect(words.split(' ')).toHaveLength(24)
    await lock()
    const typed = words
      .split(' ')
      .map((word, index) => `${index + 1}. ${word.toUpperCase()}`)
      .join('\n')
    expect(await value(desk.h['log.unlockWithRecovery']({ words: typed }))).toMatchObject({ phase: 'open' })
    await lock()
    const third = words.split(' ').with(2, 'zzzz').join(' ')
    expect(await desk.h['log.unlockWithRecovery']({ words: third })).toMatchObject({
      error: { code: 'vault/recovery-words-unreadable', fields: { reason: 'unknown-word', word: 3 } },
    })
    const ofAnotherLog = `${'abandon '.repeat(23)}art`
    expect(await desk.h['log.unlockWithRecovery']({ words: ofAnotherLog })).toMatchObject({
      error: { code: 'vault/wrong-recovery-key' },
    })
  })
})

describe('notices', () => {
  it('tell of a file that is older than what this device saw, until dismissed', async () => {
    await desk.remove()
    anchors = await mkdtemp(path.join(os.tmpdir(), 'daybook-anchors-'))
    desk = await createDeskFixture({
      vault: { ...vaultOn(realDisk), anchors: createFileAnchorStore(anchors) },
    })
    await desk.create()
    await lock()
    const file = path.join(desk.folder, 'log.daybook')
    await copyFile(file, `${file}.older`)
    await value(unlock())
    await desk.newSource('A paper')
    await desk.newSource('Another')
    await lock()
    await copyFile(`${file}.older`, file)
    const state = await value(unlock())
    const notices = state.notices.filter(({ code }) => code === 'notice/rolled-back')
    expect(notices).toEqual([{ code: 'notice/rolled-back', fields: { missing: 2 } }])
    const after = await value(desk.h['log.dismissNotice']({ code: 'notice/rolled-back' }))
    expect(after.notices.map(({ code }) => code)).not.toContain('notice/rolled-back')
  })

  it('tell of a tail that was cut, and where it went', async () => {
    await desk.newSource('A paper')
    await lock()
    const file = path.join(desk.folder, 'log.daybook')
    await writeFile(file, Buffer.concat([await readFile(file), Buffer.alloc(100, 7)]))
    const { notices } = await value(unlock())
    expect(notices).toEqual([{ code: 'notice/torn-tail', fields: { bytes: 100, kept: 'yes' } }])
    expect(Object.values((await desk.records()).sources)).toMatchObject([{ name: 'A paper' }])
  })
})

describe('locking', () => {
  it('waits until the window has saved what is half-typed', async () => {
    desk.window.onLocking = () => {
      void (async () => {
        await value(desk.h['drafts.save']({ id: 'record/sources/new', fields: { name: 'Half a na' } }))
        await value(desk.h['drafts.settled']({}))
      })()
    }
    await desk.desk.lockFor('idle')
    expect(desk.events.slice(-2)).toMatchObject([
      { name: 'log.locking' },
      { name: 'log.locked', value: { reason: 'idle' } },
    ])
    await value(unlock())
    expect(await value(desk.h['drafts.list']({}))).toMatchObject([
      { id: 'record/sources/new', fields: { name: 'Half a na' } },
    ])
  })

  it('does not wait longer than a second for a window that does not answer', async () => {
    desk.window.onLocking = () => {}
    const locking = desk.desk.lockFor('screen-lock')
    const patience = () => desk.delays.find(({ ms }) => ms === 1_000)
    await expect.poll(patience).toBeDefined()
    expect(await value(desk.h['log.state']({}))).toMatchObject({ phase: 'open' })
    patience()?.end()
    await locking
    expect(told('log.locked')).toMatchObject([{ reason: 'screen-lock', state: { phase: 'locked' } }])
  })

  it('ends the thread that held the keys', async () => {
    const engines: VaultEngine[] = []
    const { deriveKey } = vaultOn(realDisk)
    const inThread = await createDeskFixture({
      vault: {
        ...(deriveKey === undefined ? {} : { deriveKey }),
        startEngine: (listener, policy) => {
          const engine = startEngineThread(listener, policy)
          engines.push(engine)
          return engine
        },
      },
    })
    await inThread.create()
    await inThread.newSource('A paper')
    await expect(engines[0]?.state()).resolves.toMatchObject({ failure: null })
    await inThread.desk.lockFor('idle')
    await expect(engines[0]?.state()).rejects.toMatchObject({ error: { code: 'vault/closed' } })
    await inThread.remove()
  })

  it('is done once when asked for twice', async () => {
    await Promise.all([desk.desk.lockFor('suspend'), desk.desk.lockFor('screen-lock'), lock()])
    expect(told('log.locking')).toHaveLength(1)
    expect(told('log.locked')).toHaveLength(1)
  })
})
