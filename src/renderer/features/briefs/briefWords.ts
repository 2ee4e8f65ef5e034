/**
 * The words of a brief in the brief's own language, for the page preview: the same catalogues the PDF is set with,
 * so that the preview says what the reader will read.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { BriefLanguage } from '../../../core/redaction/briefData.ts'
import ar from '../../../shared/i18n/brief/ar.json' with { type: 'json' }
import en from '../../../shared/i18n/brief/en.json' with { type: 'json' }
import es from '../../../shared/i18n/brief/es.json' with { type: 'json' }
import fr from '../../../shared/i18n/brief/fr.json' with { type: 'json' }
import ru from '../../../shared/i18n/brief/ru.json' with { type: 'json' }
import type { MessageArgs } from '../../../shared/i18n/format.ts'

export type BriefKey = keyof typeof en
export interface BriefWords {
  readonly language: BriefLanguage
  readonly direction: 'ltr' | 'rtl'
  /** The sentence of a key in the brief's language. Throws when an argument the message names is missing. */
  readonly say: (key: BriefKey, args?: MessageArgs) => string
  /** The word of a code: `coded('status', 'rumour')`; the code itself when the catalogue has none. */
  readonly coded: (group: string, code: string) => string
}

const CATALOGUES: Readonly<Record<BriefLanguage, Readonly<Partial<Record<string, string>>>>> = {
  en,
  ru,
  ar,
  es,
  fr,
}

/** Western digits in every language, as in the finished brief. */
export function briefLocale(language: BriefLanguage): string {
  return `${language}-u-nu-latn`
}

const made = new Map<BriefLanguage, BriefWords>()

/** The words of one language; the same object each time. */
export function briefWords(language: BriefLanguage): BriefWords {
  const known = made.get(language)
  if (known) return known
  const catalogue = CATALOGUES[language]
  const formats = new Map<string, IntlMessageFormat>()
  const say = (key: BriefKey, args?: MessageArgs): string => {
    let format = formats.get(key)
    if (!format) {
      const message = catalogue[key] ?? en[key]
      format = new IntlMessageFormat(message, briefLocale(language), undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    return String(format.format(args))
  }
  const words: BriefWords = {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    say,
    coded: (group, code) => {
      const key = `${group}.${code}`
      return isBriefKey(key) ? say(key) : code
    },
  }
  made.set(language, words)
  return words
}

function isBriefKey(key: string): key is BriefKey {
  return Object.hasOwn(en, key)
}
