import { mkdir, readdir, readFile, rename, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import { createVault, openVault } from '../../../src/vault/VaultSession.ts'
import { describeVaultError, toVaultError } from '../../../src/vault/vaultError.ts'
import {
  createTestVault,
  dataOnDisk,
  expectValue,
  forbiddenDeriveKey,
  openTestVault,
  PASSPHRASE,
  parseAnyLog,
  temporaryFolder,
} from './vaultFixture.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'log.daybook')
})

async function writtenVault(data: Record<string, unknown> = { a: 1 }): Promise<Buffer> {
  const session = expectValue(await createTestVault(path, data))
  await session.close()
  return readFile(path)
}

test('with the real key derivation: created, opened, refused, verified', async () => {
  const passphrase = passphraseSecret('пароль 1')
  const created = expectValue(await createVault({ path, passphrase, initial: { n: 1 }, kdf: KDF_FLOOR }))
  expect(await created.verifyPassphrase(passphraseSecret('пароль 1'))).toEqual({ ok: true, value: true })
  await created.close()
  const opened = expectValue(await openVault({ path, passphrase, parse: parseAnyLog }))
  expect(opened.data).toEqual({ n: 1 })
  await opened.close()
  expect(await openVault({ path, passphrase: passphraseSecret('пароль 2'), parse: parseAnyLog })).toEqual({
    ok: false,
    error: { code: 'vault/wrong-passphrase' },
  })
})

test('any JSON survives save, close and open', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      async (first, second) => {
        const at = join(await temporaryFolder(), 'any.daybook')
        const session = expectValue(await createTestVault(at, first))
        expect(JSON.stringify(await dataOnDisk(at))).toBe(JSON.stringify({ ...first }))
        expectValue(await session.save(second))
        expect(session.data).toBe(second)
        await session.close()
        expect(JSON.stringify(await dataOnDisk(at))).toBe(JSON.stringify({ ...second }))
      },
    ),
    { numRuns: 40 },
  )
})

