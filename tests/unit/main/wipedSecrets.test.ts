/** Passphrases are overwritten also when what they were typed for ends in a defect. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCommand } from '../../../src/cli/commands/createCommand.ts'
import { Invocation } from '../../../src/cli/invocation.ts'
import { standardOutput } from '../../../src/cli/output.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import type { DeriveKey } from '../../../src/vault/kdf.ts'
import * as opening from '../../../src/vault/openVault.ts'
import type { Secret } from '../../../src/vault/secret.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, vaultOn } from './deskFixture.ts'

vi.mock('../../../src/vault/openVault.ts', { spy: true })

describe('in the app', () => {
  let desk: DeskFixture
  let isBroken = false
  let seen: Secret[] = []
  beforeEach(async () => {
    isBroken = false
    seen = []
    const ports = vaultOn(realDisk)
    const deriveKey: DeriveKey = async (secret, salt, params) => {
      seen.push(secret)
      const key = isBroken ? undefined : ports.deriveKey?.(secret, salt, params)
      if (key === undefined) throw new Error('no derivation')
      return key
    }
    desk = await createDeskFixture({ vault: { ...ports, deriveKey } })
  })
  afterEach(() => desk.remove())

  const expectAllWiped = () => {
    expect(seen).not.toEqual([])
    expect(seen.map(({ wiped }) => wiped)).not.toContain(false)
  }

  it('when a log is created', async () => {
    isBroken = true
    await expect(desk.create()).rejects.toThrow('no derivation')
    expectAllWiped()
  })

  it('when keys are changed', async () => {
    await desk.create()
    isBroken = true
    const input = { current: PASSPHRASE, next: 'three grey kites' }
    await expect(desk.h['vault.changePassphrase'](input)).rejects.toThrow('no derivation')
    await expect(desk.h['vault.addRecoveryKey'](input)).rejects.toThrow('no derivation')
    expectAllWiped()
  })

  it('when a log is rescued', async () => {
    await desk.create()
    await desk.desk.lockFor('user')
    desk.next.newFile = path.join(desk.folder, 'rescued.daybook')
    isBroken = true
    await expect(desk.h['vault.rescue']({ passphrase: PASSPHRASE })).rejects.toThrow('no derivation')
    expectAllWiped()
  })
})

it('on the command line, when a log is created', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-secrets-'))
  const file = path.join(folder, 'passphrase')
  await writeFile(file, PASSPHRASE)
  const given: Secret[] = []
  vi.mocked(opening.createVault).mockImplementationOnce(async ({ passphrase }) => {
    given.push(passphrase)
    throw new Error('no vault')
  })
  const invocation = new Invocation(new Map([['LOG', path.join(folder, 'log.daybook')]]), {
    'passphrase-file': file,
  })
  await expect(createCommand.run(invocation, standardOutput)).rejects.toThrow('no vault')
  expect(given.map(({ wiped }) => wiped)).toEqual([true])
  await rm(folder, { recursive: true })
})
