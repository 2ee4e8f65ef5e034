import { expect, test } from 'vitest'
import { createGuideSearch, guideParts } from '../../../src/renderer/features/guide/guideSearch.ts'
import type { Guide, GuideBlock } from '../../../src/renderer/features/guide/guideText.ts'

const heading = (level: 1 | 2 | 3, id: string, words: string): GuideBlock => ({
  kind: 'heading',
  level,
  id,
  of: [words],
})
const GUIDE: Guide = {
  groups: [],
  pages: [
    {
      id: 'README',
      title: 'Start',
      blocks: [
        heading(1, 'start', 'Start'),
        { kind: 'paragraph', of: ['Keep a ', { kind: 'strong', of: ['recovery'] }, ' key.'] },
        heading(2, 'next', 'Next'),
        { kind: 'list', isOrdered: false, items: [[{ kind: 'paragraph', of: ['Résumé'] }]] },
      ],
    },
    {
      id: 'keys',
      title: 'Keys',
      blocks: [
        heading(1, 'keys', 'Keys'),
        heading(2, 'recovery-key', 'Recovery key'),
        { kind: 'table', head: [['key'], ['does']], rows: [[['Ctrl L'], ['locks']]] },
        { kind: 'picture', name: 'lock', alt: 'The lock button', size: null },
      ],
    },
  ],
}
const search = createGuideSearch(GUIDE)
const found = (typed: string) => search(typed).map(({ place }) => `${place.page}#${place.part ?? ''}`)

test('parts in which every word stands are found, those named so first', () => {
  expect(found('recovery key')).toEqual(['keys#recovery-key', 'README#'])
  expect(found('recov')).toEqual(['keys#recovery-key', 'README#'])
  expect(found('recovery locks')).toEqual(['keys#recovery-key'])
})

test('words of lists, tables and pictures are found, without accents', () => {
  expect(found('resume')).toEqual(['README#next'])
  expect(found('locks')).toEqual(['keys#recovery-key'])
  expect(found('button')).toEqual(['keys#recovery-key'])
})

test('nothing typed finds nothing, and what is not there neither', () => {
  expect(found('')).toEqual([])
  expect(found(' - ')).toEqual([])
  expect(found('xylophone')).toEqual([])
})

test('a part knows the page that it is of', () => {
  expect(guideParts(GUIDE)[3]).toMatchObject({ pageTitle: 'Keys', title: 'Recovery key' })
})
