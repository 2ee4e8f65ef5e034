/** The language of the window once its words are in memory. */
import { useEffect, useMemo, useState } from 'react'
import { loadCatalogue } from '../shared/i18n/catalogue.ts'
import { catalogueOf, type UiLanguage } from '../shared/i18n/locale.ts'
import type { OtherCalendar } from '../shared/i18n/otherCalendar.ts'
import { createLanguage, type Language } from './text.ts'

/**
 * The wanted language; the one before it while its words are being read, and null while there is none yet. English
 * when the words cannot be read: a window in English is better than none.
 */
export function useLoadedLanguage(
  wanted: UiLanguage | null,
  otherCalendar: OtherCalendar | null,
): Language | null {
  const [loaded, setLoaded] = useState<UiLanguage | null>(null)
  useEffect(() => {
    if (wanted === null) return
    let isWanted = true
    const show = (shown: UiLanguage) => {
      if (isWanted) setLoaded(shown)
    }
    loadCatalogue(catalogueOf(wanted)).then(
      () => show(wanted),
      () => show('en'),
    )
    return () => {
      isWanted = false
    }
  }, [wanted])
  return useMemo(() => loaded && createLanguage(loaded, otherCalendar), [loaded, otherCalendar])
}
