/**
 * The words of the program by language. English is there from the start, gives the type of the keys, and stands in
 * for a key that another language lacks. The others are loaded when they are wanted: nobody waits for four languages
 * they do not read. One file per area, so that a screen's words are read together.
 */
import { ENGLISH } from './catalogues/en.ts'
import type { TranslatedLanguage } from './locale.ts'

/** Every key the English catalogue has: `screen.element.purpose`. */
export type MessageKey = keyof typeof ENGLISH
/** Key → ICU message. */
export type Catalogue = Readonly<Partial<Record<string, string>>>

const loaded = new Map<TranslatedLanguage, Catalogue>([['en', ENGLISH]])

// Written out, so that the bundler makes a chunk of each.
const LOADERS: Readonly<Record<TranslatedLanguage, () => Promise<Catalogue>>> = {
  en: async () => ENGLISH,
  ru: async () => (await import('./catalogues/ru.ts')).RUSSIAN,
  ar: async () => (await import('./catalogues/ar.ts')).ARABIC,
  es: async () => (await import('./catalogues/es.ts')).SPANISH,
  fr: async () => (await import('./catalogues/fr.ts')).FRENCH,
}

/** Brings the words of a language into memory; after it {@link loadedCatalogue} has them. Rejects when they cannot be read. */
export async function loadCatalogue(language: TranslatedLanguage): Promise<Catalogue> {
  const catalogue = loaded.get(language) ?? (await LOADERS[language]())
  loaded.set(language, catalogue)
  return catalogue
}

/** The words of a language that was loaded before. Throws when it was not: a defect of the caller. */
export function loadedCatalogue(language: TranslatedLanguage): Catalogue {
  const catalogue = loaded.get(language)
  if (catalogue === undefined) throw new Error(`The catalogue "${language}" was not loaded`)
  return catalogue
}

/** Is there an English message of this key? For keys built from codes that come from elsewhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(ENGLISH, key)
}
