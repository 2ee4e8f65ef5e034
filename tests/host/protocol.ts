import type Electron from 'electron'
import { hostState } from './hostState.ts'
import { registerScheme } from './schemes.ts'
import { standIn } from './strict.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, SchemeHandler>()

/** The handler the application gave for a scheme. */
export function schemeHandler(scheme: string): SchemeHandler | undefined {
  return handlers.get(scheme)
}

export const protocol = standIn<Electron.Protocol>('protocol', {
  registerSchemesAsPrivileged(schemes) {
    if (hostState.ready) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    for (const { scheme, privileges } of schemes) registerScheme(scheme, privileges?.standard === true)
  },
  handle(scheme, handler) {
    if (!hostState.ready) throw new Error('protocol.handle can only be used after app is ready')
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme) {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
})
