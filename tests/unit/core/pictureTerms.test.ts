import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/core/query.ts'
import { pictureTerm, withPictureTerm } from '../../../src/core/queryTerms/pictureTerms.ts'

const BOX = 'box:1,2,3,4'
const OTHER_BOX = 'box:-1.5,2,3.25,4'
const WHEN = 'when:2017-02-01..2017-04-30'
const PLACE = 'place:UA'

test.each([
  ['', BOX],
  ['status:likely', `status:likely ${BOX}`],
  ['status:likely OR tag:x', `(status:likely OR tag:x) ${BOX}`],
  ['(status:likely OR tag:x) prison', `(status:likely OR tag:x) prison ${BOX}`],
  ['(a) OR (b)', `((a) OR (b)) ${BOX}`],
  ['(a b)', `(a b) ${BOX}`],
  ['DOOR "x  (y"', `DOOR "x  (y" ${BOX}`],
  ['tag:"a"OR b', `(tag:"a"OR b) ${BOX}`],
  ['(box:9,9,9,9 OR b)', `(box:9,9,9,9 OR b) ${BOX}`],
  [`status:likely OR ${OTHER_BOX}`, `(status:likely OR ${OTHER_BOX}) ${BOX}`],
  [`a OR b ${OTHER_BOX}`, `(a OR b ${OTHER_BOX}) ${BOX}`],
  [`"a ${OTHER_BOX}"`, `"a ${OTHER_BOX}" ${BOX}`],
])('a box is added to all of %j', (query, expected) => {
  const boxed = withPictureTerm(query, 'box', BOX)
  expect(boxed).toBe(expected)
  expect(parseQuery(boxed).ok).toBe(true)
  expect(pictureTerm(boxed, 'box')).toBe(BOX)
  expect(withPictureTerm(boxed, 'box', OTHER_BOX)).toBe(`${expected.slice(0, -BOX.length)}${OTHER_BOX}`)
})

test.each(['', 'a', 'a OR b', '(a) OR (b)', '(a b)', 'a OR (b OR "c )")'])(
  'place, box and time live side by side behind %j, and leave it as it was',
  (query) => {
    const box = withPictureTerm(query, 'box', BOX)
    const when = withPictureTerm(box, 'when', WHEN)
    const all = withPictureTerm(when, 'place', PLACE)
    expect(all.endsWith(`${PLACE} ${BOX} ${WHEN}`)).toBe(true)
    expect(withPictureTerm(all, 'place', PLACE)).toBe(all)
    const less = withPictureTerm(all, 'box', null)
    expect(less).toBe(withPictureTerm(withPictureTerm(query, 'when', WHEN), 'place', PLACE))
    expect(withPictureTerm(withPictureTerm(less, 'place', null), 'when', null)).toBe(query)
  },
)

test('the answer to a query with OR is narrowed on both sides', () => {
  const read = parseQuery(withPictureTerm('status:likely OR tag:x', 'when', WHEN))
  if (!read.ok) throw new Error(read.error.code)
  const rest = { id: '1', tags: ['x'], confidentiality: 'GREEN' as const }
  const asked = (status: string, when: string) => read.value(Object.assign({ status, when }, rest))
  expect(asked('likely', '2016-01-01')).toBe(false)
  expect(asked('likely', '2017-03-01')).toBe(true)
  expect(asked('rejected', '2017-03-01')).toBe(true)
})

test('what is not there is not taken away', () => {
  for (const query of ['a OR  b', `${BOX} OR a`, `a OR ${BOX}`, ' a '])
    expect(withPictureTerm(query, 'box', null)).toBe(query)
})

test('a query that cannot be read is not made readable', () => {
  for (const query of ['a) OR (b', '(a', 'a OR'])
    expect(parseQuery(withPictureTerm(query, 'box', BOX)).ok).toBe(false)
})
