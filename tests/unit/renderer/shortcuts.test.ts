import { expect, test } from 'vitest'
import { SCREENS } from '../../../src/renderer/navigation.ts'
import {
  keysOnPlatform,
  latinKey,
  type PressedKeys,
  sectionKeys,
  shortcutFor,
} from '../../../src/renderer/shell/shortcuts.ts'

const NONE = { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const press = (key: string, part: Partial<PressedKeys> = {}): PressedKeys => ({ ...NONE, key, ...part })
const ctrl = { ctrlKey: true }

test('letters are read by their sign where it is Latin, by their place where it is not', () => {
  expect(latinKey({ key: 'K', code: 'KeyK' })).toBe('k')
  // A French keyboard: the key that types w sits where others have z.
  expect(latinKey({ key: 'w', code: 'KeyZ' })).toBe('w')
  expect(latinKey({ key: 'л', code: 'KeyK' })).toBe('k')
})

test('commands with Ctrl work while typing, but for those of the text itself', () => {
  expect(shortcutFor(press('l', ctrl), true)).toEqual({ command: 'lock' })
  expect(shortcutFor(press('k', ctrl), true)).toEqual({ command: 'find' })
  expect(shortcutFor(press('z', ctrl), true)).toBeNull()
  expect(shortcutFor(press('z', ctrl), false)).toEqual({ command: 'undo' })
  expect(shortcutFor(press('Z', { ...ctrl, shiftKey: true }), false)).toEqual({ command: 'redo' })
})

test('single letters are text while typing', () => {
  for (const key of ['n', '/', '?']) {
    expect(shortcutFor(press(key), true)).toBeNull()
    expect(shortcutFor(press(key), false)).not.toBeNull()
  }
  expect(shortcutFor(press('Escape'), true)).toEqual({ command: 'close' })
})

test('F1 opens the guide, also while typing', () => {
  expect(shortcutFor(press('F1'), true)).toEqual({ command: 'guide' })
  expect(shortcutFor(press('F1'), false)).toEqual({ command: 'guide' })
  expect(shortcutFor(press('F1', { shiftKey: true }), false)).toBeNull()
})

test('a Russian keyboard locks and makes records too', () => {
  expect(shortcutFor(press('д', { ...ctrl, code: 'KeyL' }), true)).toEqual({ command: 'lock' })
  expect(shortcutFor(press('т', { code: 'KeyN' }), false)).toEqual({ command: 'new-record' })
})

test('sections beyond the ninth have Shift as well, by the place of the digit', () => {
  expect(shortcutFor(press('7', { ...ctrl, code: 'Digit7' }), true)).toEqual({
    command: 'go',
    screen: 'organisations',
  })
  // A French keyboard types a sign there, and the digit with Shift.
  expect(shortcutFor(press('&', { ...ctrl, code: 'Digit1' }), false)).toEqual({
    command: 'go',
    screen: 'incidents',
  })
  const shift = { ...ctrl, shiftKey: true }
  expect(shortcutFor(press('!', { ...shift, code: 'Digit1' }), false)).toEqual({
    command: 'go',
    screen: 'brief',
  })
  expect(shortcutFor(press('(', { ...shift, code: 'Digit9' }), false)).toEqual({
    command: 'go',
    screen: 'acts',
  })
  expect(shortcutFor(press(')', { ...shift, code: 'Digit0' }), false)).toBeNull()
  expect(SCREENS.map(sectionKeys).slice(8, 10)).toEqual(['Ctrl 9', 'Ctrl Shift 1'])
})

test('Ctrl and a digit go to a section; Alt is left to the system', () => {
  expect(shortcutFor(press('4', ctrl), false)).toEqual({ command: 'go', screen: 'claims' })
  expect(shortcutFor(press('l', { ...ctrl, altKey: true }), false)).toBeNull()
})

test('a Mac shows its own key for Ctrl', () => {
  expect(keysOnPlatform('Ctrl Shift Z', 'MacIntel')).toEqual(['⌘', 'Shift', 'Z'])
  expect(keysOnPlatform('Ctrl Shift Z', 'Linux x86_64')).toEqual(['Ctrl', 'Shift', 'Z'])
})
