/** The words of the window in every language, loaded: the window loads only the one it speaks. */
import { type Catalogue, loadCatalogue, type MessageKey } from '../../src/shared/i18n/catalogue.ts'
import { TRANSLATED_LANGUAGES, type TranslatedLanguage } from '../../src/shared/i18n/locale.ts'

/** The words of one language by their keys; throws where there are none. */
export async function wordsIn(language: TranslatedLanguage): Promise<(key: MessageKey) => string> {
  const words = (await loadCatalogues()).get(language) ?? {}
  return (key) => {
    const message = words[key]
    if (message === undefined) throw new Error(`no words for ${key}`)
    return message
  }
}

/** Every catalogue; afterwards `createLanguage` and `createTranslate` take any language. */
export async function loadCatalogues(): Promise<ReadonlyMap<TranslatedLanguage, Catalogue>> {
  const catalogues = await Promise.all(TRANSLATED_LANGUAGES.map(loadCatalogue))
  return new Map(TRANSLATED_LANGUAGES.map((language, index) => [language, catalogues[index] ?? {}]))
}
