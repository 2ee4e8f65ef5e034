import { expect, test } from 'vitest'
import { visibleTurns } from '../../../src/renderer/visibleText.ts'

test('what turns text round is shown, what spells it is not touched', () => {
  expect(visibleTurns('paid \u202eyad\u202c')).toBe('paid ⟨U+202E⟩yad⟨U+202C⟩')
  expect(visibleTurns('\u2067x\u2069')).toBe('⟨U+2067⟩x⟨U+2069⟩')
  for (const plain of ['می\u200cشود', 'e\u0301', '\u200fشهر', 'A man is taken'])
    expect(visibleTurns(plain)).toBe(plain)
})
