import { describe, expect, it } from 'vitest'
import { createMentionFinder } from '../../../../../src/core/redaction/mentions/mentionFinder.ts'
import { codeName, exactPlace, privateContact, realName } from '../../../../support/mentionCanaries.ts'

const finder = createMentionFinder(
  [
    ...['Сергей Петрович Тимохин', 'Вера Холодная', 'Роман Ли', 'Усама бен Ладен', 'Анна Салтыкова-Щедрина'],
    ...['محمد عبد الله الحسيني', 'علي', 'Khalid al-Masri', 'Anna-Maria Dvořáková', 'Grace Hopper', '李小龙'],
    ...['Эльза Ёлкина', 'Ян Ус', 'Павел Воробей'],
  ]
    .map(realName)
    .concat(
      codeName('Соловей'),
      privateContact('+7 916 123-45-67'),
      privateContact('@nightbird'),
      exactPlace('ул. Мирная, 5, Аргун'),
      exactPlace('Homs'),
    ),
  { aliases: [{ value: 'Седьмой Отдел', token: '[organisation]' }], published: ['Homs Governorate'] },
)
const masked = (text: string): string => finder.review(text).masked

describe('a name', () => {
  it.each([
    ['in Russian cases', 'Тимохину звонили, с Тимохиным говорили', '[person] звонили, с [person] говорили'],
    ['of his wife and family', 'Тимохина и Тимохины', '[person] и [person]'],
    ['in words made of it', 'тимохинская бригада, тимохинцы', '[person] бригада, [person]'],
    ['whose vowels flee', 'Павла Воробья ждали', '[person] ждали'],
    ['of two letters', 'за Яном Усом и Яну', 'за [person] и [person]'],
    ['with initials', 'С.П. Тимохин, Тимохин С. П. и S. Timokhin', '[person], [person] и [person]'],
    ['with a patronymic that the log does not know', 'Вера Ивановна Холодная', '[person]'],
    ['with particles', 'Усаме бен Ладену, El Masri', '[person], [person]'],
    ['of two parts', 'Салтыковой-Щедриной, Щедрину', '[person], [person]'],
    ['in other letters', 'Timokhin, Timohin, Timochin, Timokhina', '[person], [person], [person], [person]'],
    ['with ё', 'Елкиной, Yolkina, Elkina', '[person], [person], [person]'],
    ['without its accents', 'Dvorakova', '[person]'],
    ['from Latin to Cyrillic', 'Аль-Масри', '[person]'],
    ['in the Latin plural and genitive', "the Hoppers, Khalid's", 'the [person], [person]'],
    ['behind Arabic clitics', 'ولمحمد والحسيني', '[person]'],
    ['with Arabic marks and tatweel', 'مُحَمَّد، محـمـد', '[person]، [person]'],
    ['in one Arabic word or two', 'عبدالله، عبد الله', '[person]، [person]'],
    ['in a run of Chinese', '李小龙来了', '[person]来了'],
    ['misspelt', 'Тимохнн, Тимохн, Тимоохин, Тмиохин', '[person], [person], [person], [person]'],
    ['with a Ukrainian letter', 'Тимохін', '[person]'],
    ['in mixed alphabets', 'Tимoхин', '[person]'],
    ['spaced out', 'Т и м о х и н, T I M O K H I N', '[person], [person]'],
    ['over two lines', 'увезли Тимо-\n  хина', 'увезли [person]'],
    [
      'with what cannot be seen',
      'Тимо\u00adхин, Ти\u200bмохин, Т\u0301имохин',
      '[person], [person], [person]',
    ],
    ['in capitals', 'ТИМОХИН', '[person]'],
    ['in small letters', 'тимохин писал', '[person] писал'],
    [
      'in file names and accounts',
      'sergey_timokhin.jpg, sergeytimokhin1985',
      '[person]_[person].jpg, [person]',
    ],
    ['in camel case', 'SergeyTimokhin.docx', '[person].docx'],
    ['with its original spelling behind it', 'Грейс и Сергей (Serhij)', 'Грейс и [person] ([person])'],
  ])('%s', (_, text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  it('that is a word counts where it is capitalised, and says so', () => {
    const text = 'вера в людей; Вера пришла; grace period; роман Толстого'
    expect(masked(text)).toBe('вера в людей; [person] пришла; grace period; роман Толстого')
    expect(finder.find(text).map((span) => span.why)).toEqual(['common-word'])
  })

  it.each([
    'Соловьёв, Русский, Ирина, Павлодар, Персия',
    'على الطاولة، عليه السلام',
    'или нет; либо да',
    'The governor of the governorate',
    'Персидский, Устинов, Янтарь',
    'Иванов встретил. А. Петров ушёл.',
  ])('is not seen in %j', (text) => {
    expect(masked(text)).toBe(text)
  })
})

describe('a place of two words', () => {
  const places = [
    'Красная Поляна',
    'Нижний Ломов',
    'Усть-Кут',
    'Великий Устюг',
    'Ачхой-Мартан',
    'بيت على التل',
  ]
  const ofPlaces = createMentionFinder(places.map(exactPlace), { patterns: false })

  it.each([
    ['в Краснополянском районе', 'в [place] районе'],
    ['нижнеломовские дворы', '[place] дворы'],
    ['Усть-Кутского суда, усть-кутский', '[place] суда, [place]'],
    ['великоустюгская школа', '[place] школа'],
    ['ачхой-мартановская больница', '[place] больница'],
    ['nizhnelomovsky district', '[place] district'],
    ['وصلوا إلى بيت على التل ليلا', 'وصلوا إلى [place] ليلا'],
  ])('is seen in %j', (text, expected) => {
    expect(ofPlaces.review(text).masked).toBe(expected)
  })

  it.each([
    'краснопольский район',
    'нижний ломаный ряд',
    'устьевой, кутский',
    'великий устав',
    'جلسوا على الأرض',
  ])('is not seen in %j', (text) => {
    expect(ofPlaces.review(text).masked).toBe(text)
  })
})

describe('a Ukrainian name', () => {
  const names = [
    'Андрій Мельник',
    'Петро Кравець',
    'Оксана Левченко',
    'Олег Дорош',
    'Яків Синиця',
    'Ігор Скиба',
    'Лета Гай',
  ]
  const ofNames = createMentionFinder(names.map(realName), { patterns: false })

  it.each([
    ['as somebody is called', 'Андрію, Петре, Оксано! Олеже, Якове, Ігорю!'],
    ['in its cases', 'Олегові, Петрові, Андрієві, Якова, Ігоря'],
  ])('is seen %s', (_, text) => {
    expect(ofNames.review(text).masked).toBe(text.replace(/\p{L}+/gu, '[person]'))
  })

  it.each(['Лето. Окно, Метро', 'Якби, Олія, Петлю'])('is not seen in %j', (text) => {
    expect(ofNames.review(text).masked).toBe(text)
  })
})

describe('a Chinese name', () => {
  const names = createMentionFinder(['張曉強', '刘国华', '東方龍'].map(realName), { patterns: false })

  it.each([
    ['张晓强说', '[person]说'],
    ['劉國華與曉強', '[person]與[person]'],
    ['东方龙走了，東方先生也', '[person]走了，[person]也'],
  ])('is seen in the other writing: %s', (text, expected) => {
    expect(names.review(text).masked).toBe(expected)
  })

  it.each(['张小强说', '劉國話', '東方的太陽，东方红'])('is not seen in %s', (text) => {
    expect(names.review(text).masked).toBe(text)
  })
})

describe('what else is protected', () => {
  it.each([
    ['code names as whole words', 'Соловей молчал, соловьиный', '[person] молчал, соловьиный'],
    ['private numbers in any grouping', 'по 8(916)1234567 или 916 1234567', 'по [contact] или [contact]'],
    ['private accounts', 'пишет nightbird', 'пишет [contact]'],
    ['addresses and their parts', 'на ул. Мирной в Аргуне', 'на [place] в [place]'],
    ['listed names', 'из Седьмого отдела', 'из [organisation]'],
    ['but not places a brief may say', 'in Homs Governorate', 'in Homs Governorate'],
  ])('%s', (_, text, expected) => {
    expect(masked(text)).toBe(expected)
  })
})

describe('a review', () => {
  it('lists the capitalised words and numbers that were not matched', () => {
    const text = 'Тимохин и Кузнецов видели 12 машин у ООН'
    const { unmatched } = finder.review(text)
    expect(unmatched.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Кузнецов', 'capitalised'],
      ['12', 'number'],
      ['ООН', 'capitalised'],
    ])
  })

  it('reads texts that are all one word without end', () => {
    for (const part of ['а', '1', '-', 'a.', '1 ', 'Т ', '@', 'a@', '(', 'Тимохин', '\u0301', '1.', 'a-']) {
      expect(finder.review(part.repeat(20_000)).masked.length).toBeGreaterThan(0)
    }
  })
})

describe('words around a number', () => {
  const finder = createMentionFinder([])

  it.each([
    'About forty were detained in the winter of 2018 to 2019.',
    'In 2017 he was let go, of 300 in the camp.',
    'до 2017 их не было',
    'en 2018 se fue',
  ])('are no plate: %s', (text) => {
    expect(finder.review(text).masked).toBe(text)
  })

  it.each(['AA 1234 BB', 'ав 1234 ск', 'in AB 2017 XK'])('a plate is one: %s', (text) => {
    expect(finder.review(text).masked).toContain('[plate]')
  })
})
