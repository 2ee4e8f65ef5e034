import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { answerOpenDialog, expect, launch, test } from './fixtures.ts'

// Tests of the host itself (and, where Electron is present, of the same claims about Electron), with the small
// application in tests/host/fixtureApp. A failure here means that other specs prove nothing.

declare global {
  interface Window {
    readonly fixture: {
      echo(value: unknown): Promise<unknown>
      fail(): Promise<unknown>
      openFiles(): Promise<unknown>
      argon2InWorker(): Promise<unknown>
      sum(a: number, b: number): number
      twice(callback: (n: number) => number): number
      readonly pageGlobalSeen: string
      readonly nodeSeen: string
    }
    inlineScriptRan?: boolean
  }
}

const entry = path.resolve(import.meta.dirname, '../host/fixtureApp/main.mjs')
test.use({ appEntry: entry })

test('IPC keeps structured values both ways', async ({ app }) => {
  const kept = await app.page.evaluate(async () => {
    const sent = {
      date: new Date(86_400_000),
      map: new Map([['k', { deep: 1n }]]),
      bytes: new Uint8Array([0, 1, 255]),
      nothing: undefined,
      minusZero: -0,
      words: 'Ñandú بغداد \u{1f5fa}',
    }
    const back = (await window.fixture.echo(sent)) as typeof sent
    return {
      date: back.date.getTime() === 86_400_000,
      map: back.map.get('k')?.deep === 1n,
      bytes: back.bytes instanceof Uint8Array && back.bytes.join() === '0,1,255',
      nothing: 'nothing' in back && back.nothing === undefined,
      minusZero: Object.is(back.minusZero, -0),
      words: back.words === sent.words,
    }
  })
  expect(kept).toEqual({ date: true, map: true, bytes: true, nothing: true, minusZero: true, words: true })
})

test('what cannot be cloned is refused, and errors cross with Electron’s wording', async ({ app }) => {
  const messages = await app.page.evaluate(async () => {
    const messageOf = async (call: () => Promise<unknown>) => {
      try {
        return String(await call())
      } catch (error) {
        return error instanceof Error ? error.message : 'not an error'
      }
    }
    return {
      failed: await messageOf(() => window.fixture.fail()),
      refused: await messageOf(() => window.fixture.echo({ inside: Symbol('no') })),
    }
  })
  expect(messages.failed).toBe("Error invoking remote method 'fail': TypeError: no such entry")
  expect(messages.refused).toMatch(/could not be cloned/)
})

test('the page sees the bridge and nothing behind it', async ({ app }) => {
  const seen = await app.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'electron', '__daybookHost', '__daybookReceive']
    let replaced = true
    try {
      Object.assign(window, { fixture: 1 })
      replaced = typeof window.fixture !== 'object'
    } catch {
      replaced = false
    }
    return {
      visible: names.filter((name) => name in globalThis),
      frozen: Object.isFrozen(window.fixture),
      replaced,
      sum: window.fixture.sum(2, 3),
      twice: window.fixture.twice((n) => n + 10),
      pageGlobalSeen: window.fixture.pageGlobalSeen,
      nodeSeen: window.fixture.nodeSeen,
      inlineScriptRan: window.inlineScriptRan,
      secure: isSecureContext && crossOriginIsolated,
    }
  })
  expect(seen).toEqual({
    visible: [],
    frozen: true,
    replaced: false,
    sum: 5,
    twice: 21,
    pageGlobalSeen: 'undefined',
    nodeSeen: 'undefined',
    inlineScriptRan: undefined,
    secure: true,
  })
})

test('dialogs are answered by the spec, and files are read in the main process', async ({
  app,
  userData,
}) => {
  const file = path.join(userData, 'évidence.txt')
  writeFileSync(file, 'twelve bytes')
  expect(await app.page.evaluate(() => window.fixture.openFiles())).toEqual([]) // nobody answered: cancelled
  await answerOpenDialog(app, [file])
  expect(await app.page.evaluate(() => window.fixture.openFiles())).toEqual([['évidence.txt', 12]])
  await app.page.getByLabel('Files').setInputFiles(file)
  await expect(app.page.getByRole('status')).toHaveText(JSON.stringify([[file, 12]]))
})

