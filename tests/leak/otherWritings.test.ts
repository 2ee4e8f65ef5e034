/**
 * Protected values in writings that are no form of the value itself: days without a year or in numbers of machines, places
 * by a part of their name, names of one script in another's manner. Each with a twin that says something else.
 */
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'
import type { Canary } from '../../src/core/redaction/briefData.ts'

const person = (value: string, field = 'realName'): Canary => ({
  value,
  protected: 'identity',
  where: { kind: 'persons', id: value, field },
})
const place = (value: string, field = 'where.name'): Canary => ({
  value,
  protected: 'text',
  where: { kind: 'incidents', id: 'i', field },
})
const number = (value: string, field: string): Canary => ({ ...place(value, field), protected: 'number' })
const CANARIES: readonly Canary[] = [
  ...['Зара', 'Vera', 'Геннадий Ощепков', 'Hargreaves'].map((name) => person(name)),
  ...['欧阳慧敏', '王晓峰', '佐藤健太郎', '李高兴', '东方安全', '張曉強', '刘国华'].map((name) =>
    person(name),
  ),
  ...['Андрій Мельник', 'Оксана Левченко', 'Петро Кравець'].map((name) => person(name)),
  person('j.kesh@example.org', 'contacts[0].value'),
  place('Новая Горка'),
  place('Краснощёково'),
  place('El Guayacán'),
  ...['Каменка', 'Заболотново'].map((name) => place(name)),
  place('ул. Советская, 5', 'where.text'),
  place('Советы'),
  place('The Barracks'),
  place('улица Надежды, 3', 'where.text'),
  place('село Пески, 7', 'where.text'),
  place('تل الزيتون'),
  place('село Заболотново, ул. Мельничная, 9', 'where.text'),
  place('Нижний Удинск'),
  place('Усть-Вымск'),
  place('Сулацк'),
  { ...place('2021-10-23', 'when'), protected: 'date' },
  { ...place('2022-04-03', 'when'), protected: 'date' },
  { ...place('2022-05-03', 'when'), protected: 'date' },
  { ...place('2022-06-14', 'accessedAt'), protected: 'date' },
  number('43.21877', 'where.lat'),
  number('45.60391', 'where.lon'),
]

async function classesOf(
  said: unknown,
  published: readonly string[] = [],
  canaries: readonly Canary[] = CANARIES,
): Promise<string[]> {
  const bytes = new TextEncoder().encode(JSON.stringify(said))
  const file = { bytes, canaries, published, shipped: [], name: 'x.json', fileForTools: null }
  return [...new Set((await checkFile(file)).findings.map((each) => each.class))]
}
const note = (said: unknown) => classesOf({ note: said })

describe('a day', () => {
  it.each([
    'on 23 October they came',
    'on the 3rd of April',
    '3-го апреля',
    'el 23 de octubre',
    'on October 23 they came',
    'October 23rd',
    '٢٣ تشرين الأول',
    'on the twenty-third of October 2021',
    'двадцать третьего октября',
    'from 23 to 25 October 2021',
    '22, 23 and 24 October 2021',
    '23–25.10.2021',
    'IMG_2021_10_23',
    '20211023041259',
    '21-10-23',
    '23 ოქტომბერი 2021',
    'Taken on 3 may, at night',
    'Taken 3 May, at night',
    '3 may.',
    'el 3 de may, de noche',
    'On May 3, 4 or 5 people came',
    '| 23 | 10 | 2021 |',
    '23;10;2021',
    '2021 | October | 23',
    '03 04 2022',
    'Day Month Year Killed\n24 10 2021 3\n23 10 2021 5',
    'Год\nМесяц\nЧисло\n2021\n10\n23',
  ])('leak/date: %s', async (said) => {
    expect(await note(said)).toContain('leak/date')
  })

  it.each([
    'on 24 October they came',
    'in October 23 people were taken',
    '3 may have seen it',
    '3 may, perhaps, have seen it',
    'Of the ten, 3 may.',
    'and so on may 3, 4 or 5 people',
    'on 14 June they came',
    'the twenty-fourth of October',
    'from 24 to 26 October 2021',
    '24–26.10.2021',
    '20211024041259',
    '| 24 | 10 | 2021 |',
    '23 10 2021',
    'killed 23 10 2021 7',
    '+7 03 04 2022 11',
    'Month Day Year\n23 10 2021',
    'Day Month Year\n24 10 2021',
  ])('no day of the log: %s', async (said) => {
    expect(await note(said)).not.toContain('leak/date')
  })

  it('without a year passes where the log publishes it with one', async () => {
    expect(await classesOf({ note: 'on 23 October they came' }, ['2021-10-23'])).toEqual([])
  })

  it('without a year tells nothing where the log has many', async () => {
    const days = (count: number): Canary[] =>
      Array.from({ length: count }, (_, i) => ({
        ...place(new Date(Date.UTC(2021, 9, 23 + i)).toISOString().slice(0, 10), 'when'),
        protected: 'date',
      }))
    const said = { note: 'on 30 October, the Day of Political Prisoners' }
    expect(await classesOf(said, [], days(36))).toContain('leak/date')
    expect(await classesOf(said, [], days(37))).toEqual([])
    expect(await classesOf({ note: 'on 30 October 2021' }, [], days(37))).toContain('leak/date')
  })

  it.each([
    [{ stamp: 1_634_947_200 }],
    [{ stamp: '1634947200123' }],
    [{ date: 44_492 }],
    [{ fecha: '44492.35' }],
    [{ date: 2_459_510.5 }],
    [{ year: 2021, month: 10, day: 23 }],
    [{ año: 2021, mes: 10, día: 23 }],
  ])('leak/date: in numbers, %j', async (said) => {
    expect(await classesOf(said)).toContain('leak/date')
  })

  it.each([
    [{ phone: 1_634_947_200 }],
    [{ phoneNumber: '1634947200' }],
    [{ budget: 1_634_947_200 }],
    [{ population: 1_634_947_200 }],
    [{ id: 1_634_947_200 }],
  ])('no day and no time: %j', async (said) => {
    const classes = await classesOf(said)
    expect(classes).not.toContain('leak/date')
    expect(classes).not.toContain('json/timestamp')
  })

  it.each([[{ stamp: 1_634_000_000 }], [{ killed: 44_492 }], [{ year: 2021, month: 10, day: 24 }]])(
    'no day of the log: in numbers, %j',
    async (said) => {
      expect(await classesOf(said)).not.toContain('leak/date')
    },
  )
})

