import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canaryForms, dateForms, foldForGate } from '../../../src/brief/gate/canaryForms.ts'
import { fileVocabulary } from '../../../src/brief/gate/fileVocabulary.ts'
import { createNeedleIndex } from '../../../src/brief/gate/needleIndex.ts'
import { createTextSearch, type Excuses } from '../../../src/brief/gate/text.ts'
import { SHIPPED_CODES } from '../../../src/brief/vocabularyLabel.ts'
import type { Canary } from '../../../src/core/redaction/briefData.ts'

const canary = (value: string, protectedAs: Canary['protected']): Canary => ({
  value,
  protected: protectedAs,
  where: { kind: 'persons', id: 'x', field: 'f' },
})
const finds = (text: string, value: string, as: Canary['protected'], excuses: Excuses = { allowed: [] }) =>
  createTextSearch([canary(value, as)], excuses).readable(text, 'here').length > 0

describe('values of identity', () => {
  it.each([
    ['Али', 'встретил Али.', true],
    ['Али', 'встретили', false],
    ['Иванов', 'у Ивановой', true],
    ['Иванов', 'у И в а н о в а', true],
    ['محمد', 'مُحَمَّد', true],
    ['عادل', 'والعادل', true],
    ['+7 928 123-45-67', '8 (928) 1234567', true],
    ['+7 928 123-45-67', '٨٩٢٨١٢٣٤٥٦٧', true],
    ['anna.k@example.org', 'ANNA.K@EXAMPLE.ORG', true],
    ['Vera', 'several', true],
    ['Vera', 'Veras house', true],
    ['Зара', 'знали заранее', true],
    ['Zara', 'zarashop@mail.com', true],
    ['Zara', '#freezara', true],
    ['Zara', 'https://vk.com/zaramamedova', true],
    ['Zara', 'sara@mail.com', false],
    ['Anna', 'annak', true],
    ['Осман', 'Мурад Османович', true],
    ['Осман', 'Мурад Оснанович', false],
    ['Ощепков', 'оощепковфан', true],
  ])('%s in "%s": %s', (value, text, wanted) => {
    expect(finds(text, value, 'identity')).toBe(wanted)
  })

  it('are not excused by being allowed', () => {
    expect(
      finds('report by Anna Karenina', 'Anna Karenina', 'identity', { allowed: ['Anna Karenina'] }),
    ).toBe(true)
  })

  it('are excused inside a constant of the template, unless the brief says them itself', () => {
    const constants = ['May 2017 and several others']
    expect(finds('In May', 'May', 'identity', { allowed: [], constants, own: ['a title'] })).toBe(false)
    expect(finds('In several', 'Vera', 'identity', { allowed: [], constants, own: ['a title'] })).toBe(false)
    expect(finds('In May', 'May', 'identity', { allowed: [], constants, own: ['May was taken'] })).toBe(true)
    expect(finds('In May', 'May', 'identity', { allowed: constants })).toBe(true)
  })
})

describe('a shipped code read backwards', () => {
  const phone: Canary = {
    value: '+7 000 000-00-02',
    protected: 'text',
    where: { kind: 'contacts', id: 'x', field: 'phone' },
  }
  const search = createTextSearch([phone], { allowed: [], codes: SHIPPED_CODES })

  it('is nobody’s number to call, while the number itself is found backwards too', () => {
    expect(search.readable('020000000000', 'here')).toEqual([])
    expect(search.readable('20-00-000 000 7+', 'here')).toHaveLength(1)
    expect(search.readable('see 200000000007', 'here')).toHaveLength(1)
  })
})

describe('a town that other words end in', () => {
  const town = (value: string): Canary => ({
    value,
    protected: 'text',
    where: { kind: 'incidents', id: 'x', field: 'where.name' },
  })
  const search = (value: string, text: string, allowed: readonly string[]) =>
    createTextSearch([town(value)], { allowed, structured: [] }).readable(text, 'here').length > 0

  it.each([
    ['Шали', 'соседи слышали крики', false],
    ['Шали', 'в Шали', true],
    ['Шали', 'у шалинского отдела', true],
    ['شالي', 'بالشالي', true],
  ])('%s in "%s", which was read over: found %s', (value, text, isFound) => {
    expect(search(value, text, [text])).toBe(isFound)
    expect(search(value, text, [])).toBe(true)
  })
})

