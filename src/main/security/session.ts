/**
 * What a page may do, by default nothing. Electron allows whatever has no handler, so each handler is set, for
 * every session and every web contents that ever comes to be.
 */
import { type App, type Session, session } from 'electron'
import { isOwnPage, isOwnRequest } from './origin.ts'

/** Spell checking would fetch dictionaries at session creation, before any other setting is read. */
export function hardenNewSessions(app: App): void {
  app.on('session-created', disableSpellChecker)
}

function disableSpellChecker(each: Session): void {
  each.setSpellCheckerEnabled(false)
  each.setSpellCheckerLanguages([])
  each.setSpellCheckerDictionaryDownloadURL('https://dictionary.invalid/')
}

/** Denies every permission and device, and every request that is not for the app's own files. */
export function hardenSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.setSpellCheckerEnabled(false)
  own.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isOwnRequest(details.url) }))
}

/** No pop-ups, no navigation away, no redirects, no webviews. No address is ever handed to the system's browser. */
export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
