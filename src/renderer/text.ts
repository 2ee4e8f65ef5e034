/** The words of the window as hooks: the current language, its direction, its translator. */
import { createContext, useContext } from 'react'
import { createTranslate, type Translate } from '../shared/i18n/format.ts'
import { type Direction, directionOf, intlLocale, type UiLanguage } from '../shared/i18n/locale.ts'
import type { OtherCalendar } from '../shared/i18n/otherCalendar.ts'

export interface Language {
  readonly language: UiLanguage
  readonly direction: Direction
  /** Tag for `Intl`. */
  readonly locale: string
  readonly t: Translate
  /** Stands between the parts of a list in one line. */
  readonly comma: string
  /** The calendar that dates are shown in beside the Gregorian one; null for none. */
  readonly otherCalendar: OtherCalendar | null
}

/** Everything that depends on the language, made once per language. */
export function createLanguage(language: UiLanguage, otherCalendar: OtherCalendar | null = null): Language {
  return {
    language,
    direction: directionOf(language),
    locale: intlLocale(language),
    t: createTranslate(language),
    comma: language === 'ar' ? '، ' : ', ',
    otherCalendar,
  }
}

export const LanguageContext = createContext<Language>(createLanguage('en'))

/** `const t = useText()`, then `t('shell.search.label')`. */
export function useText(): Translate {
  return useContext(LanguageContext).t
}

/** The current language with its direction and `Intl` tag. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}
