import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich'
import { describe, expect, it } from 'vitest'
import { russianForms } from '../../../../../src/core/redaction/mentions/russianForms.ts'

const CASES = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const
const GENDERS = ['male', 'female'] as const
const SURNAMES =
  'Иванов Усов Лужков Пушкин Куницын Достоевский Толстой Белый Горький Кузнец Кравец Заяц Воробей Соловей Гоголь Шмидт Штерн Ткач Мороз Лебедь Сорока Галушка Гулиа Шевченко Мазепа Бородай Чубайс Черных Седых Саакашвили Дюма Гёте Хрущёв Королёв Мицкевич Бондарь Швец Немец Орёл Лис'
const FIRST_NAMES =
  'Лев Павел Пётр Игорь Юрий Сергей Дмитрий Николай Илья Никита Олег Ян Фёдор Любовь Анна Мария Наталья Софья Ольга Нина Игорёк Батый Айгуль'
const MIDDLE_NAMES = 'Иванович Ильич Сергеевич Лукич Ивановна Ильинична Сергеевна'

const folded = (name: string): string => name.toLowerCase().replaceAll('ё', 'е')
const isForm = (name: string, form: string): boolean =>
  russianForms(folded(name)).some(
    ({ stem, endings }) => folded(form).startsWith(stem) && endings.has(folded(form).slice(stem.length)),
  )

describe('the forms of a Russian name', () => {
  it.each([
    ['surname', SURNAMES, inclineLastname],
    ['first name', FIRST_NAMES, inclineFirstname],
    ['patronymic', MIDDLE_NAMES, inclineMiddlename],
  ])('hold every case that grammar gives a %s', (_, names, incline) => {
    const forms = names
      .split(' ')
      .flatMap((name) =>
        CASES.flatMap((grammar) =>
          GENDERS.map((gender) => [name, incline(name, grammar, gender) ?? name] as const),
        ),
      )
    expect(forms.filter(([name, form]) => !isForm(name, form))).toEqual([])
  })

  it.each([
    ['Лужков', 'Лужковой Лужковы Лужковых Лужковыми лужковский лужковцев лужковщина'],
    ['Достоевская', 'Достоевский Достоевского Достоевские'],
    ['Маша', 'Машу Машей'],
    ['Наташа', 'Наташ Наташин Наташиной'],
    ['Иванович', 'Иваныч Иваныча'],
    ['Химки', 'Химок Химках Химкам'],
    ['Мытищи', 'Мытищ Мытищах'],
  ])('of %s hold %s', (name, forms) => {
    expect(forms.split(' ').filter((form) => !isForm(name, form))).toEqual([])
  })

  it.each([
    ['Лев', 'левый левша левого'],
    ['Роман', 'романтика романс Романов'],
    ['Иван', 'Иванов Ивановна иваси'],
    ['Павел', 'Павлов Павлин'],
    ['Вера', 'верный верить верующий'],
    ['Ян', 'январь яндекс'],
  ])('of %s hold none of %s', (name, others) => {
    expect(others.split(' ').filter((other) => isForm(name, other))).toEqual([])
  })
})
