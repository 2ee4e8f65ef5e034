import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { BRIEF_CATALOGUES, type BriefKey, briefText } from '../../../src/brief/briefText.ts'
import { BRIEF_LANGUAGES, STANDING_NOTES } from '../../../src/core/redaction/briefData.ts'
import { CATEGORY_GROUPS } from '../../../src/core/redaction/policies/category.ts'
import { LABEL_ROLES } from '../../../src/core/redaction/policies/pseudonym.ts'
import { SHIPPED_NAMES } from '../../../src/core/redaction/profile.ts'
import {
  CLAIM_KINDS,
  CLAIM_STATUSES,
  CONFIDENTIALITIES,
  CREDIBILITIES,
  INCIDENT_STATUSES,
  PERSON_ROLES,
  RELIABILITIES,
  SOURCE_KINDS,
  STANDARDS,
} from '../../../src/core/vocabularyCodes.ts'

const KEYS = Object.keys(BRIEF_CATALOGUES.en) as BriefKey[]

/** Arguments of a message with the choices of a `select`; plural categories differ by language, as they must. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, value, options } = node as {
      type?: number
      value?: unknown
      options?: Record<string, { value: unknown }>
    }
    if (typeof type === 'number' && type !== 0 && type !== 7) found.add(`${type} ${String(value)}`)
    for (const [name, option] of Object.entries(options ?? {})) {
      if (type === 5) found.add(`${String(value)} is ${name}`)
      visit(option.value)
    }
  }
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())
  return [...found].sort()
}

describe.each(BRIEF_LANGUAGES)('catalogue %s', (language) => {
  it('has the keys of English and no other', () => {
    expect(Object.keys(BRIEF_CATALOGUES[language])).toEqual(KEYS)
  })

  it.each(KEYS)('%s takes the arguments of English', (key) => {
    expect(argumentsOf(BRIEF_CATALOGUES[language][key])).toEqual(argumentsOf(BRIEF_CATALOGUES.en[key]))
  })

  it('has every plural form its language has', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const key of KEYS) {
      const message = BRIEF_CATALOGUES[language][key]
      if (!message.includes('plural,')) continue
      // French "many" is for a million and more, with "de"; no brief counts that far.
      const needed = categories.filter(
        (category) => !(category === 'many' && ['fr', 'es'].includes(language)),
      )
      for (const category of needed) expect(message, key).toContain(`${category} {`)
    }
  })

  it('has words for every code that can be printed', () => {
    const keys: string[] = [
      ...CLAIM_STATUSES.map((code) => `status.${code}`),
      ...INCIDENT_STATUSES.map((code) => `incidentStatus.${code}`),
      ...CLAIM_KINDS.map((code) => `claimKind.${code}`),
      ...CREDIBILITIES.map((code) => `credibility.${code}`),
      ...RELIABILITIES.map((code) => `reliability.${code}`),
      ...STANDARDS.map((code) => `standard.${code}`),
      ...SOURCE_KINDS.map((code) => `sourceKind.${code}`),
      ...LABEL_ROLES.map((code) => `pseudonym.${code}`),
      ...PERSON_ROLES.map((code) => `role.${code}`),
      ...CATEGORY_GROUPS.map((code) => `category.${code}`),
      ...SHIPPED_NAMES.map((code) => `profile.${code}`),
      ...CONFIDENTIALITIES.map((code) => `label.${code}`),
      ...STANDING_NOTES.map((code) => `note.${code}`),
    ]
    expect(keys.filter((key) => !KEYS.includes(key as BriefKey))).toEqual([])
  })

  it('says different things with different statuses', () => {
    const say = briefText(language)
    expect(new Set(CLAIM_STATUSES.map((status) => say(`status.${status}`))).size).toBe(CLAIM_STATUSES.length)
    expect(new Set(RELIABILITIES.map((grade) => say(`reliability.${grade}`))).size).toBe(RELIABILITIES.length)
    expect(new Set(CREDIBILITIES.map((grade) => say(`credibility.${grade}`))).size).toBe(CREDIBILITIES.length)
  })
})

describe('the names of months over a chart', () => {
  it.each(BRIEF_LANGUAGES)('are short and told apart in %s', (language) => {
    const say = briefText(language)
    const names = Array.from({ length: 12 }, (_, at) => say('patterns.month', { month: String(at + 1) }))
    expect(new Set(names).size).toBe(12)
    for (const name of names) {
      expect(name).toMatch(/^\p{L}{2,4}$/u)
    }
  })
})

describe('words and signs', () => {
  it('French has a narrow no-break space before double signs and inside its quotation marks', () => {
    const messages = Object.entries(BRIEF_CATALOGUES.fr).filter(([key]) => key !== 'label.tlp')
    const broken = messages.filter(([, text]) =>
      /[ \u00a0][;:?!»]|«(?!\u202f)|(?<!\u202f)[»;:?!](?![/\d])/u.test(text),
    )
    expect(broken.map(([key]) => key)).toEqual([])
  })

  it('Russian calls a brief and an incident what the window calls them', () => {
    // The heading of the United Nations' own form says "случай".
    const messages = Object.entries(BRIEF_CATALOGUES.ru).filter(
      ([key]) => key !== 'form.source.un-disappearances',
    )
    expect(messages.filter(([, text]) => /справк|случа[йяюеи]/iu.test(text)).map(([key]) => key)).toEqual([])
  })
})

describe('briefText', () => {
  it('counts in the forms of the language', () => {
    const ru = briefText('ru')
    expect(ru('summary.incidents', { count: 1 })).toBe('В сводке показан 1 инцидент.')
    expect(ru('summary.incidents', { count: 3 })).toBe('В сводке показаны 3 инцидента.')
    expect(ru('summary.incidents', { count: 11 })).toBe('В сводке показано 11 инцидентов.')
    expect(briefText('ar')('summary.incidents', { count: 24 })).toContain('24')
  })
})
