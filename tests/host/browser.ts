import { rmSync } from 'node:fs'
import path from 'node:path'
import { Cdp } from './cdp.ts'
import { findChromium } from './chromium.ts'
import { chromiumSwitches } from './chromiumSwitches.ts'
import { appendedSwitches, switchValue } from './commandLine.ts'
import { hostState } from './hostState.ts'

// The one Chromium behind the application: started when first needed, ended with the process. Pages are handed
// out to windows here; workers and frames are let run once their requests are intercepted.

const PASSED_ON = ['remote-debugging-port', 'log-net-log', 'lang']
const EXITED_EARLY_MS = 10_000

let starting: Promise<Cdp> | undefined
let running: Cdp | undefined

let onLost = (): void => {}

/** Calls `listener` when Chromium ends although the application is not quitting. */
export function whenBrowserIsLost(listener: () => void): void {
  onLost = listener
}

/** The page of a window: DevTools names for the target and the session with it. */
export interface Page {
  readonly targetId: string
  readonly sessionId: string
}
const idlePages: Page[] = []
const waitingForPage = new Map<string, (page: Page) => void>()
let waitingForFirst: ((page: Page) => void) | undefined
let firstPageTaken = false

/** Starts Chromium with its profile in `userData` on the first call; later calls get the same one. */
export function browser(userData: () => string): Promise<Cdp> {
  starting ??= start(path.join(userData(), 'host-chromium'))
  return starting
}

/** The Chromium that is running. Throws before `browser` has resolved. */
export function currentBrowser(): Cdp {
  if (!running) throw new Error('tests/host: Chromium is not running yet')
  return running
}

/** Ends Chromium at once, if there is one; its profile stays in userData, as Electron's does. */
export function stopBrowser(): void {
  running?.process.kill('SIGKILL')
}

async function start(profileFolder: string): Promise<Cdp> {
  const choice = await findChromium({ headful: hostState.headful })
  const isRoot = process.getuid?.() === 0
  let noUsableSandbox = false
  const launch = async (noSandbox: boolean): Promise<Cdp> => {
    const passedOn = new Map(
      PASSED_ON.flatMap((name): [string, string][] => {
        const value = switchValue(name)
        return value === undefined || appendedSwitches().has(name) ? [] : [[name, value]]
      }),
    )
    const args = chromiumSwitches({
      profileFolder,
      headful: hostState.headful,
      noSandbox,
      appended: appendedSwitches(),
      passedOn,
      extra: (process.env.DAYBOOK_CHROMIUM_ARGS ?? '').split(' ').filter(Boolean),
    })
    const cdp = new Cdp(choice.executable, args, environment, (line) => {
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`) // Playwright waits for it
      if (/No usable sandbox|sandbox_host_linux|Failed to move to new namespace/.test(line))
        noUsableSandbox = true
      if (process.env.DAYBOOK_HOST_DEBUG) process.stderr.write(`[chromium] ${line}\n`)
    })
    route(cdp)
    await cdp.send('Target.setDiscoverTargets', { discover: true })
    await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    return cdp
  }
  // A profile left by a run that was killed holds locks of a process that is gone.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
    rmSync(path.join(profileFolder, name), { force: true })
  }
  // Without this a full Chromium keeps a folder for crash reports beside the user's own browser.
  const environment = { ...process.env, ...choice.env, CHROME_CONFIG_HOME: profileFolder }
  const startedAt = performance.now()
  const noSandbox = isRoot || process.env.DAYBOOK_HOST_NO_SANDBOX === '1'
  try {
    running = await launch(noSandbox)
  } catch (error) {
    // Containers and some distributions forbid what Chromium's sandbox needs.
    if (noSandbox || !noUsableSandbox || performance.now() - startedAt > EXITED_EARLY_MS) throw error
    process.stderr.write('tests/host: no usable sandbox on this machine; Chromium runs without one\n')
    running = await launch(true)
  }
  running.onExit(() => {
    if (!hostState.quitting) onLost()
  })
  return running
}

function route(cdp: Cdp): void {
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }, parentSession) => {
    if (parentSession === undefined && targetInfo.type === 'page') {
      pageAppeared(cdp, { targetId: targetInfo.targetId, sessionId }, targetInfo.openerId !== undefined)
      return
    }
    void attachPart(cdp, sessionId, waitingForDebugger, parentSession)
  })
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => {
    const contents = hostState.contentsBySession.get(sessionId)
    hostState.contentsBySession.delete(sessionId)
    if (contents?.sessionId === sessionId) contents.pageIsGone()
  })
}

function pageAppeared(cdp: Cdp, page: Page, hasOpener: boolean): void {
  const waiting = waitingForPage.get(page.targetId)
  if (waiting) {
    waitingForPage.delete(page.targetId)
    waiting(page)
  } else if (hasOpener) {
    // The window-open handler was asked already: a page that opened itself must not stay.
    void cdp.post('Target.closeTarget', { targetId: page.targetId })
  } else if (waitingForFirst) {
    waitingForFirst(page)
    waitingForFirst = undefined
  } else {
    idlePages.push(page)
  }
}

/** A worker, or a frame in a process of its own: its requests are the window's. */
async function attachPart(
  cdp: Cdp,
  sessionId: string,
  isWaiting: boolean,
  parentSession: string | undefined,
): Promise<void> {
  const owner = parentSession === undefined ? undefined : hostState.contentsBySession.get(parentSession)
  if (owner) {
    hostState.contentsBySession.set(sessionId, owner)
    await Promise.all([
      cdp.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId),
      cdp.post(
        'Target.setAutoAttach',
        { autoAttach: true, waitForDebuggerOnStart: true, flatten: true },
        sessionId,
      ),
    ])
  }
  if (isWaiting) await cdp.post('Runtime.runIfWaitingForDebugger', {}, sessionId)
}

/** A page for a new window: the one Chromium started with, then new ones. */
export async function takePage(cdp: Cdp): Promise<Page> {
  if (!firstPageTaken) {
    firstPageTaken = true
    return idlePages.shift() ?? new Promise((resolve) => (waitingForFirst = resolve))
  }
  const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true })
  const at = idlePages.findIndex((page) => page.targetId === targetId) // its event may precede the reply
  const [already] = at >= 0 ? idlePages.splice(at, 1) : []
  return already ?? new Promise((resolve) => waitingForPage.set(targetId, resolve))
}
