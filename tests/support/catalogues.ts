/** The words of the window in every language, loaded: the window loads only the one it speaks. */
import { type Catalogue, loadCatalogue } from '../../src/shared/i18n/catalogue.ts'
import { TRANSLATED_LANGUAGES, type TranslatedLanguage } from '../../src/shared/i18n/locale.ts'

/** Every catalogue; afterwards `createLanguage` and `createTranslate` take any language. */
export async function loadCatalogues(): Promise<ReadonlyMap<TranslatedLanguage, Catalogue>> {
  const catalogues = await Promise.all(TRANSLATED_LANGUAGES.map(loadCatalogue))
  return new Map(TRANSLATED_LANGUAGES.map((language, index) => [language, catalogues[index] ?? {}]))
}
