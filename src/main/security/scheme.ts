/** The app:// scheme: registered once, answered from the built renderer, nothing else. */
import path from 'node:path'
import { protocol } from 'electron'
import { SCHEME } from './origin.ts'
import { serveFile } from './serveFile.ts'

const RENDERER_DIR = path.join(import.meta.dirname, '../renderer')

/** Once, before "ready". No bypass of the content policy, no service workers, no CORS. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

export function serveRenderer(): void {
  protocol.handle(SCHEME, (request) => serveFile(RENDERER_DIR, request.method, request.url))
}
