import type Electron from 'electron'
import { standIn } from './strict.ts'

// session.webRequest: the two moments Daybook uses. The other listeners are missing on purpose (see strict.ts).

// Parameters of an overloaded function are those of its last form: (listener).
type BeforeRequest = Parameters<Electron.WebRequest['onBeforeRequest']>[0]
type HeadersReceived = Parameters<Electron.WebRequest['onHeadersReceived']>[0]
interface Listening<Listener> {
  readonly matches: (url: string) => boolean
  readonly listener: Listener
}

let beforeRequest: Listening<NonNullable<BeforeRequest>> | undefined
let headersReceived: Listening<NonNullable<HeadersReceived>> | undefined

/** Whether an address fits one of Electron's patterns: `*` stands for any text, `<all_urls>` for everything. */
export function matchesPattern(url: string, patterns: readonly string[] | undefined): boolean {
  if (patterns === undefined) return true
  return patterns.some((pattern) => {
    if (pattern === '<all_urls>') return true
    const source = pattern.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${source.join('.*')}$`).test(url)
  })
}

/** Both ways of calling: (listener) and (filter, listener); null removes. */
function listening<Listener extends (...args: never[]) => void>(
  first: Electron.WebRequestFilter | Listener | null,
  second: Listener | null | undefined,
): Listening<Listener> | undefined {
  if (typeof first === 'function') return { matches: () => true, listener: first }
  if (first === null || !second) return undefined
  return { matches: (url) => matchesPattern(url, first.urls), listener: second }
}

export const webRequest = standIn<Electron.WebRequest>('session.webRequest', {
  onBeforeRequest(first: Electron.WebRequestFilter | BeforeRequest, second?: BeforeRequest) {
    beforeRequest = listening(first, second)
  },
  onHeadersReceived(first: Electron.WebRequestFilter | HeadersReceived, second?: HeadersReceived) {
    headersReceived = listening(first, second)
  },
})

/** What the application answers to a request before it is sent; {} when it does not listen. */
export function askBeforeRequest(
  details: Electron.OnBeforeRequestListenerDetails,
): Promise<Electron.CallbackResponse> {
  const asked = beforeRequest
  if (!asked?.matches(details.url)) return Promise.resolve({})
  return new Promise((resolve) => asked.listener(details, resolve))
}

/** What the application answers to a response's headers; {} when it does not listen. */
export function askHeadersReceived(
  details: Electron.OnHeadersReceivedListenerDetails,
): Promise<Electron.HeadersReceivedResponse> {
  const asked = headersReceived
  if (!asked?.matches(details.url)) return Promise.resolve({})
  return new Promise((resolve) => asked.listener(details, resolve))
}
