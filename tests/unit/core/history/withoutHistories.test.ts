import { expect, test } from 'vitest'
import { withoutHistories } from '../../../../src/core/history/withoutHistories.ts'

test('an entry of a history is not counted among lost records, a record is', () => {
  const lost = ['history', 'incidents', 'history', 'bin'].map((collection, id) => ({ collection, id }))
  expect(withoutHistories(lost).map(({ collection }) => collection)).toEqual(['incidents', 'bin'])
})
