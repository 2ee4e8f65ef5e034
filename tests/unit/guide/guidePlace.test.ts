import { beforeEach, expect, test } from 'vitest'
import {
  currentGuideWay,
  dropGuideWay,
  goBackInGuide,
  goInGuide,
} from '../../../src/renderer/features/guide/guidePlace.ts'

beforeEach(dropGuideWay)

test('the way back leads through the places that were open, each once', () => {
  goInGuide({ page: 'tables', part: null })
  goInGuide({ page: 'tables', part: 'views' })
  goInGuide({ page: 'tables', part: 'views' })
  goBackInGuide()
  expect(currentGuideWay().place).toEqual({ page: 'tables', part: null })
  goBackInGuide()
  goBackInGuide()
  expect(currentGuideWay()).toEqual({ place: { page: 'README', part: null }, before: [] })
})

test('a lock forgets where the guide was open', () => {
  goInGuide({ page: 'tables', part: null })
  dropGuideWay()
  expect(currentGuideWay()).toEqual({ place: { page: 'README', part: null }, before: [] })
})
