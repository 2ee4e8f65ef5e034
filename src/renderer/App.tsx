/** Chooses what the window shows: nothing yet, the unlock screen, or the shell; sets language and theme. */
import { useEffect, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import { controlLocale, resolveLanguage } from '../shared/i18n/locale.ts'
import { UnlockScreen } from './features/unlock/UnlockScreen.tsx'
import { useIsPageEnding } from './pageEnd.ts'
import { Shell } from './shell/Shell.tsx'
import { useAppInfo, useLogState } from './store.ts'
import { createLanguage, LanguageContext } from './text.ts'
import { LiveRegion, silence } from './ui/LiveRegion.tsx'
import { dropToasts, ToastRegion } from './ui/Toast.tsx'

export function App() {
  const info = useAppInfo()
  const { phase } = useLogState()
  const isPageEnding = useIsPageEnding()
  const chosen = info?.settings.language ?? null
  const theme = info?.settings.theme ?? 'system'
  const language = useMemo(
    () => createLanguage(resolveLanguage(chosen, info?.systemLanguage ?? 'en')),
    [chosen, info?.systemLanguage],
  )

  useEffect(() => {
    const root = document.documentElement
    root.lang = language.locale
    root.dir = language.direction
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
  }, [language, theme])

  // A message may quote a record; none may outlive the lock.
  useEffect(() => {
    if (phase === 'open') return
    dropToasts()
    silence()
  }, [phase])

  if (info === null) return null
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={controlLocale(language.language)}>
        {phase === 'open' ? <Shell /> : isPageEnding ? <main className="unlock" /> : <UnlockScreen />}
        <ToastRegion />
        <LiveRegion />
      </I18nProvider>
    </LanguageContext>
  )
}
