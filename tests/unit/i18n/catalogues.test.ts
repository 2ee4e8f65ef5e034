import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { TRANSLATED_LANGUAGES } from '../../../src/shared/i18n/locale.ts'
import { pseudoMessage } from '../../../src/shared/i18n/pseudoLocale.ts'
import { EDITABLE_KINDS } from '../../../src/shared/ipc/views.ts'
import { loadCatalogues } from '../../support/catalogues.ts'
import { controlsOf } from '../../support/formControls.ts'

const CATALOGUES = await loadCatalogues()

const root = path.resolve(import.meta.dirname, '../../..')
const messages = path.join(root, 'src/shared/i18n/messages')
const read = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(messages, language, file), 'utf8'))
const FILES = readdirSync(path.join(messages, 'en')).sort()
const TRANSLATIONS = TRANSLATED_LANGUAGES.filter((language) => language !== 'en')

type Ast = ReturnType<IntlMessageFormat['getAst']>

/** Names of the arguments a message takes, select and plural ones with their kind. */
function argumentsOf(ast: Ast, found = new Set<string>()): Set<string> {
  for (const element of ast) {
    if (element.type === 0 || element.type === 7) continue
    if (element.type === 8) argumentsOf(element.children, found)
    else found.add(element.value)
    if (element.type === 5 || element.type === 6)
      for (const option of Object.values(element.options)) argumentsOf(option.value, found)
  }
  return found
}
const astOf = (message: string, locale: string): Ast =>
  new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst()

test('every language has the files of English, and no others', () => {
  for (const language of TRANSLATIONS)
    expect(readdirSync(path.join(messages, language)).sort()).toEqual(FILES)
})

describe.each(FILES)('%s', (file) => {
  const english = read('en', file)

  test('English messages are ICU', () => {
    for (const [key, message] of Object.entries(english))
      expect(() => astOf(message, 'en'), key).not.toThrow()
  })

  test.each(TRANSLATIONS)('%s has the keys of English, and no others', (language) => {
    expect(Object.keys(read(language, file)).sort()).toEqual(Object.keys(english).sort())
  })

  test.each(TRANSLATIONS)('%s has the arguments of English in each message, and no others', (language) => {
    for (const [key, message] of Object.entries(read(language, file)))
      expect([...argumentsOf(astOf(message, language))].sort(), key).toEqual(
        [...argumentsOf(astOf(english[key] ?? '', 'en'))].sort(),
      )
  })

  test.each(TRANSLATIONS)('%s has no empty message', (language) => {
    for (const [key, message] of Object.entries(read(language, file)))
      expect(message.trim(), key).not.toBe('')
  })

  test('the pseudo-locale keeps the arguments', () => {
    for (const [key, message] of Object.entries(english))
      expect([...argumentsOf(pseudoMessage(message))].sort(), key).toEqual(
        [...argumentsOf(astOf(message, 'en'))].sort(),
      )
  })
})

describe('plural forms', () => {
  const forms = (ast: Ast): string[][] =>
    ast.flatMap((element) => {
      if (element.type !== 5 && element.type !== 6) return []
      const inner = Object.values(element.options).flatMap((option) => forms(option.value))
      return element.type === 6 ? [Object.keys(element.options), ...inner] : inner
    })
  /** The forms that whole numbers of a language take, by what `Intl` says of numbers of every kind of ending. */
  const formsOf = (language: string): ReadonlySet<string> => {
    const rules = new Intl.PluralRules(language)
    return new Set([...Array(201).keys(), 1000, 1_000_000, 2_000_000].map((count) => rules.select(count)))
  }
  // Some messages only tell none or two apart from the rest, and inflect nothing.
  const inflects = (given: readonly string[]) =>
    given.some((form) => form !== 'other' && !form.startsWith('='))
  const EXACT: Readonly<Record<string, string>> = { zero: '=0', one: '=1', two: '=2' }

  test.each(TRANSLATED_LANGUAGES)('%s messages have every form a whole number can need', (language) => {
    const needed = [...formsOf(language)]
    for (const [key, message] of Object.entries(CATALOGUES.get(language) ?? {}))
      for (const given of forms(astOf(message ?? '', language)).filter(inflects)) {
        expect(given, key).toContain('other')
        const missing = needed.filter((form) => !given.includes(form) && !given.includes(EXACT[form] ?? form))
        // Arabic has a form for none: where nothing is ever said of none, it is not asked for.
        expect(
          missing.filter((form) => form !== 'zero'),
          key,
        ).toEqual([])
      }
  })
})

