/** Keys through the door: made, rotated, retired, undone; no secret in anything that the window is told. */
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LOG_SCHEMA, type Log } from '../../../src/core/log.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import { openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value, vaultOn } from './deskFixture.ts'

let fixture: DeskFixture
beforeEach(async () => {
  fixture = await createDeskFixture()
  await fixture.create()
})
afterEach(() => fixture.remove())

const make = (name: string, use: 'sign' | 'open' = 'sign') =>
  value(fixture.h['keys.make']({ use, name, organisation: null }))
const keys = async () => (await fixture.records()).keys

/** The secrets as the file holds them, once the app has closed it. */
async function secretsOnDisk(): Promise<Log['keySecrets']> {
  await fixture.desk.lockFor('user')
  const opened = await openVault<Log>({
    path: path.join(fixture.folder, 'log.daybook'),
    key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
    schema: LOG_SCHEMA,
    readOnly: true,
    ports: vaultOn(realDisk),
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const secrets = structuredClone({ ...opened.value.data.keySecrets })
  await opened.value.close()
  return secrets
}

describe('a key', () => {
  test('is shown with its public half; what the window is told holds no secret', async () => {
    const [signing, opening] = [await make('Desk'), await make('Post', 'open')]
    const told = JSON.stringify([fixture.events, await fixture.records()])
    expect((await keys())[signing.id]).toMatchObject({ name: 'Desk', use: 'sign' })
    const secrets = await secretsOnDisk()
    expect(Object.keys(secrets).sort()).toEqual([signing.id, opening.id].sort())
    expect(secrets[opening.id]?.secret).toMatch(/^AGE-SECRET-KEY-1/)
    for (const { secret } of Object.values(secrets)) expect(told).not.toContain(secret)
    expect(told).not.toContain('AGE-SECRET-KEY')
    expect(told).not.toContain('keySecrets')
  })

  test('is undone and made again with its secret', async () => {
    const { id } = await make('Desk')
    await value(fixture.h['history.undo']({}))
    expect(await keys()).toEqual({})
    await value(fixture.h['history.redo']({}))
    expect(Object.keys(await keys())).toEqual([id])
    expect(Object.keys(await secretsOnDisk())).toEqual([id])
  })

  test('that is rotated or retired cannot sign any more, and stays', async () => {
    const first = await make('Desk')
    const second = await value(fixture.h['keys.rotate']({ id: first.id }))
    await value(fixture.h['keys.retire']({ id: second.id }))
    const held = await keys()
    expect(Object.values(held).map(({ retiredAt }) => typeof retiredAt)).toEqual(['string', 'string'])
    expect(held[second.id]).toMatchObject({ name: 'Desk', replaces: first.id })
    const again = await fixture.h['keys.retire']({ id: second.id })
    expect(again).toMatchObject({ ok: false, error: { code: 'keys/retired' } })
    // Its history may bring back the record, never the secret.
    await value(fixture.h['history.restore']({ kind: 'keys', id: second.id, version: 0 }))
    expect((await keys())[second.id]?.retiredAt).toBeUndefined()
    expect(await secretsOnDisk()).toEqual({})
  })

  test('cannot be made or changed by the calls for other records', async () => {
    const { id } = await make('Desk')
    const fields = { name: 'Desk', use: 'sign', publicKey: 'RWx' }
    const input = { kind: 'keys', id, fields }
    const { CONTRACT } = await import('../../../src/shared/ipc/contract.ts')
    expect(CONTRACT['records.save'].input.safeParse(input).success).toBe(false)
    expect(CONTRACT['records.delete'].input.safeParse({ kind: 'keys', ids: [id] }).success).toBe(false)
  })
})

describe('a key of others', () => {
  const add = (publicKey: string, name = 'Desk') =>
    fixture.h['recipientKeys.add']({ name, organisation: null, publicKey, remarks: 'by voice' })

  test('is taken when its checksum is right, once', async () => {
    const { id } = await make('Post', 'open')
    const publicKey = (await keys())[id]?.publicKey ?? ''
    expect(await add(publicKey.slice(0, -1))).toMatchObject({ error: { code: 'keys/public-unreadable' } })
    const added = await value(add(` ${publicKey}\n`))
    expect((await fixture.records()).recipientKeys[added.id]).toMatchObject({
      use: 'seal',
      publicKey,
      remarks: 'by voice',
    })
    expect(await add(publicKey, 'Again')).toMatchObject({ error: { code: 'keys/known' } })
    await value(fixture.h['recipientKeys.retire']({ id: added.id }))
    expect((await fixture.records()).recipientKeys[added.id]?.retiredAt).toBeDefined()
  })
})
