// Chromium cannot be taught a new standard scheme from outside, so `app://daybook/x` is
// `https://daybook.app.invalid/x` inside it. Translation happens at the border: the application and its specs see
// `app:` everywhere, the page sees the other form (so renderer code uses relative addresses, and its content
// security policy says 'self'). `.invalid` never resolves (RFC 2606).

const standard = new Set<string>()
const registered = new Set<string>()

/** Records a scheme from registerSchemesAsPrivileged; only a standard one has an origin of its own. */
export function registerScheme(scheme: string, isStandard: boolean): void {
  registered.add(scheme.toLowerCase())
  if (isStandard) standard.add(scheme.toLowerCase())
}

/** The first registered scheme, for questions that need some page of the application. */
export function firstScheme(): string | undefined {
  return registered.values().next().value
}

/** The address Chromium uses for an address of the application. Others are returned as they are. */
export function toChromiumUrl(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
  if (!standard.has(scheme.toLowerCase())) return url
  return `https://${host}.${scheme.toLowerCase()}.invalid${/^\//.test(rest) ? '' : '/'}${rest}`
}

/** The application's address for one of Chromium's, `blob:` included. Others are returned as they are. */
export function toApplicationUrl(url: string): string {
  return url.replace(
    /^(blob:)?https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.invalid(?=[/?#]|$)/i,
    (whole, blob: string | undefined, host: string, scheme: string) =>
      standard.has(scheme.toLowerCase()) ? `${blob ?? ''}${scheme.toLowerCase()}://${host}` : whole,
  )
}

/** `scheme://host` of an address, or 'null' (the opaque origin) when it has none. */
export function originOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(url)?.[1] ?? 'null'
}

/** The scheme of an address without its colon, in lower case; '' when there is none. */
export function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''
}
