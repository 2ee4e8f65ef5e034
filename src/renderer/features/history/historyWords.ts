/**
 * What stood in a field, in words: codes by their labels, dates in words, links by the titles of what they lead to. Goes
 * by the names of fields, so that it serves every kind; what it does not know is shown as it is.
 */
import { vocabularyOfField } from '../../../core/codeCheck.ts'
import { isPlain } from '../../../core/history/valueDelta.ts'
import type { Kind } from '../../../core/records.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import { dateWords, momentWords } from '../../dateWords.ts'
import { countryName } from '../../placeWords.ts'
import type { Language } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import type { TermLabel } from '../../vocabularies.ts'

/** Beginnings of the message keys of closed lists, by kind and field or by field alone. */
const CODE_KEYS: Readonly<Record<string, string>> = {
  'incidents.status': 'status.incident',
  'claims.status': 'status.claim',
  'claims.kind': 'claimKind',
  'sources.kind': 'sourceKind',
  'places.kind': 'placeKind',
  from: 'status.claim',
  to: 'status.claim',
  credibility: 'credibility',
  fromCredibility: 'credibility',
  reliability: 'reliability',
  standardMet: 'standard',
  confidentiality: 'confidentiality',
  precision: 'precision',
  how: 'derivation',
}
const DATES: ReadonlySet<string> = new Set([
  'when',
  'publishedAt',
  'accessedAt',
  'reliabilityOn',
  'madeOn',
  'reviewBy',
  'asOf',
  'birthDate',
  'on',
  'expiresOn',
  'checkedOn',
  'date',
  'followUpDate',
  'capturedAt',
  'hashedAt',
])

export interface HistoryWords {
  /** `where.name` → "Where: Town". */
  readonly field: (path: string) => string
  /** @param links ids among the values that are other records. */
  readonly value: (path: string, value: unknown, links: readonly string[]) => string
}

/** @param termLabel the label of a code. @param titleOf the title of a record; null when the window does not know it. */
export function historyWords(
  kind: Kind,
  language: Language,
  titleOf: (id: string) => string | null,
  termLabel: TermLabel,
): HistoryWords {
  const { t, locale, comma, colon } = language

  const label = (name: string): string => {
    const key = `history.field.${name}`
    return isMessageKey(key) ? t(key) : name
  }
  const code = (name: string, value: string | number): string | null => {
    const prefix = CODE_KEYS[`${kind}.${name}`] ?? CODE_KEYS[name]
    const key = prefix === undefined ? '' : `${prefix}.${value}`
    if (isMessageKey(key)) return t(key)
    if (name === 'country') return countryName(String(value), locale)
    const vocabulary = vocabularyOfField(kind, name)
    return vocabulary === null ? null : termLabel(vocabulary, String(value))
  }
  const value = (path: string, given: unknown, links: readonly string[]): string => {
    const name = path.split('.').at(-1) ?? ''
    if (given === undefined || given === null || given === '') return t('history.value.none')
    if (typeof given === 'boolean') return t(given ? 'history.value.yes' : 'history.value.no')
    if (Array.isArray(given)) {
      if (given.length === 0) return t('history.value.none')
      return given.map((each) => value(path, each, links)).join(comma)
    }
    if (isPlain(given)) {
      return Object.entries(given)
        .map(([inner, held]) => label(inner) + colon + value(inner, held, links))
        .join(' · ')
    }
    if (typeof given === 'number') return code(name, given) ?? String(given)
    const text = String(given)
    if (links.includes(text)) return visibleTurns(titleOf(text) ?? text)
    if (DATES.has(name)) return text.includes('T') ? momentWords(text, language) : dateWords(text, language)
    return code(name, text) ?? visibleTurns(text)
  }
  return { field: (path) => path.split('.').map(label).join(': '), value }
}