describe('a place', () => {
  it.each([
    'в Новой Горке',
    'near Novaya Gorka',
    'iz Novoi Gorki',
    'in Krasnoshchyokovo',
    'краснощёковский дом культуры',
    'vereda Guayacán',
    'живёт в заболотнове',
    'у каменки',
    'в краснощекове',
    'в Песках',
    'на улице Надежды',
    'at Tal al-Zaytoun',
    'на Мельничной улице',
    'в Нижнеудинском районе',
    'nizhneudinsky district',
    'усть-вымская колония',
    'сулацкий изолятор',
    'Чрсюыювэютю',
  ])('leak/text: %s', async (said) => {
    expect(await note(said)).toContain('leak/text')
  })

  it.each([
    'Новая школа стояла на горке',
    'el árbol de guayacán',
    'guayacanes',
    'у мельничной плотины',
    'زيتون وتل',
    'Надежды не было',
    'надежды нет',
    'советский солдат',
    'советской власти',
    'Barracks burned',
    'нижний удивился',
    'нижнеуральский',
  ])('no place of the log: %s', async (said) => {
    expect(await note(said)).toEqual([])
  })

  it.each(['cell tp8mvexz', 'at 8HM76J93+GH', '43218770', '456039100', '٤٣٫٢١٨٧٧'])(
    'leak/number: %s',
    async (said) => {
      expect(await note(said)).toContain('leak/number')
    },
  )

  it.each([
    '38TNN4904885286',
    '38T NN 490 852',
    'MGRS 38TNN 4904 8528',
    'UTM 38T 549049 4785286',
    'E 549051, N 4785290',
    'N 4785286.3 E 549048.8',
  ])('leak/number: %s', async (said) => {
    expect(await note(said)).toContain('leak/number')
  })

  it.each(['38TNN4912985286', '38T NN 510 852', '38T NM 490 852', 'UTM 38T 549929 4785286'])(
    'no coordinate of the log: %s',
    async (said) => {
      expect(await note(said)).not.toContain('leak/number')
    },
  )

  it.each(['cell tp8mqexz', '43218000', '456039199'])('no coordinate of the log: %s', async (said) => {
    expect(await note(said)).not.toContain('leak/number')
  })
})

describe('a name', () => {
  const inCodePage = [...Buffer.from([0xce, 0xf9, 0xe5, 0xef, 0xea, 0xee, 0xe2])].map(
    (b) => `%${b.toString(16)}`,
  )
  it.each([
    '欧阳女士被带走了',
    '慧敏没有回来',
    '晓峰没有回来',
    '佐藤さんは帰らなかった',
    '李高兴没有回来',
    '东方女士没有回来',
    '张晓强没有回来',
    '劉國華沒有回來',
    '曉峰沒有回來',
    'Андрію, тікай!',
    'Оксано, тікай!',
    'Петре, тікай!',
    'Uneternirf',
    'see uneternirf there',
    'Юйхяъют',
    'юифяъюс',
    'у Зары дома',
    "Vera's sister",
    'j.kesh [at] example (dot) org',
    'Ochtchepkov a été emmené',
    `http://example.org/?q=${inCodePage.join('')}`,
    Buffer.from('they took Ощепкова at night').toString('base64'),
    'https://xn--b1afpoce2e.example/',
  ])('leak/identity: %s', async (said) => {
    expect(await note(said)).toContain('leak/identity')
  })

  it.each([
    '太阳升起，慧眼识人',
    '国家安全机关很高兴，太阳从东方升起',
    'зарплату не платили',
    'all averages',
    'kesh (at) home',
    '张小强没有回来',
    '劉國家沒有回來',
    'андрогін і оксамит',
    'Unetersirf',
    Buffer.from('they took nobody at night').toString('base64'),
  ])('no name of the log: %s', async (said) => {
    expect(await note(said)).toEqual([])
  })

  it('leak/identity: a surname alone as a key', async () => {
    expect(await classesOf({ Hargreaves: 1 })).toContain('leak/identity')
    expect(await classesOf({ Ощепкову: 1 })).toContain('leak/identity')
    expect(await classesOf({ Somebody: 1 })).toEqual([])
  })
})

describe('a hash', () => {
  it('leak/hash: a CRC-32 as a number', async () => {
    expect(await classesOf({ n: crc32('Hargreaves') })).toContain('leak/hash')
    expect(await classesOf({ n: crc32('Somebody') })).not.toContain('leak/hash')
  })
})
