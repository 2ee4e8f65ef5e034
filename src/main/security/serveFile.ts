/**
 * Files of the built renderer as responses: the one place where a page's request meets the disk. Free of Electron,
 * so that hostile addresses can be tried in a plain test.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CONTENT_SECURITY_POLICY, HOST, SCHEME } from './origin.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Answers GET for a file under `root`, with the content policy as a header; 4xx for anything else. */
export async function serveFile(root: string, method: string, untrustedUrl: string): Promise<Response> {
  const file = method === 'GET' ? fileOfUrl(root, untrustedUrl) : null
  const mediaType = file === null ? undefined : MEDIA_TYPES[path.extname(file)]
  if (file === null || mediaType === undefined) return new Response(null, { status: 404 })
  try {
    return new Response(await readFile(file), {
      headers: {
        'content-type': mediaType,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'referrer-policy': 'no-referrer',
      },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}

/** The file a URL names; null when it leaves `root` (`..`, encoded or not) or has another host. */
export function fileOfUrl(root: string, untrustedUrl: string): string | null {
  let url: URL
  let wanted: string
  try {
    url = new URL(untrustedUrl)
    wanted = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (url.protocol !== `${SCHEME}:` || url.host !== HOST || wanted.includes('\0')) return null
  const file = path.join(root, wanted)
  const relative = path.relative(root, file)
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? null : file
}
