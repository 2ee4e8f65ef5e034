/** What the search for mentions promises, for names and texts that nobody thought of. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedCopy } from '../../src/core/redaction/mentions/foldedCopy.ts'
import { createMentionFinder } from '../../src/core/redaction/mentions/mentionFinder.ts'
import { codeName, exactPlace, privateContact, realName } from '../support/mentionCanaries.ts'

const SURNAMES = 'Тимохин Лужников Вельмакин Щербацкий Крашенинников Гайдученко Лозовой Достоваловский'.split(
  ' ',
)
const FIRST_NAMES = 'Сергей Павел Евгения Юлия Вячеслав Наталья Илья Фёдор'.split(' ')
const surname = fc.constantFrom(...SURNAMES)
const firstName = fc.constantFrom(...FIRST_NAMES)

/** Words without a capital that are no form of the names above. */
const filler = fc
  .array(fc.constantFrom('люди', 'видели', 'машину', 'у', 'школы', 'the', 'men', 'saw', 'في', 'الشارع'), {
    minLength: 0,
    maxLength: 4,
  })
  .map((words) => words.join(' '))

const LATIN = Object.fromEntries(
  [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((letter, at) => [
    letter,
    'a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya'
      .split(' ')
      [at]?.replace('_', '') ?? '',
  ]),
)
const SCHOLARLY: Readonly<Record<string, string>> = {
  ...LATIN,
  ...{ ж: 'ž', й: 'j', х: 'ch', ц: 'c', ч: 'č', ш: 'š', щ: 'šč', ю: 'ju', я: 'ja', э: 'è', ё: 'ë' },
}
const spell = (name: string, by: Readonly<Record<string, string>>): string =>
  [...name]
    .map((letter) => {
      const latin = by[letter.toLowerCase()] ?? letter
      return letter === letter.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1)
    })
    .join('')

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1)
/** A disguise that a mention could come in; `at` is a place inside the name, not its first or last letter. */
const DISGUISES: readonly ((name: string, at: number) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name, at) => `${name.slice(0, at)}\u200b${name.slice(at)}`,
  (name, at) => `${name.slice(0, at)}\u00ad${name.slice(at)}`,
  (name, at) => `${name.slice(0, at)}\u0301${name.slice(at)}`,
  (name) => name.replace('о', 'o').replace('а', 'a').replace('е', 'e'),
  (name) => [...name].join(' '),
  (name) => [...name].join('.'),
  (name, at) => `${name.slice(0, at)}-\n${name.slice(at)}`,
  (name, at) => without(name, at),
  (name, at) => name.slice(0, at) + name.slice(at - 1),
  (name) => spell(name, LATIN),
  (name) => spell(name, SCHOLARLY),
  (name) => `С. В. ${name}`,
  (name) => `${name} С.В.`,
  (name) => `${name}-Задунайский`.replace('-Задунайский', '-кызы'),
  (name) => `${spell(name, LATIN).toLowerCase()}@mail.example`,
  (name) => `https://example.org/${spell(name, LATIN)}/1`,
  (name) => `@${spell(name, LATIN).toLowerCase()}_77`,
  (name) => `${spell(name, LATIN).toLowerCase()}.jpg`,
  (name) => `photo_${name.toLowerCase()}2017.png`,
]

describe('a mention', () => {
  it('is covered in whatever disguise', () => {
    const disguise = fc.constantFrom(...DISGUISES)
    const place = fc.integer({ min: 2, max: 4 })
    fc.assert(
      fc.property(surname, disguise, place, filler, filler, (name, disguised, at, before, after) => {
        const finder = createMentionFinder([realName(name)])
        const shown = disguised(name, at)
        const [from, to] = [before.length + 1, before.length + 1 + shown.length]
        const spans = finder.find(`${before} ${shown} ${after}`)
        const covers = (position: number) =>
          spans.some((span) => span.start <= position && position < span.end)
        const letters = [...shown].flatMap((char, index) => (/\p{L}/u.test(char) ? [index] : []))
        const first = shown.indexOf('photo_') === 0 ? 'photo_'.length : shown.endsWith('-кызы') ? 0 : 0
        const last = shown.endsWith('.jpg') || shown.endsWith('.png') ? shown.length - 4 : shown.length
        const named = letters.filter(
          (index) => index >= first && index < (shown.endsWith('-кызы') ? name.length : last),
        )
        expect([from, to, named.filter((index) => !covers(from + index))]).toEqual([from, to, []])
      }),
    )
  })
})

