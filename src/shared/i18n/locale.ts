/** The languages of the window: which one to use, which way it runs, which words of `Intl` go with it. */
export const TRANSLATED_LANGUAGES = ['en', 'ru', 'ar', 'es', 'fr'] as const
export type TranslatedLanguage = (typeof TRANSLATED_LANGUAGES)[number]
export const UI_LANGUAGES = [...TRANSLATED_LANGUAGES, 'en-XB'] as const
/** `en-XB` is English turned right to left at run time: shows untranslated and unmirrored places at once. */
export type UiLanguage = (typeof UI_LANGUAGES)[number]
export type Direction = 'ltr' | 'rtl'

/** The language of the window: the chosen one, else the system's where there is a translation, else English. */
export function resolveLanguage(chosen: UiLanguage | null, systemLanguage: string): UiLanguage {
  if (chosen !== null) return chosen
  const primary = systemLanguage.toLowerCase().split(/[-_]/)[0]
  return TRANSLATED_LANGUAGES.find((each) => each === primary) ?? 'en'
}

export function directionOf(language: UiLanguage): Direction {
  return language === 'ar' || language === 'en-XB' ? 'rtl' : 'ltr'
}

/** Whose catalogue and plural rules a language uses. */
export function catalogueOf(language: UiLanguage): TranslatedLanguage {
  return language === 'en-XB' ? 'en' : language
}

/** BCP 47 tag for `Intl`. British order for English dates; Western digits in Arabic, as on the records themselves. */
export function intlLocale(language: UiLanguage): string {
  if (language === 'ar') return 'ar-u-ca-gregory-nu-latn'
  return language === 'en' || language === 'en-XB' ? 'en-GB' : language
}

/** Tag for controls that work out their direction from it: English words, right-to-left script. */
export function controlLocale(language: UiLanguage): string {
  return language === 'en-XB' ? 'en-Arab' : intlLocale(language)
}
