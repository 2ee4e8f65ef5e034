import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { CATALOGUES } from '../../../src/shared/i18n/catalogue.ts'
import { pseudoMessage } from '../../../src/shared/i18n/pseudoLocale.ts'
import { EDITABLE_KINDS } from '../../../src/shared/ipc/views.ts'
import { controlsOf } from '../../support/formControls.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const messages = path.join(root, 'src/shared/i18n/messages')
const read = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(messages, language, file), 'utf8'))
const FILES = readdirSync(path.join(messages, 'en')).sort()
const TRANSLATIONS = ['ru', 'ar'] as const

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

  test.each(TRANSLATIONS)('%s has no key and no argument that English lacks', (language) => {
    for (const [key, message] of Object.entries(read(language, file))) {
      const original = english[key]
      expect(original, key).toBeDefined()
      const known = argumentsOf(astOf(original ?? '', 'en'))
      for (const name of argumentsOf(astOf(message, language)))
        expect(known, `${key} {${name}}`).toContain(name)
    }
  })

  test.each(TRANSLATIONS)('%s is complete', (language) => {
    const translated = read(language, file)
    expect(Object.keys(english).filter((key) => translated[key] === undefined)).toEqual([])
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
    ast.flatMap((element) =>
      element.type === 6
        ? [Object.keys(element.options)]
        : element.type === 5
          ? Object.values(element.options).flatMap((option) => forms(option.value))
          : [],
    )
  test.each(TRANSLATIONS)('%s messages with plurals have "other"', (language) => {
    for (const [key, message] of Object.entries(CATALOGUES[language]))
      for (const form of forms(astOf(message ?? '', language))) expect(form, key).toContain('other')
  })
})

describe('keys in the sources', () => {
  const sources = globSync(['src/renderer/**/*.{ts,tsx}', 'src/shared/i18n/edtfWords.ts'], { cwd: root }).map(
    (file) => readFileSync(path.join(root, file), 'utf8'),
  )
  const keys = Object.keys(CATALOGUES.en)

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
