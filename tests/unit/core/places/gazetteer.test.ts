import { describe, expect, it } from 'vitest'
import { adjectiveForms, regularAdjectives } from '../../../../src/core/places/adjectives.ts'
import type { Gazetteer } from '../../../../src/core/places/Gazetteer.ts'
import type { OwnPlace } from '../../../../src/core/places/ownPlace.ts'
import { ownPlaceCode, ownPlaceSchema } from '../../../../src/core/places/ownPlace.ts'
import { PLACE_LANGUAGES } from '../../../../src/core/places/placeTable.ts'
import { placesIn, suggestPlaces } from '../../../../src/core/places/suggestPlaces.ts'
import { loadGazetteer } from '../../../../src/shared/shippedPlaces.ts'

const shipped = await loadGazetteer()

const own = (id: string, fields: Record<string, unknown>): OwnPlace =>
  ownPlaceSchema.parse({
    id,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    confidentiality: 'RED',
    country: 'RU',
    ...fields,
  })
const withOwn = (...places: readonly OwnPlace[]): Gazetteer =>
  shipped.withOwn(Object.fromEntries(places.map((place) => [place.id, place])))

describe('the shipped places', () => {
  it('lie in one another, from the division to the world', () => {
    expect(shipped.chainOf('RU-CE')).toEqual(['RU-CE', 'RU', '151', '150', '001'])
    expect(shipped.chainOf('ES-B')).toEqual(['ES-B', 'ES-CT', 'ES', '039', '150', '001'])
    expect(shipped.chainOf('SY').map((code) => shipped.levelOf(code))).toEqual([
      'country',
      'subregion',
      'region',
      'world',
    ])
    expect(shipped.chainOf('ZZ-1')).toEqual([])
    expect(shipped.parentOf('001')).toBeNull()
  })

  it('know what lies in what', () => {
    expect(shipped.isWithin('SY-HI', '145')).toBe(true)
    expect(shipped.isWithin('SY-HI', 'SY-HI')).toBe(true)
    expect(shipped.isWithin('SY', 'SY-HI')).toBe(false)
    expect(shipped.atLevel('ES-B', 'admin1')).toBe('ES-CT')
    expect(shipped.atLevel('ES', 'admin1')).toBeNull()
    expect(shipped.childrenOf('SY')).toHaveLength(14)
  })

  it('are named in five languages', () => {
    expect(PLACE_LANGUAGES.map((language) => shipped.nameOf('RU-CE', language))).toEqual([
      'Chechnya',
      'Чечня',
      'الشيشان',
      'Chechenia',
      'Tchétchénie',
    ])
    expect(shipped.nameOf('145', 'ru')).toBe('Западная Азия')
    expect(shipped.nameOf('QQ', 'en')).toBeNull()
  })

  it.each([
    ['Chechnya', 'RU-CE'],
    ['CHECHEN REPUBLIC', 'RU-CE'],
    ['Чечня', 'RU-CE'],
    ['чеченская республика', 'RU-CE'],
    ['Чеченская Респ.', 'RU-CE'],
    ['Republic of Chechnya', 'RU-CE'],
    ['الشيشان', 'RU-CE'],
    ['RU-CE', 'RU-CE'],
    ['Deir Ezzor', 'SY-DY'],
    ['Dayr az-Zawr', 'SY-DY'],
    ['Deir ez Zor Governorate', 'SY-DY'],
    ['محافظة حلب', 'SY-HL'],
    ['حلب', 'SY-HL'],
    ['Ḥalab', 'SY-HL'],
    ['мухафаза Хомс', 'SY-HI'],
    ['Gouvernorat d’Alep', 'SY-HL'],
    ['Moscow Oblast', 'RU-MOS'],
    ['г. Москва', 'RU-MOW'],
    ['Сирийская Арабская Республика', 'SY'],
    ['Syrian Arab Republic', 'SY'],
    ['SYR', 'SY'],
    ['Şırnak province', 'TR-73'],
    ['Lorestān', 'IR-15'],
    ['Isfahan', 'IR-10'],
  ])('finds %s', (typed, code) => {
    const country = code.slice(0, 2)
    expect(shipped.findPlace(typed, { country })).toEqual([code])
  })

  it('says when a name is that of several places, and guesses none', () => {
    expect(shipped.findPlace('Georgia', { levels: ['country', 'admin1'] }).toSorted()).toEqual([
      'GE',
      'US-GA',
    ])
    // A town's name without a word for the region around it: both could be meant.
    expect(shipped.findPlace('Moscow Land', { country: 'RU' }).toSorted()).toEqual(['RU-MOS', 'RU-MOW'])
    expect(shipped.findPlace('nowhere at all')).toEqual([])
    expect(shipped.findPlace('  ')).toEqual([])
  })

  it('give every name, as excuse or as value to look for', () => {
    const names = shipped.allNames('RU-CE')
    for (const name of ['Chechnya', 'Chechen Republic', 'Чечня', 'Чеченская Республика'])
      expect(names.map((each) => each.toLowerCase())).toContain(name.toLowerCase())
    expect(shipped.allNames('QQ')).toEqual([])
  })

  it('have Russian adjectives, listed or formed by rule', () => {
    expect(shipped.adjectivesOf('RU-CE')).toEqual(['чеченский'])
    expect(shipped.adjectivesOf('SY')).toEqual(['сирийский'])
    expect(shipped.adjectivesOf('RU-AMU')).toEqual(['амурский'])
    expect(shipped.adjectivesOf('SY-ID')).toEqual(['идлибский'])
    expect(shipped.adjectivesOf('TR-01')).toContain('аданский')
  })
})

