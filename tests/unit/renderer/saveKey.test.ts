import type { KeyboardEvent } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveKey } from '../../../src/renderer/records/saveKey.ts'

class FakeNode {
  contains(other: unknown): boolean {
    return other === this
  }
}

beforeEach(() => vi.stubGlobal('Node', FakeNode))
afterEach(() => vi.unstubAllGlobals())

/** A key with Ctrl, pressed in a form. */
function pressed(key: string, code: string): KeyboardEvent<HTMLElement> {
  const form = new FakeNode()
  const event: unknown = { key, code, ctrlKey: true, metaKey: false, target: form, currentTarget: form }
  return event as KeyboardEvent<HTMLElement>
}

test('Ctrl Enter leads to an empty form only where the form offers one', () => {
  expect(saveKey(pressed('Enter', 'Enter'), true)).toBe('next')
  expect(saveKey(pressed('Enter', 'Enter'), false)).toBe('stay')
})

test('Ctrl S saves and stays, in any alphabet', () => {
  for (const hasNext of [true, false]) {
    expect(saveKey(pressed('s', 'KeyS'), hasNext)).toBe('stay')
    expect(saveKey(pressed('ы', 'KeyS'), hasNext)).toBe('stay')
  }
  expect(saveKey(pressed('x', 'KeyX'), true)).toBeNull()
})
