/** Turns a message key and its arguments into the sentence of a language (ICU MessageFormat). */
import { IntlMessageFormat } from 'intl-messageformat'
import { loadedCatalogue, type MessageKey } from './catalogue.ts'
import { catalogueOf, intlLocale, type UiLanguage } from './locale.ts'
import { pseudoMessage } from './pseudoLocale.ts'

export type MessageArgs = Readonly<Record<string, string | number>>
/** `t('key', args)`: the sentence in the current language. */
export type Translate = (key: MessageKey, args?: MessageArgs) => string

const compiled = new Map<string, IntlMessageFormat>()

/**
 * The sentence for a key. Falls back to English where the language lacks it. Throws when the words of the language
 * were not loaded, or an argument that the message names is missing: defects of ours, found by tests.
 */
export function formatMessage(language: UiLanguage, key: MessageKey, args?: MessageArgs): string {
  const cacheKey = `${language} ${key}`
  let format = compiled.get(cacheKey)
  if (!format) {
    format = compileMessage(language, key)
    compiled.set(cacheKey, format)
  }
  const value = format.format(args)
  return typeof value === 'string' ? value : String(value)
}

function compileMessage(language: UiLanguage, key: MessageKey): IntlMessageFormat {
  const own = loadedCatalogue(catalogueOf(language))[key]
  const message = own ?? loadedCatalogue('en')[key] ?? key
  const locale = own === undefined ? intlLocale('en') : intlLocale(language)
  // Tags are off: messages are text, never markup.
  return new IntlMessageFormat(language === 'en-XB' ? pseudoMessage(message) : message, locale, undefined, {
    ignoreTag: true,
  })
}

/** The translator of one language. */
export function createTranslate(language: UiLanguage): Translate {
  return (key, args) => formatMessage(language, key, args)
}
