/**
 * The words a brief is printed with, in five languages: flat keys, ICU messages. They are separate from the
 * screens' catalogues because a brief's language is the reader's, not the researcher's.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { BriefLanguage } from '../core/redaction/briefData.ts'
import ar from '../shared/i18n/brief/ar.json' with { type: 'json' }
import en from '../shared/i18n/brief/en.json' with { type: 'json' }
import es from '../shared/i18n/brief/es.json' with { type: 'json' }
import fr from '../shared/i18n/brief/fr.json' with { type: 'json' }
import ru from '../shared/i18n/brief/ru.json' with { type: 'json' }

export type BriefKey = keyof typeof en
type Catalogue = Readonly<Record<BriefKey, string>>

export const BRIEF_CATALOGUES: Readonly<Record<BriefLanguage, Catalogue>> = { en, ru, ar, es, fr }

export type BriefText = (key: BriefKey, values?: Readonly<Record<string, string | number>>) => string

const cache = new Map<BriefLanguage, BriefText>()

/**
 * The locale to print in. Digits are Latin in every language: the PDF readers measured reverse others, and a
 * reversed number is a wrong date.
 */
export function printLocale(language: BriefLanguage): string {
  return `${language}-u-nu-latn`
}

/** A formatter of the catalogue in `language`; throws on a key or argument that does not exist (a defect). */
export function briefText(language: BriefLanguage): BriefText {
  const known = cache.get(language)
  if (known) return known
  const catalogue = BRIEF_CATALOGUES[language]
  const formats = new Map<BriefKey, IntlMessageFormat>()
  const text: BriefText = (key, values) => {
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(catalogue[key], printLocale(language), undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    return String(format.format(values))
  }
  cache.set(language, text)
  return text
}

/** True for the languages written from right to left. */
export function isRightToLeft(language: BriefLanguage): boolean {
  return language === 'ar'
}

/** Short names of months are names of people as well: Jan, Mai, يول. What a brief says excuses no person. */
const NAMES_OF_MONTHS: BriefKey = 'patterns.month'

const constants = new Map<BriefLanguage, readonly string[]>()

/** Every piece of text in the catalogue that does not depend on data: messages taken apart at their arguments. */
export function catalogueConstants(language: BriefLanguage): readonly string[] {
  const known = constants.get(language) ?? literalsOf(language)
  constants.set(language, known)
  return known
}

function literalsOf(language: BriefLanguage): string[] {
  return Object.entries(BRIEF_CATALOGUES[language]).flatMap(([key, message]) => {
    if (key === NAMES_OF_MONTHS) return []
    const parsed = new IntlMessageFormat(message, printLocale(language), undefined, {
      ignoreTag: true,
    }).getAst()
    return literals(parsed)
  })
}

/** Type 0 is literal text in the parser's tree; choices hold trees of their own under `options`. */
function literals(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literals)
  if (typeof node !== 'object' || node === null) return []
  if ('type' in node && node.type === 0 && 'value' in node) return [String(node.value)]
  if (!('options' in node) || typeof node.options !== 'object' || node.options === null) return []
  return Object.values(node.options).flatMap((option: unknown) =>
    typeof option === 'object' && option !== null && 'value' in option ? literals(option.value) : [],
  )
}

/** The title of a brief to which nobody gave one. */
export function standardTitle(language: BriefLanguage): string {
  return briefText(language)('document.title')
}
