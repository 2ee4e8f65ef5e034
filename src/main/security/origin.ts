/** The one origin the app has, and what may be loaded: its own scheme, nothing else. */
export const SCHEME = 'app'
export const HOST = 'daybook'
export const ORIGIN = `${SCHEME}://${HOST}`
export const START_URL = `${ORIGIN}/index.html`

/** No inline code, no eval, nothing from elsewhere; styles and fonts from the app's own files. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Is this the app's own page? A look-alike such as `app://daybook.evil/` or `app://daybook@evil/` is not. */
export function isOwnPage(url: string): boolean {
  return url === START_URL || url.startsWith(`${START_URL}#`) || url.startsWith(`${START_URL}?`)
}

/** May a request go out of the page at all? Own files, blobs it made, data it holds. */
export function isOwnRequest(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || url.startsWith(`blob:${ORIGIN}/`) || url.startsWith('data:')
}
