import { expect, test } from 'vitest'
import { guideBlocks, headingId } from '../../../build/guideMarkdown.ts'

const read = (markdown: string) =>
  guideBlocks(markdown, {
    page: 'here',
    picture: (name) => (name === 'drawn' ? { width: 3, height: 2 } : null),
  })

test('paragraphs, lists, tables and code become plain data', () => {
  expect(
    read(
      [
        '## Two *kinds*',
        'A **b** `c`',
        'd\\* e.',
        '',
        '1. one',
        '2. two',
        '   - inner',
        '',
        '| k | d |',
        '|---|---|',
        '| `x` | y |',
        '',
        '```',
        'a < b & c',
        '```',
      ].join('\n'),
    ),
  ).toEqual([
    { kind: 'heading', level: 2, id: 'two-kinds', of: ['Two ', { kind: 'emphasis', of: ['kinds'] }] },
    {
      kind: 'paragraph',
      of: ['A ', { kind: 'strong', of: ['b'] }, ' ', { kind: 'code', text: 'c' }, ' d', '*', ' e.'],
    },
    {
      kind: 'list',
      isOrdered: true,
      items: [
        [{ kind: 'paragraph', of: ['one'] }],
        [
          { kind: 'paragraph', of: ['two'] },
          { kind: 'list', isOrdered: false, items: [[{ kind: 'paragraph', of: ['inner'] }]] },
        ],
      ],
    },
    { kind: 'table', head: [['k'], ['d']], rows: [[[{ kind: 'code', text: 'x' }], ['y']]] },
    { kind: 'code', text: 'a < b & c' },
  ])
})

test('links lead to pages of the guide and their headings', () => {
  expect(read('[a](tables.md) [b](tables.md#two-kinds) [c](#two-kinds)')).toEqual([
    {
      kind: 'paragraph',
      of: [
        { kind: 'link', page: 'tables', part: null, of: ['a'] },
        ' ',
        { kind: 'link', page: 'tables', part: 'two-kinds', of: ['b'] },
        ' ',
        { kind: 'link', page: 'here', part: 'two-kinds', of: ['c'] },
      ],
    },
  ])
})

test('a picture has its size, or none while it has not been made', () => {
  expect(read('![Seen](pictures/drawn.png)')).toEqual([
    { kind: 'picture', name: 'drawn', alt: 'Seen', size: { width: 3, height: 2 } },
  ])
  expect(read('![Seen](pictures/wanted.png)')).toEqual([
    { kind: 'picture', name: 'wanted', alt: 'Seen', size: null },
  ])
})

test.each([
  ['markup', 'before <b>bold</b>'],
  ['a block of markup', '<script>alert(1)</script>'],
  ['an address', '[out](https://example.org/)'],
  ['a bare address', 'see https://example.org/'],
  ['a script as an address', '[out](javascript:alert(1))'],
  ['a file elsewhere', '[out](../../SECURITY.md)'],
  ['a picture elsewhere', '![out](https://example.org/a.png)'],
  ['a picture without words', '![](pictures/drawn.png)'],
  ['a picture among words', 'see ![this](pictures/drawn.png)'],
  ['an entity', 'a &lt; b'],
  ['a quotation', '> said'],
  ['a heading too deep', '#### deep'],
])('%s is refused', (_what, markdown) => {
  expect(() => read(markdown)).toThrow('The guide has no')
})

test('ids of headings are those that the forges give them', () => {
  expect(headingId('Labels, and "this is new"')).toBe('labels-and-this-is-new')
  expect(headingId('1. Choose')).toBe('1-choose')
})
