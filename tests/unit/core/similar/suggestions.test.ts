import { describe, expect, it } from 'vitest'
import { type ItemText, SuggestionIndex } from '../../../../src/core/similar/SuggestionIndex.ts'

const QUOTE =
  'They came at night, put a bag over my head and drove for an hour; the room had no windows and there were twelve of us in it.'
const item = (id: string, fields: Partial<ItemText>): ItemText => ({
  id,
  derivesFrom: [],
  notDerivedFrom: [],
  ...fields,
})
const indexOf = (...items: ItemText[]) =>
  new SuggestionIndex(Object.fromEntries(items.map((each) => [each.id, each])))
const others = (index: SuggestionIndex, id: string) => index.suggestDerivations(id).map((each) => each.other)

describe('suggested derivations', () => {
  it('find a quotation inside an article, with the passage and who was first', () => {
    const article = `Our reporter met the man in a third country. “${QUOTE.toUpperCase()}” he said. He asked not to be named. The ministry did not answer our questions by the time of printing.`
    const index = indexOf(
      item('first', { quote: QUOTE, publishedAt: '2017-04-01' }),
      item('later', { originalText: article, publishedAt: '2017-04-12' }),
      item('other', {
        quote:
          'The spokesman said on Monday that no such people live in the republic and nobody could hold them.',
      }),
    )
    const [found, ...rest] = index.suggestDerivations('later')
    expect(rest).toEqual([])
    expect(found).toMatchObject({ other: 'first', direction: 'derives-from', how: 'quotes', similarity: 1 })
    expect(found?.passage).toContain('PUT A BAG OVER MY HEAD AND DROVE FOR AN HOUR')
    expect(index.suggestDerivations('first')).toMatchObject([{ other: 'later', direction: 'source-of' }])
  })

  it.each([
    [
      'Russian',
      'Они пришли ночью, надели мне на голову мешок и везли около часа; в комнате не было окон, и нас там было двенадцать.',
    ],
    [
      'Arabic',
      'جاؤوا ليلًا ووضعوا كيسًا على رأسي وقادوا السيارة ساعة كاملة، ولم تكن في الغرفة نوافذ وكنا اثني عشر رجلًا.',
    ],
    ['Chinese', '他们夜里来的，把袋子套在我头上，开车走了一个小时；房间没有窗户，里面有我们十二个人。'],
    ['Thai', 'พวกเขามาตอนกลางคืนเอาถุงคลุมหัวฉันแล้วขับรถไปหนึ่งชั่วโมงห้องนั้นไม่มีหน้าต่างและเรามีกันสิบสองคน'],
  ])('find a republished text in %s', (_language, text) => {
    const index = indexOf(
      item('a', { quote: text }),
      item('b', { originalText: ` ${text.normalize('NFD')}! ` }),
    )
    expect(index.suggestDerivations('a')).toMatchObject([
      { other: 'b', how: 'republishes', direction: 'undecided' },
    ])
  })

  it('leave the direction open when days overlap', () => {
    const index = indexOf(
      item('a', { quote: QUOTE, publishedAt: '2017-04' }),
      item('b', { quote: QUOTE, publishedAt: '2017-04-12' }),
    )
    expect(index.suggestDerivations('a')).toMatchObject([{ direction: 'undecided' }])
  })

  it('are not made for what is linked, by itself or by what both go back to', () => {
    const links = (...ids: string[]) => ids.map((each) => ({ item: each, how: 'quotes' as const }))
    const index = indexOf(
      item('a', { quote: QUOTE }),
      item('b', { quote: QUOTE, derivesFrom: links('a') }),
      item('c', { quote: QUOTE, derivesFrom: links('a') }),
      item('d', { quote: QUOTE }),
    )
    expect(others(index, 'a')).toEqual(['d'])
    expect(others(index, 'b')).toEqual(['d'])
    expect(others(index, 'd')).toEqual(['a', 'b', 'c'])
  })

  it('are not made again once declined on either side', () => {
    const index = indexOf(item('a', { quote: QUOTE }), item('b', { quote: QUOTE, notDerivedFrom: ['a'] }))
    expect(others(index, 'a')).toEqual([])
    expect(others(index, 'b')).toEqual([])
  })

  it('follow changes of the log', () => {
    const index = indexOf(item('a', { quote: QUOTE }))
    index.apply([{ kind: 'sourceItems', id: 'b', record: item('b', { quote: QUOTE }) }])
    expect(others(index, 'a')).toEqual(['b'])
    index.apply([
      { kind: 'sourceItems', id: 'b', record: item('b', { quote: 'Something else altogether.' }) },
    ])
    expect(others(index, 'a')).toEqual([])
    index.apply([
      { kind: 'sourceItems', id: 'c', record: item('c', { translation: QUOTE }) },
      { kind: 'sourceItems', id: 'b', record: null },
    ])
    expect(others(index, 'a')).toEqual(['c'])
  })
})
