import { expect, test } from 'vitest'
import { takenByTab } from '../../../src/renderer/ui/takenByTab.ts'

const line = (value: string, label: string) => ({ value, label })
const ALIS = [line('p1', 'Ali Hassan'), line('p2', 'Ali Omar')]
const typed = { marked: null, typed: 'Ali', found: ALIS, isLooking: false }

test('Tab takes the line that is marked in an open list', () => {
  expect(takenByTab({ ...typed, marked: 'p2' })).toBe('p2')
})

test('Tab takes no line by guess: what is written must be all of its name, however it is spelled', () => {
  expect(takenByTab(typed)).toBeNull()
  expect(takenByTab({ ...typed, found: [line('p1', 'Ali Hassan')] })).toBeNull()
  expect(takenByTab({ ...typed, typed: ' ali  OMAR ' })).toBe('p2')
})

test('Tab takes neither of two that are called the same, nor one while others may be found', () => {
  const twice = { ...typed, typed: 'Ali Omar', found: [...ALIS, line('p3', 'ali omar')] }
  expect(takenByTab(twice)).toBeNull()
  expect(takenByTab({ ...typed, typed: 'Ali Omar', isLooking: true })).toBeNull()
})
