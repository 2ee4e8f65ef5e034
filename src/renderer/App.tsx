/** Chooses what the window shows: nothing yet, the unlock screen, or the shell; sets language and theme. */
import { Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { controlLocale, resolveLanguage } from '../shared/i18n/locale.ts'
import { UnlockScreen } from './features/unlock/UnlockScreen.tsx'
import { useLoadedLanguage } from './loadedLanguage.ts'
import { onDemand, readAhead } from './onDemand.tsx'
import { useIsPageEnding } from './pageEnd.ts'
import { BackgroundCover } from './shell/BackgroundCover.tsx'
import { useAppInfo, useLogState } from './store.ts'
import { LanguageContext } from './text.ts'
import { LiveRegion, silence } from './ui/LiveRegion.tsx'
import { dropToasts, ToastRegion } from './ui/Toast.tsx'
import { useWindowLook } from './useWindowLook.ts'

/** Read while somebody types the passphrase. */
const Shell = onDemand(async () => (await import('./shell/Shell.tsx')).Shell)

export function App() {
  const info = useAppInfo()
  const { phase } = useLogState()
  const isPageEnding = useIsPageEnding()
  const theme = info?.settings.theme ?? 'system'
  const language = useLoadedLanguage(
    info && resolveLanguage(info.settings.language, info.systemLanguage),
    info?.settings.otherCalendar ?? null,
  )

  useEffect(() => {
    if (language === null) return
    const root = document.documentElement
    root.lang = language.locale
    root.dir = language.direction
  }, [language])
  useWindowLook(theme)

  const isShown = language !== null
  useEffect(() => (isShown ? readAhead([Shell]) : undefined), [isShown])

  // A message may quote a record; none may outlive the lock.
  useEffect(() => {
    if (phase === 'open') return
    dropToasts()
    silence()
  }, [phase])

  if (language === null) return null
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={controlLocale(language.language)}>
        <Suspense fallback={<main className="unlock" />}>
          {phase === 'open' ? <Shell /> : isPageEnding ? <main className="unlock" /> : <UnlockScreen />}
        </Suspense>
        <ToastRegion />
        <LiveRegion />
        <BackgroundCover />
      </I18nProvider>
    </LanguageContext>
  )
}
