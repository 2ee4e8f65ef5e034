import { expect, it } from 'vitest'
import { turnedLines } from '../../../src/brief/gate/turnedLines.ts'

/** As by their places on a page: Arabic from its last letter, what runs from left to right as it is. */
it.each([
  // The row of a chart: a count at its left end is no day of the month at the end of its label.
  ['8 2017 وينوي', 'يونيو 2017 8'],
  ['19.5 :ةعاس', 'ساعة: 19.5'],
  ['TLP:AMBER 8 2017 نم', 'من TLP:AMBER 8 2017'],
])('%s', (placed, read) => {
  expect(turnedLines(placed, 'words')).toBe(read)
})

it('keeps numbers beside each other where a file has them as they are read', () => {
  expect(turnedLines('وينوي 2017 8', 'words-and-numbers')).toBe('2017 8 يونيو')
})

it('turns all of it where nobody knows how the writer puts numbers', () => {
  expect(turnedLines('5.91 :ةعاس', 'all')).toBe('ساعة: 19.5')
})
