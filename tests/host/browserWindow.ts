import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app, lastWindowClosed } from './app.ts'
import { currentBrowser } from './browser.ts'
import { cancellable, hostState } from './hostState.ts'
import { standIn } from './strict.ts'
import { HostWebContents } from './webContents.ts'

/** What a page may ask of the window around it. */
export interface WindowOwner {
  applyBounds(): Promise<void>
  painted(): void
  pageIsGone(): void
  close(): void
  openChild(url: string, options: Electron.BrowserWindowConstructorOptions): Electron.BrowserWindow
}

export class HostWindow extends EventEmitter implements WindowOwner {
  readonly id: number
  readonly webContents: HostWebContents
  /** The public face of this object. */
  readonly electron: Electron.BrowserWindow
  #bounds: Electron.Rectangle
  #title: string
  #destroyed = false
  #painted = false
  #visible: boolean
  #maximized = false
  #minimized = false
  #fullScreen = false
  #protected = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    if (!hostState.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#visible = options.show !== false
    this.#title = options.title ?? app.name
    this.webContents = new HostWebContents(this, options.webPreferences ?? {})
    this.id = this.webContents.id
    const face = standIn<Electron.BrowserWindow>('BrowserWindow', this as Omit<HostWindow, 'webContents'>)
    const { electron: contents } = this.webContents
    this.electron = new Proxy(face, {
      get: (target, key) => (key === 'webContents' ? contents : Reflect.get(target, key)),
    })
    hostState.windows.push(this)
    app.emit('web-contents-created', {}, contents)
    app.emit('browser-window-created', {}, this.electron)
  }

  // --- the page's side ---

  async applyBounds(): Promise<void> {
    const { width, height } = this.#bounds
    const { sessionId, targetId } = this.webContents
    if (!hostState.headful) {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false }
      await currentBrowser().post('Emulation.setDeviceMetricsOverride', metrics, sessionId)
      return
    }
    const place = await currentBrowser().post('Browser.getWindowForTarget', { targetId })
    if (!place) return
    await currentBrowser().post('Browser.setWindowBounds', {
      windowId: place.windowId,
      bounds: { width, height },
    })
  }
  painted(): void {
    if (this.#painted) return
    this.#painted = true
    this.emit('ready-to-show')
  }
  pageIsGone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    hostState.windows.splice(hostState.windows.indexOf(this), 1)
    this.emit('closed')
    if (hostState.windows.length === 0) lastWindowClosed()
  }
  openChild(url: string, options: Electron.BrowserWindowConstructorOptions): Electron.BrowserWindow {
    const child = new HostWindow(options)
    void child.webContents.loadURL(url)
    return child.electron
  }

  // --- the application's side ---

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  loadFile(): Promise<void> {
    return this.webContents.loadFile()
  }
  reload(): void {
    this.webContents.reload()
  }
  close(): void {
    if (this.#destroyed) return
    const event = cancellable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.#destroyed) return
    const contents = this.webContents
    void contents.attached.then(
      () => currentBrowser().post('Target.closeTarget', { targetId: contents.targetId }),
      () => {}, // it never had a page
    )
    contents.pageIsGone()
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  show(): void {
    this.#visible = true
    this.emit('show')
  }
  showInactive(): void {
    this.show()
  }
  hide(): void {
    this.#visible = false
    this.emit('hide')
  }
  isVisible(): boolean {
    return this.#visible && !this.#minimized
  }
  focus(): void {
    this.emit('focus')
  }
  blur(): void {
    this.emit('blur')
  }
  isFocused(): boolean {
    return this.#visible
  }
  minimize(): void {
    this.#minimized = true
    this.emit('minimize')
  }
  restore(): void {
    this.#minimized = false
    this.emit('restore')
  }
  isMinimized(): boolean {
    return this.#minimized
  }
  maximize(): void {
    this.#maximized = true
    this.emit('maximize')
  }
  unmaximize(): void {
    this.#maximized = false
    this.emit('unmaximize')
  }
  isMaximized(): boolean {
    return this.#maximized
  }
  setFullScreen(fullScreen: boolean): void {
    this.#fullScreen = fullScreen
  }
  isFullScreen(): boolean {
    return this.#fullScreen
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }
  getContentBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    void this.webContents.attached.then(() => this.applyBounds())
    this.emit('resize')
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  getTitle(): string {
    return this.#title
  }
  setTitle(title: string): void {
    this.#title = title
  }
  setContentProtection(enabled: boolean): void {
    this.#protected = enabled
  }
  isContentProtected(): boolean {
    return this.#protected
  }
  center(): void {}
  flashFrame(): void {}
  moveTop(): void {}
  removeMenu(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
  setDocumentEdited(): void {}
  setIcon(): void {}
  setMenu(): void {}
  setMenuBarVisibility(): void {}
  setMinimumSize(): void {}
  setProgressBar(): void {}
  setRepresentedFilename(): void {}
}

const facesOf = (windows: readonly HostWindow[]): Electron.BrowserWindow[] =>
  windows.map((window) => window.electron)

/** `new BrowserWindow(options)` gives the public face of a HostWindow. */
export class BrowserWindow {
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    // biome-ignore lint/correctness/noConstructorReturn: callers must get the strict face, not this shell
    return new HostWindow(options).electron
  }
  static [Symbol.hasInstance](value: unknown): boolean {
    return facesOf(hostState.windows).some((face) => face === value)
  }
  static getAllWindows(): Electron.BrowserWindow[] {
    return facesOf(hostState.windows)
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return hostState.windows.at(-1)?.electron ?? null
  }
  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return hostState.windows.find((window) => window.webContents.electron === contents)?.electron ?? null
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return hostState.windows.find((window) => window.id === id)?.electron ?? null
  }
}

const allContents = (): Electron.WebContents[] =>
  hostState.windows.map((window) => window.webContents.electron)

export const webContents = standIn<typeof Electron.webContents>('webContents', {
  getAllWebContents: allContents,
  getFocusedWebContents: () => allContents().at(-1) ?? null,
  fromId: (id: number) => allContents().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) =>
    hostState.windows.find((window) => window.webContents.targetId === targetId)?.webContents.electron,
})