describe('values of text, date and id', () => {
  it('are excused when the brief says them in whole words', () => {
    expect(finds('in Chechnya', 'Chechnya', 'text', { allowed: ['Chechnya, Russia'] })).toBe(false)
    expect(finds('in Chech', 'Chech', 'text', { allowed: ['Chechnya, Russia'] })).toBe(true)
    expect(finds('prisons of', 'prison', 'text', { allowed: ['the prisons'] })).toBe(false)
    expect(finds('a prison', 'prison', 'text', { allowed: ['the prisons'] })).toBe(true)
    expect(finds('in spring 2017', 'spring-2017', 'text', { allowed: ['in spring 2017'] })).toBe(false)
    expect(finds('spring-2017', 'spring-2017', 'text', { allowed: ['spring 2018'] })).toBe(true)
    expect(finds('case-i7', 'case-i7', 'id', { allowed: ['case-i7'] })).toBe(false)
    expect(finds('case-i7', 'case-i7', 'id', { allowed: ['case-i70'] })).toBe(true)
  })

  it('an id that is a mere counter is not looked for, one of ours is', () => {
    for (const id of ['i7', '12', 'p-3', 'INC_4']) expect(finds(id, id, 'id', { allowed: [] })).toBe(false)
    expect(finds('at 0ny6vkd4g1fhr40hys92', '0ny6vkd4g1fhr40hys92', 'id', { allowed: [] })).toBe(true)
  })

  it('a day is excused in every form when the brief says it in one, an hour is not', () => {
    const allowed = ['8 March 2019']
    expect(finds('2019-03-08', '2019-03-08', 'date', { allowed })).toBe(false)
    expect(finds('08.03.2019', '2019-03-08T10:11:12Z', 'date', { allowed })).toBe(false)
    expect(finds('2019-03-08T10:11', '2019-03-08T10:11:12Z', 'date', { allowed })).toBe(true)
    expect(finds('2019-03-09', '2019-03-08/2019-03-09', 'date', { allowed })).toBe(true)
  })

  it.each([
    '13 April 2017',
    'April 13, 2017',
    '13 апреля 2017 г.',
    '13 أبريل 2017',
    '13 de abril de 2017',
    '13 avril 2017',
    '13.04.2017',
    '4/13/2017',
    '20170413',
    '13th April 2017',
    '13th of April 2017',
    'April 13th, 2017',
    '13-го апреля 2017',
  ])('a day is found as %s', (text) => {
    expect(finds(`on ${text} they`, '2017-04-13', 'date')).toBe(true)
  })

  it.each(['3 April 2017', '13 April 201', '2017-04-1', '120170413'])('a day is not found in %s', (text) => {
    expect(finds(text, '2017-04-13', 'date')).toBe(false)
  })

  it('coarse dates are never looked for', () => {
    for (const text of ['2017', '2017-04', '2017-34', '2017-04~', '2017-02/2017-04', '..']) {
      expect(dateForms(text)).toEqual([])
    }
  })

  it('a sentence of a longer text is found alone', () => {
    const text = `${'They came at night and took four men away. '.repeat(2)}${'Nobody has seen them since that evening. '.repeat(3)}`
    expect(finds('said: nobody has seen them since that evening!', text, 'text')).toBe(true)
  })
})

describe('names', () => {
  it('Юрий is not found in what another program calls our metadata', () => {
    const line = '[XMP-pdfaExtension] SchemasNamespaceURI         : http://www.aiim.org/pdfua/ns/id/'
    const owner = canary('Юрий Подгорбунский', 'identity')
    const found = (constants: readonly string[]) =>
      createTextSearch([owner], { allowed: constants, constants, own: [] }).prose(line, 'exiftool')
    expect(found([])).not.toEqual([])
    expect(found(fileVocabulary())).toEqual([])
  })
})

describe('coordinates', () => {
  it.each(['43.318251', '43,318251', '43.32', '43,31', '43.3183'])('are found as %s', (text) => {
    expect(finds(`at ${text} N`, '43.318251', 'number')).toBe(true)
  })

  it('are never excused, and whole or tenth degrees are not looked for', () => {
    expect(finds('43.32', '43.318251', 'number', { allowed: ['43.32'], constants: ['43.32'] })).toBe(true)
    expect(finds('43', '43', 'number')).toBe(false)
    expect(finds('43.3', '43.3', 'number')).toBe(false)
  })
})

describe('the index', () => {
  it('finds exactly what a plain search finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '1'), maxLength: 60 })
    const values = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 10 }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(text, values, (haystack, wanted) => {
        const needles = wanted.map((value) => ({
          text: value,
          wholeWord: value.length < 4,
          squeezed: false,
          canary: canary(value, 'text'),
        }))
        const found = new Set<string>()
        createNeedleIndex(needles).find(haystack, (needle) => found.add(needle.text))
        const plain = wanted.filter((value) =>
          value.length < 4
            ? new RegExp(`(?<![\\p{L}\\p{N}])${value}(?![\\p{L}\\p{N}])`, 'u').test(haystack)
            : haystack.includes(value),
        )
        expect([...found].sort()).toEqual([...new Set(plain)].sort())
      }),
    )
  })

  it('finds any planted name whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: fc.constantFrom(...'ваниклмос'), minLength: 4, maxLength: 12 }),
        fc.string(),
        (before, name, after) => {
          expect(canaryForms(canary(name, 'identity'))[0]?.text).toBe(foldForGate(name))
          expect(finds(`${before} ${name.toUpperCase()} ${after}`, name, 'identity')).toBe(true)
        },
      ),
    )
  })
})

describe('words that come to stand side by side on a page', () => {
  const tag: Canary = {
    value: 'before-2017',
    protected: 'text',
    where: { kind: 'incidents', id: 'x', field: 'tags' },
  }
  const findsPlaced = (text: string, looked: Canary, allowed: readonly string[]) =>
    createTextSearch([looked], { allowed }).placed(text, 'here').length > 0

  it('are no tag where the brief says each of the two', () => {
    expect(findsPlaced('years before. 2017', tag, ['years before.', 'in 2017'])).toBe(false)
    expect(findsPlaced('years before. 2017', tag, ['years before.'])).toBe(true)
  })

  it('are a finding where the value is somebody, or longer', () => {
    const allowed = ['Anna', 'Petrova', 'was', 'here']
    expect(
      findsPlaced('Anna. Petrova', { ...tag, value: 'Anna-Petrova', protected: 'identity' }, allowed),
    ).toBe(true)
    expect(findsPlaced('Anna. was here', { ...tag, value: 'anna-was-here' }, allowed)).toBe(true)
  })
})
