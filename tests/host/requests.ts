import { currentBrowser } from './browser.ts'
import type { CdpEvents } from './cdp.ts'
import { hostState } from './hostState.ts'
import { schemeHandler } from './protocol.ts'
import { schemeOf, toApplicationUrl, toChromiumUrl } from './schemes.ts'
import type { HostWebContents } from './webContents.ts'
import { askBeforeRequest, askHeadersReceived } from './webRequest.ts'

// Every request of every page, worker and frame stops here and is answered from the application's protocol
// handlers, or not at all: nothing of Chromium's own network is ever used.

type Paused = CdpEvents['Fetch.requestPaused']
type ResourceType = Electron.OnBeforeRequestListenerDetails['resourceType']
type ErrorReason = 'Aborted' | 'BlockedByClient' | 'Failed' | 'InternetDisconnected'

const RESOURCE_TYPES: Partial<Record<Paused['resourceType'], ResourceType>> = {
  Document: 'subFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Script: 'script',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
}
const INTERNAL = /^(data|blob|about|devtools)$/

let lastId = 0

/** Answers one paused request of the session that sent the event. */
export async function answerRequest(paused: Paused, sessionId: string): Promise<void> {
  const url = toApplicationUrl(paused.request.url)
  try {
    await answer(paused, url, sessionId)
  } catch (error) {
    process.stderr.write(`tests/host: ${url}: ${error instanceof Error ? error.stack : error}\n`)
    await fail(paused, sessionId, 'Failed')
  }
}

async function fail({ requestId }: Paused, sessionId: string, errorReason: ErrorReason): Promise<void> {
  await currentBrowser().post('Fetch.failRequest', { requestId, errorReason }, sessionId)
}

async function answer(paused: Paused, url: string, sessionId: string): Promise<void> {
  const contents = hostState.contentsBySession.get(sessionId)
  const scheme = schemeOf(url)
  const handler = schemeHandler(scheme)
  const { method } = paused.request
  const isMainFrame = isOfMainFrame(paused, contents, sessionId)

  if (isMainFrame && contents && !contents.expects(paused.request.url)) {
    if (contents.isNavigationPrevented(url)) {
      if (!handler) {
        hostState.networkAttempts.push({ url, method, type: 'will-navigate', cancelledByApp: true })
      }
      return fail(paused, sessionId, 'Aborted')
    }
  }
  const resourceType = isMainFrame ? 'mainFrame' : (RESOURCE_TYPES[paused.resourceType] ?? 'other')
  const common = {
    id: ++lastId,
    url,
    method,
    resourceType,
    referrer: '',
    timestamp: Date.now(),
    ...(contents ? { webContentsId: contents.id, webContents: contents.electron } : {}),
  }
  const decision = await askBeforeRequest({ ...common, uploadData: [] })
  const cancelledByApp = decision.cancel === true
  if (!handler && !INTERNAL.test(scheme)) {
    hostState.networkAttempts.push({ url, method, type: paused.resourceType, cancelledByApp })
  }
  if (cancelledByApp) return fail(paused, sessionId, 'BlockedByClient')
  if (decision.redirectURL !== undefined) {
    return fulfil(
      paused,
      sessionId,
      302,
      [['location', toChromiumUrl(decision.redirectURL)]],
      Buffer.alloc(0),
    )
  }
  if (!handler) {
    if (!INTERNAL.test(scheme)) return fail(paused, sessionId, 'InternetDisconnected')
    await currentBrowser().post('Fetch.continueRequest', { requestId: paused.requestId }, sessionId)
    return
  }

  const response = await handler(toRequest(paused, url))
  const changed = await askHeadersReceived({
    ...common,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status}`,
    responseHeaders: groupHeaders(response.headers),
  })
  if (changed.cancel) return fail(paused, sessionId, 'BlockedByClient')
  const headers = Object.entries(changed.responseHeaders ?? groupHeaders(response.headers)).flatMap(
    ([name, values]) => [values].flat().map((value): [string, string] => [name, value]),
  )
  return fulfil(paused, sessionId, response.status, headers, Buffer.from(await response.arrayBuffer()))
}

function isOfMainFrame(paused: Paused, contents: HostWebContents | undefined, sessionId: string): boolean {
  return (
    paused.resourceType === 'Document' &&
    contents !== undefined &&
    contents.sessionId === sessionId &&
    contents.mainFrameId === paused.frameId
  )
}

function toRequest(paused: Paused, url: string): Request {
  const { method, headers, postDataEntries } = paused.request
  if (method === 'GET' || method === 'HEAD' || !postDataEntries) return new Request(url, { method, headers })
  const body = Buffer.concat(postDataEntries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')))
  return new Request(url, { method, headers, body })
}

function groupHeaders(headers: Headers): Record<string, string[]> {
  const grouped: Record<string, string[]> = {}
  headers.forEach((value, name) => {
    grouped[name] = [...(grouped[name] ?? []), value]
  })
  return grouped
}

async function fulfil(
  { requestId }: Paused,
  sessionId: string,
  responseCode: number,
  headers: ReadonlyArray<readonly [string, string]>,
  body: Buffer,
): Promise<void> {
  await currentBrowser().post(
    'Fetch.fulfillRequest',
    {
      requestId,
      responseCode,
      responseHeaders: headers.map(([name, value]) => ({ name, value })),
      body: body.toString('base64'),
    },
    sessionId,
  )
}
