/** Which command a key stands for. Pure: takes the event's plain fields. */
import { SCREENS, type Screen } from '../navigation.ts'

export interface PressedKeys {
  readonly key: string
  /** Place of the key on the keyboard; stands in for its letter on keyboards without Latin letters. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

export type Shortcut =
  | {
      readonly command:
        | 'search'
        | 'find'
        | 'new-record'
        | 'undo'
        | 'redo'
        | 'lock'
        | 'keys'
        | 'first-steps'
        | 'guide'
        | 'close'
    }
  | { readonly command: 'go'; readonly screen: Screen }

/** The Latin letter or sign a key stands for, on any layout. */
export function latinKey({ key, code }: Pick<PressedKeys, 'key' | 'code'>): string {
  const lower = key.toLowerCase()
  if (/^[\x20-\x7e]$/.test(key) || key.length > 1) return lower
  const letter = /^Key([A-Z])$/.exec(code)
  return letter?.[1]?.toLowerCase() ?? (code === 'Slash' ? '/' : lower)
}

/** The command for a key; null when it is not one. While text is being edited only the Ctrl commands count. */
export function shortcutFor(pressed: PressedKeys, isEditing: boolean): Shortcut | null {
  if (pressed.altKey) return null
  const key = latinKey(pressed)
  if (pressed.ctrlKey || pressed.metaKey) return commandShortcut(key, pressed, isEditing)
  if (key === 'escape') return { command: 'close' }
  if (key === 'f1' && !pressed.shiftKey) return { command: 'guide' }
  if (isEditing) return null
  if (key === '/' && !pressed.shiftKey) return { command: 'search' }
  // On keyboards without Latin letters the question mark key may be Shift and the slash's place.
  if (key === '?' || (key === '/' && pressed.shiftKey)) return { command: 'keys' }
  return key === 'n' && !pressed.shiftKey ? { command: 'new-record' } : null
}

function commandShortcut(key: string, pressed: PressedKeys, isEditing: boolean): Shortcut | null {
  if (key === 'l') return { command: 'lock' }
  if (key === 'k') return { command: 'find' }
  const screen = screenOfKey(pressed)
  if (screen !== undefined) return { command: 'go', screen }
  // Inside a field these belong to its own text.
  if (isEditing) return null
  if (key === 'z') return { command: pressed.shiftKey ? 'redo' : 'undo' }
  return key === 'y' ? { command: 'redo' } : null
}

/** Ctrl 1 to 9 lead to the first nine sections, Ctrl Shift 1 onwards to the rest; by the place of the key. */
const PLAIN_DIGITS = 9

/** The keys of a section, such as "Ctrl Shift 2". */
export function sectionKeys(screen: Screen): string {
  const place = SCREENS.indexOf(screen) + 1
  return place <= PLAIN_DIGITS ? `Ctrl ${place}` : `Ctrl Shift ${place - PLAIN_DIGITS}`
}

function screenOfKey({ key, code, shiftKey }: PressedKeys): Screen | undefined {
  // With Shift a digit types a sign that differs from keyboard to keyboard.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? (/^[1-9]$/.test(key) ? key : undefined)
  if (digit === undefined) return undefined
  return SCREENS[Number(digit) - 1 + (shiftKey ? PLAIN_DIGITS : 0)]
}

/** "Ctrl Shift Z" as the keys of a platform (`navigator.platform`) are labelled: ⌘ for Ctrl on a Mac. */
export function keysOnPlatform(combination: string, platform: string): readonly string[] {
  const keys = combination.split(' ')
  return platform.startsWith('Mac') ? keys.map((key) => (key === 'Ctrl' ? '⌘' : key)) : keys
}
