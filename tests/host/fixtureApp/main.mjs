import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session, shell } from 'electron'

// A small application for tests of the host itself: hardened like the real one, with one of everything the host
// stands in for. Plain JavaScript, so that it runs unbuilt in Electron too.

const ORIGIN = 'app://fixture'
const PAGE = path.join(import.meta.dirname, 'page')
const TYPES = { '.html': 'text/html; charset=utf-8', '.mjs': 'text/javascript' }
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
].join('; ')

app.enableSandbox()
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp')
app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns')
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

async function serve(request) {
  const url = new URL(request.url)
  if (url.pathname === '/echo') {
    return new Response(`${request.method} ${await request.text()}`, { headers: { 'x-fixture': 'yes' } })
  }
  const file = path.join(PAGE, decodeURIComponent(url.pathname))
  const relative = path.relative(PAGE, file)
  if (!relative || relative.startsWith('..') || path.isAbsolute(relative))
    return new Response('', { status: 400 })
  try {
    return new Response(await readFile(file), {
      headers: {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    })
  } catch {
    return new Response('not found', { status: 404 })
  }
}

function handle(channel, handler) {
  ipcMain.handle(channel, (event, ...args) => {
    const frame = event.senderFrame
    const trusted =
      frame !== null &&
      frame.parent === null &&
      frame.origin === ORIGIN &&
      frame.url.startsWith(`${ORIGIN}/index`)
    if (!trusted) throw new Error(`refused: ${channel}`)
    return handler(...args)
  })
}

function createWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 620,
    show: false,
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${ORIGIN}/index.html`)
}

handle('echo', (value) => value)
handle('fail', () => {
  throw new TypeError('no such entry')
})
handle('openFiles', async () => {
  const window = BrowserWindow.getAllWindows()[0]
  const answer = await dialog.showOpenDialog(window, { properties: ['openFile'] })
  return Promise.all(
    answer.filePaths.map(async (file) => [path.basename(file), (await readFile(file)).length]),
  )
})
handle('sizes', (paths) => Promise.all(paths.map(async (file) => [file, (await readFile(file)).length])))
handle('argon2InWorker', () => {
  const worker = new Worker(new URL('./argon2Worker.mjs', import.meta.url), { execArgv: [], env: {} })
  return new Promise((resolve) => worker.once('message', resolve))
})

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', () =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('notice', 'second instance'),
  )
  void app.whenReady().then(() => {
    protocol.handle('app', serve)
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
    session.defaultSession.setPermissionCheckHandler(() => false)
    app.on('web-contents-created', (_event, contents) => {
      contents.setWindowOpenHandler(({ url }) => {
        if (url === 'https://help.example.org/') void shell.openExternal(url)
        return { action: 'deny' }
      })
      contents.on('will-navigate', (event) => {
        if (!event.url.startsWith(`${ORIGIN}/index`)) event.preventDefault()
      })
    })
    const lock = () => BrowserWindow.getAllWindows()[0]?.webContents.send('notice', 'locked')
    powerMonitor.on('lock-screen', lock)
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([{ label: 'File', submenu: [{ id: 'lock', label: 'Lock', click: lock }] }]),
    )
    createWindow()
  })
} else {
  app.exit(0)
}
