import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type Electron from 'electron'
import { app, userDataFolder } from './app.ts'
import { browser, currentBrowser, takePage } from './browser.ts'
import type { WindowOwner } from './browserWindow.ts'
import type { CdpEvents } from './cdp.ts'
import { cancellable, hostState } from './hostState.ts'
import { HostIpcMain, hostIpcMain } from './ipcMain.ts'
import { themeFeatures } from './nativeTheme.ts'
import { applyPermissions } from './permissions.ts'
import { RendererChannel } from './rendererChannel.ts'
import { answerRequest } from './requests.ts'
import { originOf, toApplicationUrl, toChromiumUrl } from './schemes.ts'
import { defaultSession } from './session.ts'
import { missing, standIn } from './strict.ts'
import {
  developmentMarkSource,
  HOST_BINDING,
  ISOLATED_WORLD,
  isolatedWorldSource,
  mainWorldSource,
} from './worlds.ts'

// One window's page: attaching the two worlds, navigation, IPC both ways.

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

let lastId = 0
let routed = false

export class HostWebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session = defaultSession
  readonly ipc: Electron.IpcMain
  readonly mainFrame: Electron.WebFrameMain
  /** The public face of this object: what the application gets and compares. */
  readonly electron: Electron.WebContents
  readonly attached: Promise<void>
  sessionId = ''
  targetId = ''
  mainFrameId = ''
  readonly #owner: WindowOwner
  readonly #preferences: Electron.WebPreferences
  readonly #channel: RendererChannel
  #url = ''
  #expected = ''
  #destroyed = false
  #crashed = false
  #loading: { resolve(): void; reject(error: Error): void } | undefined
  #windowOpenHandler: WindowOpenHandler | undefined
  #zoomFactor = 1

  constructor(owner: WindowOwner, preferences: Electron.WebPreferences) {
    super()
    this.#owner = owner
    this.#preferences = preferences
    const ipc = new HostIpcMain()
    this.ipc = standIn<Electron.IpcMain>('webContents.ipc', ipc)
    this.mainFrame = createMainFrame(this)
    this.electron = standIn<Electron.WebContents>('webContents', this)
    this.#channel = new RendererChannel(this, [ipc, hostIpcMain], (url) => this.#openWindow(url))
    this.attached = this.#attach()
    this.attached.catch((error: unknown) => {
      if (!hostState.quitting) process.stderr.write(`tests/host: ${error}\n`)
    })
  }

  async #attach(): Promise<void> {
    const preload = readPreload(this.#preferences)
    const cdp = await browser(userDataFolder)
    if (!routed) {
      routed = true
      routePageEvents()
    }
    const page = await takePage(cdp)
    this.targetId = page.targetId
    this.sessionId = page.sessionId
    hostState.contentsBySession.set(page.sessionId, this)
    const nonce = `h${randomBytes(12).toString('hex')}`
    const processValues = { platform: process.platform, arch: process.arch, versions: process.versions }
    const addScript = (source: string, worldName?: string): Promise<unknown> =>
      cdp.send(
        'Page.addScriptToEvaluateOnNewDocument',
        worldName === undefined ? { source } : { source, worldName },
        page.sessionId,
      )
    await Promise.all([
      cdp.send('Page.enable', {}, page.sessionId),
      cdp.send('Page.setLifecycleEventsEnabled', { enabled: true }, page.sessionId),
      cdp.send('Runtime.enable', {}, page.sessionId),
      cdp.send(
        'Runtime.addBinding',
        { name: HOST_BINDING, executionContextName: ISOLATED_WORLD },
        page.sessionId,
      ),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, page.sessionId),
      cdp.send(
        'Target.setAutoAttach',
        { autoAttach: true, waitForDebuggerOnStart: true, flatten: true },
        page.sessionId,
      ),
      addScript(mainWorldSource(nonce)), // first: it must be listening when the preload exposes something
      preload === undefined
        ? undefined
        : addScript(isolatedWorldSource(nonce, processValues, preload), ISOLATED_WORLD),
      hostState.headful ? addScript(developmentMarkSource(), 'Daybook development mark') : undefined,
      cdp.send('Emulation.setEmulatedMedia', { features: themeFeatures() }, page.sessionId),
      cdp.send('Runtime.runIfWaitingForDebugger', {}, page.sessionId),
    ])
    const { frameTree } = await cdp.send('Page.getFrameTree', {}, page.sessionId)
    this.mainFrameId = frameTree.frame.id
    await this.#owner.applyBounds()
    await applyPermissions()
  }

  // --- events of the page ---

  frameNavigated({ frame }: CdpEvents['Page.frameNavigated']): void {
    if (frame.id !== this.mainFrameId) return
    this.#url = toApplicationUrl(frame.url + (frame.urlFragment ?? ''))
    this.emit('did-navigate', {}, this.#url, 200, '')
  }
  navigatedWithinDocument({ frameId, url }: CdpEvents['Page.navigatedWithinDocument']): void {
    if (frameId !== this.mainFrameId) return
    this.#url = toApplicationUrl(url)
    this.emit('did-navigate-in-page', {}, this.#url, true, 1, 1)
  }
  contextCreated({ context }: CdpEvents['Runtime.executionContextCreated']): void {
    const { frameId } = context.auxData ?? {}
    if (context.name === ISOLATED_WORLD && frameId === this.mainFrameId) this.#channel.contextId = context.id
  }
  bindingCalled({ payload, executionContextId }: CdpEvents['Runtime.bindingCalled']): void {
    void this.#channel.receive(payload, executionContextId)
  }
  domContentLoaded(): void {
    this.emit('dom-ready', {})
    this.#channel.flush()
  }
  loaded(): void {
    this.emit('did-finish-load', {})
    this.emit('did-stop-loading', {})
    this.#expected = ''
    this.#loading?.resolve()
    this.#loading = undefined
  }
  lifecycle({ name, frameId }: CdpEvents['Page.lifecycleEvent']): void {
    if (name !== 'firstPaint' || frameId !== this.mainFrameId) return
    if (this.#url !== '' && !this.#url.startsWith('about:')) this.#owner.painted()
  }
  targetCrashed(): void {
    this.#crashed = true
    const details = { reason: 'crashed', exitCode: 5 }
    this.emit('render-process-gone', {}, details)
    app.emit('render-process-gone', {}, this.electron, details)
  }
  consoleMessage({ type, args }: CdpEvents['Runtime.consoleAPICalled']): void {
    const message = args.map((arg) => arg.value ?? arg.description).join(' ')
    if (process.env.DAYBOOK_HOST_DEBUG) process.stderr.write(`[page ${type}] ${message}\n`)
    this.emit('console-message', { level: type, message, lineNumber: 0, sourceId: '' })
  }
  windowOpened({ url }: CdpEvents['Page.windowOpen']): void {
    this.#openWindow(toApplicationUrl(url))
  }
  pageIsGone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.emit('destroyed')
    this.#owner.pageIsGone()
  }

  // --- navigation ---

  /** Whether the application itself asked for this address (then there is no will-navigate). */
  expects(chromiumUrl: string): boolean {
    return this.#expected === chromiumUrl.replace(/#.*$/s, '')
  }
  /** Asks the application about a navigation the page began. */
  isNavigationPrevented(url: string): boolean {
    const event = cancellable({ url, isMainFrame: true, isSameDocument: false, frame: this.mainFrame })
    this.emit('will-navigate', event, url)
    return event.defaultPrevented
  }
  #openWindow(url: string): void {
    const answer = this.#windowOpenHandler?.({
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    }) ?? { action: 'allow' }
    if (answer.action === 'deny') {
      hostState.networkAttempts.push({ url, method: 'GET', type: 'window.open', cancelledByApp: true })
      return
    }
    const child = this.#owner.openChild(url, answer.overrideBrowserWindowOptions ?? {})
    this.emit('did-create-window', child, { url })
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler
  }
  async loadURL(url: string): Promise<void> {
    await this.attached
    const chromiumUrl = toChromiumUrl(url)
    this.#expected = chromiumUrl.replace(/#.*$/s, '')
    const loaded = new Promise<void>((resolve, reject) => {
      this.#loading = { resolve, reject }
    })
    this.emit('did-start-loading', {})
    const { errorText } = await currentBrowser().send('Page.navigate', { url: chromiumUrl }, this.sessionId)
    this.#expected = ''
    if (errorText !== undefined && errorText !== '') {
      this.#loading = undefined
      this.emit('did-fail-load', {}, -2, errorText, url, true, 1, 1)
      throw new Error(`${errorText} loading '${url}'`)
    }
    await loaded
  }
  loadFile(): Promise<void> {
    return missing('webContents.loadFile (the application serves its own scheme)')
  }
  reload(): void {
    this.#expected = toChromiumUrl(this.#url).replace(/#.*$/s, '')
    void currentBrowser().post('Page.reload', {}, this.sessionId)
  }
  stop(): void {
    void currentBrowser().post('Page.stopLoading', {}, this.sessionId)
  }
  getURL(): string {
    return this.#url
  }
  isLoading(): boolean {
    return this.#loading !== undefined
  }

  // --- the rest of what the application may ask ---

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.#channel.sendEvent(channel, args)
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await currentBrowser().send(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      this.sessionId,
    )
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  async capturePage(): Promise<Electron.NativeImage> {
    const { data } = await currentBrowser().send('Page.captureScreenshot', { format: 'png' }, this.sessionId)
    const png = Buffer.from(data, 'base64')
    return standIn<Electron.NativeImage>('NativeImage', { toPNG: () => png, isEmpty: () => png.length === 0 })
  }
  async applyMedia(): Promise<void> {
    await currentBrowser().post('Emulation.setEmulatedMedia', { features: themeFeatures() }, this.sessionId)
  }
  getZoomFactor(): number {
    return this.#zoomFactor
  }
  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor
    void currentBrowser().post('Emulation.setPageScaleFactor', { pageScaleFactor: factor }, this.sessionId)
  }
  getZoomLevel(): number {
    return Math.log(this.#zoomFactor) / Math.log(1.2)
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve()
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isCrashed(): boolean {
    return this.#crashed
  }
  getType(): 'window' {
    return 'window'
  }
  isFocused(): boolean {
    return true
  }
  isDevToolsOpened(): boolean {
    return false
  }
  focus(): void {}
  openDevTools(): void {}
  closeDevTools(): void {}
  setBackgroundThrottling(): void {}
  setIgnoreMenuShortcuts(): void {}
  setWebRTCIPHandlingPolicy(): void {}
  setAudioMuted(): void {}
  close(): void {
    this.#owner.close()
  }
}

/** The preload's text. Throws for windows Daybook must never have: unsandboxed, unisolated, with Node in the page. */
function readPreload(preferences: Electron.WebPreferences): string | undefined {
  if (
    preferences.sandbox === false ||
    preferences.contextIsolation === false ||
    preferences.nodeIntegration
  ) {
    return missing('an unsandboxed, unisolated or Node-integrated window')
  }
  if (preferences.preload === undefined) return undefined
  const text = readFileSync(preferences.preload, 'utf8')
  if (/^\s*(import|export)\s/m.test(text)) {
    throw new Error('tests/host: a sandboxed preload cannot use ES module syntax')
  }
  return text
}

function createMainFrame(contents: HostWebContents): Electron.WebFrameMain {
  const frame: Electron.WebFrameMain = standIn<Electron.WebFrameMain>('webFrameMain', {
    parent: null,
    name: '',
    processId: 1,
    routingId: 1,
    detached: false,
    frames: [],
    isDestroyed: () => contents.isDestroyed(),
    send: (channel, ...args: unknown[]) => contents.send(channel, ...args),
    get url() {
      return contents.getURL()
    },
    get origin() {
      return originOf(contents.getURL())
    },
    get top() {
      return frame
    },
  })
  return frame
}

/** Sends each page event to the window it belongs to; events of its workers and frames are not the page's. */
function routePageEvents(): void {
  const cdp = currentBrowser()
  const of = (sessionId: string | undefined): HostWebContents | undefined => {
    const contents = sessionId === undefined ? undefined : hostState.contentsBySession.get(sessionId)
    return contents?.sessionId === sessionId ? contents : undefined
  }
  cdp.on('Page.frameNavigated', (event, session) => of(session)?.frameNavigated(event))
  cdp.on('Page.navigatedWithinDocument', (event, session) => of(session)?.navigatedWithinDocument(event))
  cdp.on('Runtime.executionContextCreated', (event, session) => of(session)?.contextCreated(event))
  cdp.on('Runtime.bindingCalled', (event, session) => of(session)?.bindingCalled(event))
  cdp.on('Page.domContentEventFired', (_event, session) => of(session)?.domContentLoaded())
  cdp.on('Page.loadEventFired', (_event, session) => of(session)?.loaded())
  cdp.on('Page.lifecycleEvent', (event, session) => of(session)?.lifecycle(event))
  cdp.on('Inspector.targetCrashed', (_event, session) => of(session)?.targetCrashed())
  cdp.on('Runtime.consoleAPICalled', (event, session) => of(session)?.consoleMessage(event))
  cdp.on('Page.windowOpen', (event, session) => of(session)?.windowOpened(event))
  cdp.on('Fetch.requestPaused', (event, session) => void answerRequest(event, session ?? ''))
}