describe('keys in the sources', () => {
  const sources = globSync(['src/renderer/**/*.{ts,tsx}', 'src/shared/i18n/{edtfWords,otherCalendar}.ts'], {
    cwd: root,
  }).map((file) => readFileSync(path.join(root, file), 'utf8'))
  const keys = Object.keys(CATALOGUES.get('en') ?? {})

  test('every t(\u2018key\u2019) exists', () => {
    const used = sources.flatMap((text) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(used.length).toBeGreaterThan(100)
    expect([...new Set(used)].filter((key) => !keys.includes(key))).toEqual([])
  })

  test('every key is used, as a whole or by the beginning it shares with others', () => {
    const text = sources.join('\n')
    const literals = new Set([...text.matchAll(/'([\w-]+(?:\.[\w+/-]+)+)'/g)].map((match) => match[1]))
    // `status.claim.${status}` and the like; what follows the code may be spelled out (".note").
    const patterns = [...text.matchAll(/`([\w.-]+\.)\$\{[^}]*\}([\w.]*)(\$\{[^}]*\})?`/g)].map(
      ([, head = '', tail = '', more]) => ({ head, tail: more === undefined ? tail : '' }),
    )
    // The words of a form's controls, and of the codes they offer, are named by the controls.
    const controls = EDITABLE_KINDS.flatMap(controlsOf)
    const named = new Set(
      controls.flatMap(({ words }) =>
        ['', '.hint', '.placeholder', '.add', '.row'].map((end) => `records.${words}${end}`),
      ),
    )
    const prefixes = controls.flatMap(({ spec }) => ('prefix' in spec ? [`${spec.prefix}.`] : []))
    const isUsed = (key: string) =>
      literals.has(key) ||
      named.has(key) ||
      prefixes.some((prefix) => key.startsWith(prefix)) ||
      patterns.some(({ head, tail }) => head !== 'records.' && key.startsWith(head) && key.endsWith(tail)) ||
      EDITABLE_KINDS.some((kind) => key === `records.${kind}.one`) ||
      (key.endsWith('.note') && keys.includes(key.slice(0, -'.note'.length)))
    expect(keys.filter((key) => !isUsed(key))).toEqual([])
  })
})

// After Arabic letters the parts of 2017-04 change places on screen, unless something keeps them apart from the text.
test('a date in figures keeps its order in Arabic', () => {
  const loose = /(?<![\u2066:.\d/-])\d{4}-\d{2}/
  const broken = FILES.flatMap((file) =>
    Object.entries(read('ar', file)).flatMap(([key, message]) => (loose.test(message) ? [key] : [])),
  )
  expect(broken).toEqual([])
})

describe('typography', () => {
  const messagesOf = (language: string) =>
    FILES.flatMap((file) => Object.entries(read(language, file)).map(([key, message]) => ({ key, message })))
  const keysWith = (language: string, pattern: RegExp) =>
    messagesOf(language).flatMap(({ key, message }) => (pattern.test(message) ? [key] : []))

  test('French has a narrow no-break space before double signs and inside its quotation marks', () => {
    expect(keysWith('fr', /[ \u00a0][;:!?»]|«[^\u202f]|[^\u202f]»/u)).toEqual([])
    // Signs of the search language and of EDTF ("status:", "2017?") stand as they are typed.
    expect(
      keysWith('fr', /(?<!status|tag|label|when|place|box|violation|source|has|2017|\u202f)[;:!?](?!\d)/u),
    ).toEqual([])
  })

  test('every Spanish question and exclamation is opened as well as closed', () => {
    const count = (text: string, sign: string) => text.split(sign).length - 1
    for (const { key, message } of messagesOf('es')) {
      const text = message.replace('2017?', '2017')
      expect(count(text, '¿'), key).toBe(count(text, '?'))
      expect(count(text, '¡'), key).toBe(count(text, '!'))
    }
  })

  test.each(TRANSLATIONS)(
    '%s has the quotation marks and apostrophes of print, not of a typewriter',
    (language) => {
      expect(keysWith(language, /["']/u)).toEqual([])
    },
  )
})
