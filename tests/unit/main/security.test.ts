import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok } from '../../../src/core/result.ts'
import { answer, isTrustedSender } from '../../../src/main/ipc/answer.ts'
import { isOwnPage, isOwnRequest } from '../../../src/main/security/origin.ts'
import { fileOfUrl, serveFile } from '../../../src/main/security/serveFile.ts'
import { VaultFailure } from '../../../src/vault/vaultError.ts'

describe('own pages and requests', () => {
  it.each(['app://daybook/index.html', 'app://daybook/index.html#claims', 'app://daybook/index.html?x=1'])(
    'knows %s',
    (url) => {
      expect(isOwnPage(url)).toBe(true)
    },
  )
  it.each([
    '',
    'about:blank',
    'app://daybook/index.html.evil',
    'app://daybook.evil/index.html',
    'app://daybook@evil/index.html',
    'https://daybook/index.html',
    'file:///index.html',
  ])('refuses the look-alike %j', (url) => {
    expect(isOwnPage(url)).toBe(false)
  })
  it('lets out nothing but own files, blobs and data', () => {
    expect(isOwnRequest('app://daybook/assets/a.css')).toBe(true)
    expect(isOwnRequest('blob:app://daybook/1')).toBe(true)
    expect(isOwnRequest('https://example.org/')).toBe(false)
    expect(isOwnRequest('app://daybook.evil/')).toBe(false)
    expect(isOwnRequest('file:///etc/passwd')).toBe(false)
  })
})

describe('the sender check', () => {
  const own = { parent: null, origin: 'app://daybook', url: 'app://daybook/index.html' }
  it('takes our page in the top frame alone', () => {
    expect(isTrustedSender(own)).toBe(true)
    expect(isTrustedSender(null)).toBe(false)
    expect(isTrustedSender({ ...own, url: '' })).toBe(false)
    expect(isTrustedSender({ ...own, origin: 'https://example.org' })).toBe(false)
    expect(isTrustedSender({ ...own, parent: {} as never })).toBe(false)
  })
})

describe('one call through the door', () => {
  const state = {
    phase: 'closed',
    name: null,
    demo: false,
    readOnly: false,
    canUndo: false,
    canRedo: false,
    savedAt: null,
    failure: null,
    notices: [],
    heldDrafts: 0,
    optIns: [],
  }
  it('refuses input that does not parse, before the handler sees it', async () => {
    let called = false
    const handler = async () => {
      called = true
      return ok(state)
    }
    for (const bad of [undefined, { extra: 1 }, [], 'x']) {
      expect(await answer('log.state', bad, handler)).toMatchObject({ error: { code: 'ipc/invalid-input' } })
    }
    expect(called).toBe(false)
    expect(await answer('log.state', {}, handler)).toEqual({ ok: true, value: state })
  })
  it('lets nothing out that the contract does not name', async () => {
    const leaky = async () => ok({ ...state, path: '/home/someone/secret.daybook' })
    expect(await answer('log.state', {}, leaky)).toEqual({
      ok: false,
      error: { code: 'app/defect', fields: { call: 'log.state' } },
    })
  })
  it('turns a defect into a code, without its message', async () => {
    const broken = async () => {
      throw new Error('the passphrase is hunter2')
    }
    expect(JSON.stringify(await answer('log.state', {}, broken))).not.toContain('hunter2')
  })
  it('says so when a record that was needed is not what the log should hold', async () => {
    const unreadable = async () => {
      throw new VaultFailure({ code: 'vault/invalid-content' })
    }
    expect(await answer('log.state', {}, unreadable)).toEqual({
      ok: false,
      error: { code: 'vault/invalid-content' },
    })
  })
})

describe('files for the page', () => {
  let root = ''
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'daybook-serve-'))
    await writeFile(path.join(root, 'index.html'), '<p>ok</p>')
    await writeFile(path.join(root, 'notes.txt'), 'not served')
  })
  afterAll(() => rm(root, { recursive: true }))

  it('serves with the content policy', async () => {
    const response = await serveFile(root, 'GET', 'app://daybook/index.html')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self';/)
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
  it.each([
    ['POST', 'app://daybook/index.html'],
    ['GET', 'app://daybook/'],
    ['GET', 'app://daybook/notes.txt'],
    ['GET', 'app://daybook/missing.html'],
    ['GET', 'app://other/index.html'],
    ['GET', 'app://daybook/%2e%2e/%2e%2e/etc/passwd'],
    ['GET', 'app://daybook/..%2f..%2fetc%2fpasswd'],
    ['GET', 'app://daybook/index.html%00.html'],
    ['GET', 'app://daybook/%'],
    ['GET', 'nonsense'],
  ])('answers %s %s with 404', async (method, url) => {
    expect((await serveFile(root, method, url)).status).toBe(404)
  })
  it('never names a file outside its folder', () => {
    expect(fileOfUrl('/srv/app', 'app://daybook/..%2fsecret.html')).toBeNull()
    expect(fileOfUrl('/srv/app', 'app://daybook/%2e%2e/secret.html')).toBe('/srv/app/secret.html')
    expect(fileOfUrl('/srv/app', 'app://daybook/a/../index.html')).toBe('/srv/app/index.html')
  })
})