describe('opening', () => {
  test('no file, and no folder', async () => {
    expect(await openTestVault(path)).toEqual({ ok: false, error: { code: 'vault/not-found' } })
    expect(await openTestVault(join(path, 'x'))).toEqual({ ok: false, error: { code: 'vault/not-found' } })
  })

  test('a wrong passphrase changes nothing on disk and leaves no lock', async () => {
    const before = await writtenVault()
    expect(await openTestVault(path, { passphrase: 'wrong' })).toMatchObject({
      error: { code: 'vault/wrong-passphrase' },
    })
    expect(await readdir(folder)).toEqual(['log.daybook'])
    expect(await readFile(path)).toEqual(before)
  })

  test('a flipped byte, a cut and an addition are damage before any derivation; the file stays as it is', async () => {
    const good = await writtenVault()
    const damaged = [good.subarray(0, -1), Buffer.concat([good, Buffer.of(0)]), Buffer.alloc(0)]
    for (let at = 0; at < good.length; at += 41) {
      const copy = Buffer.from(good)
      copy[at] = (copy[at] ?? 0) ^ 0x20
      damaged.push(copy)
    }
    for (const bytes of damaged) {
      await writeFile(path, bytes)
      expect(await openTestVault(path, {}, { deriveKey: forbiddenDeriveKey })).toMatchObject({
        error: { code: 'vault/damaged' },
      })
      expect(await readFile(path)).toEqual(bytes)
    }
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('a folder, and a file of another kind', async () => {
    await mkdir(path)
    expect(await openTestVault(path)).toMatchObject({ error: { code: 'vault/damaged', where: 'not-a-log' } })
    await writeFile(join(folder, 'x.pdf'), '%PDF-1.7')
    expect(await openTestVault(join(folder, 'x.pdf'))).toMatchObject({ error: { where: 'not-a-log' } })
  })

  test('content that the caller does not understand, without a word of it', async () => {
    await writtenVault({ name: 'Zelimkhan' })
    const opened = await openVault({
      path,
      passphrase: passphraseSecret(PASSPHRASE),
      parse: (untrusted) => {
        throw new Error(JSON.stringify(untrusted))
      },
      ports: { deriveKey: (await import('./vaultFixture.ts')).cheapDeriveKey },
    })
    expect(opened).toEqual({ ok: false, error: { code: 'vault/invalid-content' } })
  })

  test('through a symbolic link the file behind it is locked and replaced', async () => {
    await writtenVault()
    const linkPath = join(folder, 'link.daybook')
    await symlink(path, linkPath)
    const session = expectValue(await openTestVault(linkPath))
    expect(await openTestVault(path)).toMatchObject({ error: { code: 'vault/in-use' } })
    expectValue(await session.save({ a: 2 }))
    await session.close()
    expect(await dataOnDisk(path)).toEqual({ a: 2 })
    expect(await dataOnDisk(linkPath)).toEqual({ a: 2 })
  })

  test('for reading only needs no lock, and cannot save', async () => {
    await writtenVault()
    const writer = expectValue(await openTestVault(path))
    const reader = expectValue(await openTestVault(path, { readOnly: true }))
    expect(reader.data).toEqual({ a: 1 })
    expect(await reader.save({ a: 2 })).toEqual({ ok: false, error: { code: 'vault/read-only' } })
    await reader.close()
    expectValue(await writer.save({ a: 3 }))
    await writer.close()
  })

  test('clears the temporary files of a crash, and nothing else', async () => {
    await writtenVault()
    const stale = `log.daybook.${'0a'.repeat(16)}.tmp`
    const others = [`other.daybook.${'0a'.repeat(16)}.tmp`, 'log.daybook.notes.tmp', 'log.daybook.tmp']
    for (const name of [stale, ...others]) await writeFile(join(folder, name), 'x')
    await expectValue(await openTestVault(path)).close()
    expect((await readdir(folder)).sort()).toEqual([...others, 'log.daybook'].sort())
  })
})

describe('creating', () => {
  test('refuses an existing file and leaves it alone', async () => {
    await writeFile(path, 'mine')
    expect(await createTestVault(path, {}, { deriveKey: forbiddenDeriveKey })).toEqual({
      ok: false,
      error: { code: 'vault/exists' },
    })
    expect(await readFile(path, 'utf8')).toBe('mine')
    expect(await readdir(folder)).toEqual(['log.daybook'])
  })

  test('refuses an empty passphrase and weak parameters', async () => {
    const options = { path, passphrase: passphraseSecret(''), initial: {}, kdf: KDF_FLOOR }
    expect(await createVault(options)).toMatchObject({ error: { code: 'vault/empty-passphrase' } })
    const weak = { ...options, passphrase: passphraseSecret('p'), kdf: { ...KDF_FLOOR, memoryKiB: 8 } }
    expect(await createVault(weak)).toMatchObject({ error: { code: 'vault/unsafe-parameters' } })
    expect(await readdir(folder)).toEqual([])
  })

  test('in a folder that is not there says so', async () => {
    expect(await createTestVault(join(folder, 'no', 'log'), {})).toEqual({
      ok: false,
      error: { code: 'disk/failed', errno: 'ENOENT' },
    })
  })

  test.skipIf(process.platform === 'win32')('makes files that only the user can read', async () => {
    const session = expectValue(await createTestVault(path, {}))
    expectValue(await session.save({ a: 1 }))
    for (const name of await readdir(folder))
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    await session.close()
  })
})

describe('saving', () => {
  test('keeps the version before as .bak, which opens with the same passphrase', async () => {
    await writtenVault({ v: 1 })
    const session = expectValue(await openTestVault(path))
    for (const v of [2, 3, 4]) expectValue(await session.save({ v }))
    await session.close()
    expect(await dataOnDisk(path)).toEqual({ v: 4 })
    expect(await dataOnDisk(`${path}.bak`)).toEqual({ v: 3 })
    expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'log.daybook.bak'])
  })

  test('counts, and says when', async () => {
    let hour = 0
    const now = () => new Date(Date.UTC(2026, 0, 1, hour))
    const session = expectValue(await createTestVault(path, {}, { now }))
    hour = 5
    expectValue(await session.save({ a: 1 }))
    expect(session.info()).toMatchObject({
      path,
      formatVersion: 0,
      suite: 'argon2id+xaes-256-gcm+zstd',
      slots: 1,
      kdf: KDF_FLOOR,
      lastSaved: '2026-01-01T05:00:00.000Z',
      counter: 2,
      sizeBytes: (await stat(path)).size,
      readOnly: false,
    })
    await session.close()
    const reopened = expectValue(await openTestVault(path, { readOnly: true }))
    expect(reopened.info()).toMatchObject({
      counter: 2,
      lastSaved: '2026-01-01T05:00:00.000Z',
      readOnly: true,
    })
    // A time in the readable part would tell when somebody worked.
    expect((await readFile(path)).includes('2026-01-01')).toBe(false)
  })

  test('concurrent updates are all kept, in few writes', async () => {
    const session = expectValue(await createTestVault(path, { n: [] }))
    const add = (value: number) =>
      session.update((log) => ({ n: [...(Array.isArray(log.n) ? log.n : []), value] }))
    const results = await Promise.all(Array.from({ length: 50 }, (_, i) => add(i)))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(session.data).toEqual({ n: Array.from({ length: 50 }, (_, i) => i) })
    expect(session.info().counter).toBeLessThan(5)
    await session.close()
    expect(await dataOnDisk(path)).toEqual({ n: Array.from({ length: 50 }, (_, i) => i) })
  })

  test('snapshots are frozen all the way down, also one still waiting to be saved', async () => {
    const session = expectValue(await createTestVault(path, { list: [{ x: 1 }] }))
    const next = { list: Object.freeze([{ x: 2 }]) }
    const saved = session.save(next)
    expect(() => Object.assign(next.list[0] ?? {}, { x: 3 })).toThrow(TypeError)
    expectValue(await saved)
    expect(() => Object.assign(session.data, { y: 1 })).toThrow(TypeError)
    await session.close()
    expect(await dataOnDisk(path)).toEqual({ list: [{ x: 2 }] })
  })

  test('close waits for saves under way; afterwards nothing can be read or saved', async () => {
    const session = expectValue(await createTestVault(path, { a: 1 }))
    const saved = session.save({ a: 2 })
    await session.close()
    await session.close()
    expect((await saved).ok).toBe(true)
    expect(await session.save({ a: 3 })).toEqual({ ok: false, error: { code: 'vault/closed' } })
    expect(() => session.data).toThrow('after close')
    expect(await dataOnDisk(path)).toEqual({ a: 2 })
    expect(await readdir(folder)).not.toContain('log.daybook.lock')
  })
})