const anyName = fc.oneof(
  surname,
  firstName,
  fc.tuple(firstName, surname).map((parts) => parts.join(' ')),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
)
const anyText = fc
  .array(
    fc.oneof(
      surname,
      firstName,
      filler,
      fc.constantFrom(
        '+7 916 123-45-67',
        '3 апреля 2017',
        'a@b.example',
        '[person]',
        '[',
        ']',
        '(',
        '\n',
        'И.',
        'бен',
      ),
      fc.string({ maxLength: 8, unit: 'grapheme' }),
    ),
    { maxLength: 8 },
  )
  .chain((parts) => fc.constantFrom('', ' ', '-').map((between) => parts.join(between)))
const canaries = fc
  .array(anyName, { maxLength: 4 })
  .chain((names) =>
    fc
      .constantFrom(realName, codeName, privateContact, exactPlace)
      .map((make) => names.map((name) => make(name))),
  )

describe('spans', () => {
  it('are in order, inside the text, and touch nowhere', () => {
    fc.assert(
      fc.property(canaries, anyText, (protectedValues, text) => {
        let end = 0
        for (const span of createMentionFinder(protectedValues).find(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('cover a phone that is joined to what stands before it', () => {
    const { masked } = createMentionFinder([]).review('a@b.example+7 916 123-45-67, тел+79161234567')
    expect(masked).toBe('[email][phone], тел[phone]')
    expect(createMentionFinder([]).review('+7 916 123-45-67+7 916 123-45-68Т').masked).toBe('[phone]Т')
    expect(createMentionFinder([]).review('3 апреля 2017+7 916 123-45-67Т').masked).toBe('[date][phone]Т')
    expect(createMentionFinder([]).review('it was 12+7 people, 20+15 000 of them').masked).toBe(
      'it was 12+7 people, 20+15 000 of them',
    )
  })

  it('cover an address that is joined to another', () => {
    expect(createMentionFinder([]).review('to a@b.examplea@b.example.').masked).toBe('to [email].')
  })

  it('leave nothing to find in what they masked', () => {
    fc.assert(
      fc.property(canaries, anyText, (protectedValues, text) => {
        const finder = createMentionFinder(protectedValues)
        const { masked } = finder.review(text)
        expect(finder.review(masked).masked).toBe(masked)
      }),
    )
  })

  it('are not fewer letters when there are more names', () => {
    fc.assert(
      fc.property(canaries, canaries, anyText, (some, more, text) => {
        const fewer = createMentionFinder(some).find(text)
        const all = createMentionFinder([...some, ...more]).find(text)
        for (const span of fewer) {
          expect(all.some((each) => each.start <= span.start && span.end <= each.end)).toBe(true)
        }
      }),
    )
  })

  it('are none in a text without any name', () => {
    fc.assert(
      fc.property(fc.array(surname, { maxLength: 3 }), fc.array(filler), (names, words) => {
        expect(createMentionFinder(names.map(realName)).find(words.join(' '))).toEqual([])
      }),
    )
  })
})

describe('the folded copy', () => {
  it('leads back to where its characters came from', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(text, fc.constantFrom('x17x', 'щ9'), text, (before, needle, after) => {
        const whole = before + needle + after
        const { folded, toStart, toEnd } = foldedCopy(whole)
        const starts = [...folded.matchAll(new RegExp(needle, 'g'))].map(({ index }) => index)
        const spans = starts.map((at) => [toStart(at), toEnd(at + needle.length)])
        expect(spans).toContainEqual([before.length, before.length + needle.length])
      }),
    )
  })
})
