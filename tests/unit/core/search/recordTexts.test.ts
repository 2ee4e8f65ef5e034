import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../../../src/core/foldText.ts'
import { searchText } from '../../../../src/core/query.ts'
import { recordText } from '../../../../src/core/search/recordText.ts'
import { recordTexts } from '../../../../src/core/search/recordTexts.ts'
import { queriedText, searchedText } from '../../../../src/core/search/toldTexts.ts'
import { recordArbitrary } from '../../../support/recordArbitrary.ts'

test.each(['incidents', 'sourceItems', 'claims', 'contacts'] as const)(
  'the texts of %s are the same on the other side',
  (kind) => {
    fc.assert(
      fc.property(recordArbitrary(kind), (record) => {
        const told = JSON.parse(JSON.stringify(recordTexts(kind, record)))
        const { title, body } = recordText(kind, record)
        expect(searchedText(told)).toEqual({ title, body })
        expect(foldText(queriedText(told))).toBe(searchText(record))
      }),
    )
  },
)
