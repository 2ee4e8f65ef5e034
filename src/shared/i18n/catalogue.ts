/**
 * The words of the program by language. English is complete and gives the type of the keys; the other languages
 * may lack some, and fall back to English key by key. One file per area, so that a screen's words are read together.
 */
import arBin from './messages/ar/bin.json' with { type: 'json' }
import arBoard from './messages/ar/board.json' with { type: 'json' }
import arBrief from './messages/ar/brief.json' with { type: 'json' }
import arDates from './messages/ar/dates.json' with { type: 'json' }
import arErrors from './messages/ar/errors.json' with { type: 'json' }
import arHistory from './messages/ar/history.json' with { type: 'json' }
import arImport from './messages/ar/import.json' with { type: 'json' }
import arKeys from './messages/ar/keys.json' with { type: 'json' }
import arRecordRules from './messages/ar/recordRules.json' with { type: 'json' }
import arRecords from './messages/ar/records.json' with { type: 'json' }
import arSafety from './messages/ar/safety.json' with { type: 'json' }
import arSettings from './messages/ar/settings.json' with { type: 'json' }
import arShell from './messages/ar/shell.json' with { type: 'json' }
import arTable from './messages/ar/table.json' with { type: 'json' }
import arUnlock from './messages/ar/unlock.json' with { type: 'json' }
import arVocabulary from './messages/ar/vocabulary.json' with { type: 'json' }
import arWording from './messages/ar/wording.json' with { type: 'json' }
import enBin from './messages/en/bin.json' with { type: 'json' }
import enBoard from './messages/en/board.json' with { type: 'json' }
import enBrief from './messages/en/brief.json' with { type: 'json' }
import enDates from './messages/en/dates.json' with { type: 'json' }
import enErrors from './messages/en/errors.json' with { type: 'json' }
import enHistory from './messages/en/history.json' with { type: 'json' }
import enImport from './messages/en/import.json' with { type: 'json' }
import enKeys from './messages/en/keys.json' with { type: 'json' }
import enRecordRules from './messages/en/recordRules.json' with { type: 'json' }
import enRecords from './messages/en/records.json' with { type: 'json' }
import enSafety from './messages/en/safety.json' with { type: 'json' }
import enSettings from './messages/en/settings.json' with { type: 'json' }
import enShell from './messages/en/shell.json' with { type: 'json' }
import enTable from './messages/en/table.json' with { type: 'json' }
import enUnlock from './messages/en/unlock.json' with { type: 'json' }
import enVocabulary from './messages/en/vocabulary.json' with { type: 'json' }
import enWording from './messages/en/wording.json' with { type: 'json' }
import ruBin from './messages/ru/bin.json' with { type: 'json' }
import ruBoard from './messages/ru/board.json' with { type: 'json' }
import ruBrief from './messages/ru/brief.json' with { type: 'json' }
import ruDates from './messages/ru/dates.json' with { type: 'json' }
import ruErrors from './messages/ru/errors.json' with { type: 'json' }
import ruHistory from './messages/ru/history.json' with { type: 'json' }
import ruImport from './messages/ru/import.json' with { type: 'json' }
import ruKeys from './messages/ru/keys.json' with { type: 'json' }
import ruRecordRules from './messages/ru/recordRules.json' with { type: 'json' }
import ruRecords from './messages/ru/records.json' with { type: 'json' }
import ruSafety from './messages/ru/safety.json' with { type: 'json' }
import ruSettings from './messages/ru/settings.json' with { type: 'json' }
import ruShell from './messages/ru/shell.json' with { type: 'json' }
import ruTable from './messages/ru/table.json' with { type: 'json' }
import ruUnlock from './messages/ru/unlock.json' with { type: 'json' }
import ruVocabulary from './messages/ru/vocabulary.json' with { type: 'json' }
import ruWording from './messages/ru/wording.json' with { type: 'json' }

const EN = {
  ...enBin,
  ...enBoard,
  ...enBrief,
  ...enDates,
  ...enErrors,
  ...enHistory,
  ...enImport,
  ...enKeys,
  ...enRecordRules,
  ...enRecords,
  ...enSafety,
  ...enSettings,
  ...enShell,
  ...enTable,
  ...enUnlock,
  ...enVocabulary,
  ...enWording,
}

/** Every key the English catalogue has: `screen.element.purpose`. */
export type MessageKey = keyof typeof EN
export type TranslatedLanguage = 'en' | 'ru' | 'ar'
/** Key → ICU message. */
export type Catalogue = Readonly<Partial<Record<string, string>>>

export const CATALOGUES: Readonly<Record<TranslatedLanguage, Catalogue>> = {
  en: EN,
  ru: {
    ...ruBin,
    ...ruBoard,
    ...ruBrief,
    ...ruDates,
    ...ruErrors,
    ...ruHistory,
    ...ruImport,
    ...ruKeys,
    ...ruRecordRules,
    ...ruRecords,
    ...ruSafety,
    ...ruSettings,
    ...ruShell,
    ...ruTable,
    ...ruUnlock,
    ...ruVocabulary,
    ...ruWording,
  },
  ar: {
    ...arBin,
    ...arBoard,
    ...arBrief,
    ...arDates,
    ...arErrors,
    ...arHistory,
    ...arImport,
    ...arKeys,
    ...arRecordRules,
    ...arRecords,
    ...arSafety,
    ...arSettings,
    ...arShell,
    ...arTable,
    ...arUnlock,
    ...arVocabulary,
    ...arWording,
  },
}

/** Is there an English message of this key? For keys built from codes that come from elsewhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(EN, key)
}
