/** The value of one field of an incident in words, and the value a label claims for it. No React. */
import { vocabularyOfField } from '../../core/codeCheck.ts'
import type { Incident } from '../../core/incident.ts'
import { dateWords } from '../dateWords.ts'
import type { Language } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import type { TermLabel } from '../vocabularies.ts'

/** A code that a field may hold, by its label; the code itself where the field has no list of codes. */
export function codeWords(field: string, code: string, termLabel: TermLabel): string {
  const name = vocabularyOfField('incidents', field)
  return name === null ? code : termLabel(name, code)
}

/**
 * What the incident, or its act of that key, says at a dotted path, such as `placeType` or `counts.killed`; null when it
 * says nothing.
 */
export function neutralWords(
  incident: Incident,
  field: string,
  words: Language,
  termLabel: TermLabel,
  act?: string,
): string | null {
  if (act !== undefined) {
    const code = valueAt(incident.acts.find(({ key }) => key === act) ?? {}, field)
    return typeof code === 'string' ? visibleTurns(codeWords(field, code, termLabel)) : null
  }
  if (field === 'status') return words.t(`status.incident.${incident.status}`)
  if (field === 'when') return dateWords(incident.when, words)
  const value = valueAt(incident, field)
  if (typeof value === 'string')
    return value.trim() === '' ? null : visibleTurns(codeWords(field, value, termLabel))
  if (typeof value === 'number') return new Intl.NumberFormat(words.locale).format(value)
  if (Array.isArray(value)) {
    const codes = value.filter((each) => typeof each === 'string')
    return codes.map((code) => codeWords(field, code, termLabel)).join(words.comma) || null
  }
  return typeof value === 'object' && value !== null ? figuresOf(value, words) : null
}

/** The low, best and high figure of a count; null when it has none. */
export function figuresOf(count: object, { t }: Pick<Language, 't'>): string | null {
  const figures = (['low', 'best', 'high'] as const).flatMap((part) => {
    const figure: unknown = Reflect.get(count, part)
    return typeof figure === 'number' ? [t(`claims.count.${part}`, { figure })] : []
  })
  return figures.length === 0 ? null : figures.join(' · ')
}

function valueAt(record: object, path: string): unknown {
  let at: unknown = record
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return null
    at = Reflect.get(at, part)
  }
  return at
}
