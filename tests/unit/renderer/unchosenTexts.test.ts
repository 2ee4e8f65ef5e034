import { expect, test, vi } from 'vitest'
import { showUnchosen, type UnchosenTexts } from '../../../src/renderer/ui/unchosenTexts.ts'

test('every field with a text of which nothing was chosen says so, and is counted', () => {
  const fields = [vi.fn(), vi.fn()]
  const texts: UnchosenTexts = new Set(fields)
  expect(showUnchosen(texts)).toBe(2)
  for (const show of fields) expect(show).toHaveBeenCalledTimes(1)
  expect(showUnchosen(new Set())).toBe(0)
})