describe('places to offer', () => {
  const regions = placesIn(shipped, 'SY', 'admin1', 'ru')
  const offered = (typed: string) => suggestPlaces(shipped, regions, typed).map(({ name }) => name)

  it('are those of one level in one country, by name', () => {
    expect(regions).toHaveLength(14)
    expect(regions[0]).toEqual({ code: 'SY-HL', name: 'Алеппо' })
    expect(placesIn(shipped, 'ES', 'admin2', 'es').map(({ code }) => code)).toContain('ES-B')
    expect(placesIn(shipped, 'QQ', 'admin1', 'en')).toEqual([])
  })

  it('are found by a beginning or a part of any of their names, beginnings first', () => {
    expect(offered('حم')).toEqual(['Хама', 'Хомс'])
    expect(offered('halab')).toEqual(['Алеппо'])
    expect(offered('dimashq')).toEqual(['Дамаск', 'Риф-Димашк'])
    expect(offered(' ')).toEqual([])
    expect(offered('qqq')).toEqual([])
  })
})

describe('adjectives by rule', () => {
  it('follow the end of the name', () => {
    expect(regularAdjectives('Артвин')).toEqual(['артвинский'])
    expect(regularAdjectives('Кахетия')).toEqual(['кахетийский'])
    expect(regularAdjectives('Донецк')).toEqual(['донецкий'])
    expect(regularAdjectives('Казань')).toEqual(['казанский'])
    expect(regularAdjectives('Баку')).toEqual([])
    expect(regularAdjectives('Марий Эл')).toEqual([])
  })

  it('stand in every case and gender', () => {
    expect(adjectiveForms('чеченский')).toEqual(
      expect.arrayContaining(['чеченский', 'чеченская', 'чеченской', 'чеченскую', 'чеченских', 'чеченскими']),
    )
    expect(adjectiveForms('костромской')).toEqual(expect.arrayContaining(['костромской', 'костромская']))
    expect(adjectiveForms('немецкий')).toContain('немецкого')
    expect(adjectiveForms('Chechen')).toEqual(['Chechen'])
  })
})

describe('places of a log', () => {
  const district = own('d1', { name: 'Шалинский район', kind: 'admin2', division: 'RU-CE' })
  const town = own('t1', {
    name: 'Аргун',
    otherNames: [
      { value: 'Argun', language: 'en' },
      { value: 'Орга-ГӀала', language: 'ce' },
    ],
    kind: 'town',
    parent: 'd1',
  })

  it('stand below those of the gazetteer', () => {
    const places = withOwn(district, town)
    expect(places.chainOf(ownPlaceCode('t1'))).toEqual([
      'own:t1',
      'own:d1',
      'RU-CE',
      'RU',
      '151',
      '150',
      '001',
    ])
    expect(places.findPlace('аргун', { country: 'RU' })).toEqual(['own:t1'])
    expect(places.findPlace('Argun', { country: 'SY' })).toEqual([])
    expect(places.nameOf('own:t1', 'en')).toBe('Argun')
    expect(places.nameOf('own:t1', 'fr')).toBe('Argun')
    expect(places.allNames('own:t1')).toEqual(['Аргун', 'Argun', 'Орга-ГӀала'])
    expect(places.childrenOf('RU-CE')).toEqual(['own:d1'])
    expect(places.findPlace('Chechnya')).toEqual(['RU-CE'])
    expect(shipped.has('own:t1')).toBe(false)
  })

  it('may be other names of one of them', () => {
    const places = withOwn(own('x1', { name: 'Нохчийчоь', kind: 'admin1', sameAs: 'RU-CE' }))
    expect(places.findPlace('нохчийчоь', { country: 'RU' })).toEqual(['RU-CE'])
    expect(places.allNames('RU-CE')).toContain('Нохчийчоь')
    expect(places.has('own:x1')).toBe(false)
    const inside = withOwn(
      own('x1', { name: 'Нохчийчоь', kind: 'admin1', sameAs: 'RU-CE' }),
      own('t2', { name: 'Аргун', kind: 'town', parent: 'x1' }),
    )
    expect(inside.parentOf('own:t2')).toBe('RU-CE')
  })

  it('lead nowhere when what they lie in is gone, and never in a circle', () => {
    const lost = withOwn(own('t1', { name: 'Аргун', kind: 'town', parent: 'gone', division: 'RU-XXX' }))
    expect(lost.chainOf('own:t1').slice(0, 2)).toEqual(['own:t1', 'RU'])
    const turning = withOwn(
      own('a', { name: 'A', kind: 'town', parent: 'b' }),
      own('b', { name: 'B', kind: 'admin2', parent: 'a' }),
    )
    expect(turning.chainOf('own:a')).toEqual(['own:a', 'own:b'])
  })
})
