/** The language of the window once its words are in memory. */
import { useEffect, useState } from 'react'
import { loadCatalogue } from '../shared/i18n/catalogue.ts'
import { catalogueOf, type UiLanguage } from '../shared/i18n/locale.ts'
import { createLanguage, type Language } from './text.ts'

/**
 * The wanted language; the one before it while its words are being read, and null while there is none yet. English
 * when the words cannot be read: a window in English is better than none.
 */
export function useLoadedLanguage(wanted: UiLanguage | null): Language | null {
  const [language, setLanguage] = useState<Language | null>(null)
  useEffect(() => {
    if (wanted === null) return
    let isWanted = true
    const show = (shown: UiLanguage) => {
      if (isWanted) setLanguage(createLanguage(shown))
    }
    loadCatalogue(catalogueOf(wanted)).then(
      () => show(wanted),
      () => show('en'),
    )
    return () => {
      isWanted = false
    }
  }, [wanted])
  return language
}