test('the application’s scheme answers pages and workers, and nothing outside its folder', async ({
  app,
}) => {
  const answers = await app.page.evaluate(async () => {
    const worker = new Worker('./worker.mjs', { type: 'module' })
    const fromWorker = await new Promise((resolve, reject) => {
      worker.onmessage = (event) => resolve(event.data)
      worker.onerror = (event) => reject(new Error(event.message))
      worker.postMessage(21)
    })
    const status = async (url: string) => (await fetch(url)).status
    return {
      fromWorker,
      escaped: await status('/%2e%2e%2fmain.mjs'),
      absent: await status('/absent.html'),
    }
  })
  expect(answers.fromWorker).toEqual({ doubled: 42, body: 'POST from a worker', header: 'yes' })
  expect(answers).toMatchObject({ escaped: 400, absent: 404 })
})

test('navigation, new windows and outside requests are refused', async ({ app }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
  await app.page.evaluate(() => window.open('https://help.example.org/'))
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened')))
    .toEqual(['https://help.example.org/'])
  await app.page.getByRole('link', { name: 'away' }).click()
  await app.page.getByRole('link', { name: 'new tab' }).click()
  const opened = await app.page.evaluate(async () => {
    await fetch('https://outside.example/fetch').catch(() => {})
    const other = window.open('https://outside.example/window')
    return other === null || other.closed
  })
  expect(opened).toBe(true)
  await expect(app.page.getByRole('heading')).toHaveText('Host fixture')
  await expect.poll(() => app.electron.windows().length).toBe(1)
  expect(app.page.url()).toMatch(/index\.html$/)
  if (app.kind === 'host') {
    const attempts = await app.evaluate((electron) => Reflect.get(electron, 'host').networkAttempts)
    expect(attempts).toContainEqual({
      url: 'https://outside.example/',
      method: 'GET',
      type: 'will-navigate',
      cancelledByApp: true,
    })
  }
})

test('WebRTC learns no address of this machine', async ({ app }) => {
  const candidates = await app.page.evaluate(async () => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] })
    connection.createDataChannel('probe')
    const found: string[] = []
    const gathered = new Promise<void>((resolve) => {
      connection.onicecandidate = (event) =>
        event.candidate ? found.push(event.candidate.candidate) : resolve()
    })
    await connection.setLocalDescription()
    await gathered
    connection.close()
    return found
  })
  expect(candidates).toEqual([])
})

test('permissions are denied', async ({ app }) => {
  const answers = await app.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused',
    ),
  }))
  expect(answers).toEqual({ notifications: 'denied', geolocation: 'denied', camera: 'refused' })
})

test('IPC from an address that is not the application’s page is refused', async ({ app }) => {
  await app.page.evaluate(() => history.pushState({}, '', '/other'))
  const message = await app.page.evaluate(() => window.fixture.echo(1).catch((error: Error) => error.message))
  expect(message).toContain('refused: echo')
})

test('power events and menu items reach the application', async ({ app }) => {
  const status = app.page.getByRole('status')
  await expect(status).toHaveText('ready')
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
  await expect(status).toHaveText('locked')
  await app.page.evaluate(() => document.querySelector('[role=status]')?.replaceChildren('again'))
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click())
  await expect(status).toHaveText('locked')
})

test('a second start gives way to the first; quitting ends with code 0', async ({ app, userData }) => {
  await expect(launch({ userData, entry })).rejects.toThrow()
  await expect(app.page.getByRole('status')).toHaveText('second instance')
  await app.evaluate(({ app: application }) => void setImmediate(() => application.quit()))
  expect(await app.exitCode).toBe(0)
})

test('what Electron lacks or the host lacks fails loudly', async ({ app }) => {
  test.skip(app.kind !== 'host', 'about the host only')
  expect(await app.page.evaluate(() => window.fixture.argon2InWorker())).toContain(
    'does not exist in Electron',
  )
  await expect(app.evaluate(({ app: application }) => application.relaunch())).rejects.toThrow(
    'app.relaunch is not implemented',
  )
})

test('a killed run leaves no process and nothing outside its own folder', async ({ userData }) => {
  const outside = mkdtempSync(path.join(os.tmpdir(), 'daybook-kill-'))
  const app = await launch({ userData, entry, env: { TMPDIR: outside } })
  test.skip(app.kind !== 'host', 'about the host only')
  const pid = await app.evaluate(() => process.pid)
  process.kill(pid, 'SIGKILL')
  await app.exitCode
  const profile = path.join(userData, 'host-chromium')
  expect(existsSync(profile)).toBe(true)
  await expect.poll(() => processesUsing(profile)).toEqual([])
  expect(readdirSync(outside)).toEqual([])
  rmSync(outside, { recursive: true })
})

/** Ids of processes whose command line names the folder. */
function processesUsing(folder: string): string[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id)) return false
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(folder)
    } catch {
      return false
    }
  })
}
