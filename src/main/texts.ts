/** The few words main itself shows: menu items and dialog titles, in the user's language. */
import ar from '../shared/i18n/messages/ar/main.json' with { type: 'json' }
import en from '../shared/i18n/messages/en/main.json' with { type: 'json' }
import es from '../shared/i18n/messages/es/main.json' with { type: 'json' }
import fr from '../shared/i18n/messages/fr/main.json' with { type: 'json' }
import ru from '../shared/i18n/messages/ru/main.json' with { type: 'json' }

export type MainText = keyof typeof en
const CATALOGUES: Readonly<Record<string, Readonly<Record<MainText, string>>>> = { en, ru, ar, es, fr }

/** @param language BCP 47; its primary subtag counts, English is the fallback. */
export function mainText(language: string, key: MainText): string {
  const primary = language.split('-')[0] ?? 'en'
  return (CATALOGUES[primary] ?? en)[key]
}