describe('a file changed by somebody else', () => {
  test('is not overwritten', async () => {
    const older = await writtenVault({ v: 1 })
    const session = expectValue(await openTestVault(path))
    expectValue(await session.save({ v: 2 }))
    // A sync tool puts an older version in place, by renaming and by writing over.
    for (const put of [
      async () => {
        await writeFile(join(folder, 'sync'), older)
        await rename(join(folder, 'sync'), path)
      },
      () => writeFile(path, 'another program'),
    ]) {
      await put()
      const there = await readFile(path)
      expect(await session.save({ v: 3 })).toEqual({ ok: false, error: { code: 'vault/changed-on-disk' } })
      expect(await readFile(path)).toEqual(there)
      expect(session.data).toEqual({ v: 2 })
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await session.close()
  })

  test('a file that was removed is not made again', async () => {
    const session = expectValue(await createTestVault(path, { v: 1 }))
    await rename(path, join(folder, 'moved'))
    expect(await session.save({ v: 2 })).toMatchObject({ error: { code: 'vault/changed-on-disk' } })
    expect(await readdir(folder)).not.toContain('log.daybook')
    await session.close()
  })

  test('the same bytes under another stamp are still ours', async () => {
    const session = expectValue(await createTestVault(path, { v: 1 }))
    await writeFile(join(folder, 'copy'), await readFile(path))
    await rename(join(folder, 'copy'), path)
    await utimes(path, 1, 1)
    expectValue(await session.save({ v: 2 }))
    await session.close()
    expect(await dataOnDisk(path)).toEqual({ v: 2 })
  })
})

test('no record stands readable in any file of the folder', async () => {
  const planted = ['Zelimkhan Murdalov', 'Станица Ассиновская', '+7 928 000 00 00', 'الشاهد']
  const session = expectValue(await createTestVault(path, { planted }))
  expectValue(await session.save({ planted: [...planted].reverse() }))
  const names = await readdir(folder)
  expect(names.sort()).toEqual(['log.daybook', 'log.daybook.bak', 'log.daybook.lock'])
  for (const name of names) {
    const bytes = await readFile(join(folder, name))
    for (const text of planted) {
      for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
        const needle =
          encoding === 'utf8' || encoding === 'utf16le'
            ? Buffer.from(text, encoding)
            : Buffer.from(text).toString(encoding).slice(0, -4)
        expect(bytes.includes(needle), `${name} ${encoding}`).toBe(false)
      }
    }
  }
  await session.close()
})

test('errors of the system get a code, defects get none, and every code has a sentence', () => {
  const errno = (code: string) => toVaultError(Object.assign(new Error(code), { code }))
  expect(errno('ENOSPC')).toEqual({ code: 'disk/full' })
  expect(errno('EROFS')).toEqual({ code: 'disk/read-only' })
  expect(errno('EIO')).toEqual({ code: 'disk/failed', errno: 'EIO' })
  expect(errno('ERR_INVALID_ARG_TYPE')).toBeNull()
  expect(toVaultError(new TypeError('x'))).toBeNull()
  expect(describeVaultError({ code: 'vault/damaged', where: 'empty' })).not.toBe(
    describeVaultError({ code: 'vault/damaged', where: 'not-a-log' }),
  )
})
