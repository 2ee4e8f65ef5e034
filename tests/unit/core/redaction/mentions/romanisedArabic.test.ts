import { describe, expect, it } from 'vitest'
import type { Canary } from '../../../../../src/core/redaction/briefData.ts'
import { createMentionFinder } from '../../../../../src/core/redaction/mentions/mentionFinder.ts'

const person = (value: string): Canary => ({
  value,
  protected: 'identity',
  where: { kind: 'persons', id: '7k2m9q', field: 'realName' },
})

const NAMES = ['خديجة المنصوري', 'محمد حسين الشمري', 'عبد الرحمن القاسم']
const finder = createMentionFinder(NAMES.map(person), { patterns: false })
const found = (text: string) => finder.find(text).map(({ start, end }) => text.slice(start, end))

describe('Arabic names in Latin letters', () => {
  it.each([
    ['They asked Khadija al-Mansouri.', 'Khadija al-Mansouri'],
    ['Khadijah El Mansoury was not there.', 'Khadijah El Mansoury'],
    ['MANSURI Khadidja', 'MANSURI Khadidja'],
    ['Mohamed Hussain was seen.', 'Mohamed Hussain'],
    ['Muhammad Husayn al-Shammari', 'Muhammad Husayn al-Shammari'],
    ['Hussein ash-Shamari', 'Hussein ash-Shamari'],
    ['Abdul Rahman Qasim', 'Rahman Qasim'],
    ['Abdulrahman al-Qassem', 'Abdulrahman al-Qassem'],
  ])('%s', (text, wanted) => {
    expect(found(text).join(' ')).toContain(wanted)
  })

  it.each([
    'Monsieur came.',
    'Madame Khadija came with Monsieur Hamid.',
    'The Ministry of Human Rights of Mauritania.',
    'Human Hussar regiments',
    'khadija mansouri in small letters',
    'Khadija. Mansouri left.',
    'Karima al-Mansouri',
  ])('finds none in: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

it('takes a town for no plural of a short name', () => {
  const ofThi = createMentionFinder([person('Nguyễn Thị Hồng')], { patterns: false })
  expect(ofThi.find('in the region of Thiès')).toEqual([])
  expect(ofThi.find('The Nguyens left')).not.toEqual([])
})

describe('Arabic places in Latin letters', () => {
  const place = (value: string): Canary => ({
    value,
    protected: 'text',
    where: { kind: 'incidents', id: '7k2m9q', field: 'where.name' },
  })
  const PLACES = ['شارع دير حافر', 'كنيسة الضوضاء', 'شارع عبد القادر', 'سيدي بن منصور', 'حي الشيخ مقصود']
  const ofPlaces = createMentionFinder(PLACES.map(place), { patterns: false })
  const places = (text: string) => ofPlaces.find(text).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['They were held in Deir Hafer.', 'Deir Hafer'],
    ['They asked in Hafer Deir.', 'Hafer Deir'],
    ['near Sharia Abdelkader', 'Sharia Abdelkader'],
    ['near Sharia Abdel Kader', 'Sharia Abdel Kader'],
    ['in Sidi Ben Mansour', 'Sidi Ben Mansour'],
    // As somebody pastes it, with the lines broken.
    ['the checkpoint in Sheikh\nMaqsoud', 'Sheikh\nMaqsoud'],
  ])('%s', (text, wanted) => {
    expect(places(text)).toEqual([wanted])
  })

  it('reads no place out of the end of one cell and the beginning of the next', () => {
    expect(places('Congo - Kenisa\nDoda by a neighbour')).toEqual([])
    expect(places('Sharia by night, Hafer Ahmed')).toEqual([])
  })

  it('finds names of people over the end of a line all the same', () => {
    expect(found('They asked Khadija\nal-Mansouri.')).toEqual(['Khadija\nal-Mansouri'])
  })
})
