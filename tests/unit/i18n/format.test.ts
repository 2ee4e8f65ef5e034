import { describe, expect, test, vi } from 'vitest'
import { isMessageKey } from '../../../src/shared/i18n/catalogue.ts'
import { createTranslate } from '../../../src/shared/i18n/format.ts'
import {
  controlLocale,
  directionOf,
  intlLocale,
  resolveLanguage,
  UI_LANGUAGES,
} from '../../../src/shared/i18n/locale.ts'
import { pseudoText } from '../../../src/shared/i18n/pseudoLocale.ts'
import { loadCatalogues } from '../../support/catalogues.ts'

await loadCatalogues()

test('the chosen language wins, then the system, then English', () => {
  expect(resolveLanguage('ar', 'ru-RU')).toBe('ar')
  expect(resolveLanguage(null, 'ru-RU')).toBe('ru')
  expect(resolveLanguage(null, 'ar_EG')).toBe('ar')
  expect(resolveLanguage(null, 'es_MX')).toBe('es')
  expect(resolveLanguage(null, 'fr-CA')).toBe('fr')
  expect(resolveLanguage(null, 'de-DE')).toBe('en')
})

test('directions, and controls that find them out themselves', () => {
  expect(UI_LANGUAGES.map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'ltr', 'ltr', 'rtl'])
  expect(new Intl.Locale(controlLocale('en-XB')).maximize().script).toBe('Arab')
})

test('numbers and dates in Arabic are Western digits of the Gregorian calendar', () => {
  const options = new Intl.DateTimeFormat(intlLocale('ar')).resolvedOptions()
  expect([options.calendar, options.numberingSystem]).toEqual(['gregory', 'latn'])
})

describe('t', () => {
  test('a language whose words were not loaded is a defect', async () => {
    vi.resetModules()
    const fresh = await import('../../../src/shared/i18n/format.ts')
    expect(fresh.createTranslate('en')('shell.actions.lock')).toBe('Lock')
    expect(() => fresh.createTranslate('fr')('shell.actions.lock')).toThrow('fr')
  })

  test('plural forms', () => {
    const en = createTranslate('en')
    const ru = createTranslate('ru')
    expect(en('table.selected', { count: 1 })).toBe('1 record selected')
    expect(en('table.selected', { count: 1200 })).toBe('1,200 records selected')
    expect([2, 5, 21].map((count) => ru('table.selected', { count }))).toEqual([
      'Выделены 2 записи',
      'Выделено 5 записей',
      'Выделена 21 запись',
    ])
  })
  test('angle brackets are text', () => {
    expect(createTranslate('en')('shell.chip.remove', { text: '<b>x</b>' })).toBe('Remove <b>x</b>')
  })
  test('a missing argument is a defect', () => {
    expect(() => createTranslate('en')('shell.chip.remove')).toThrow()
  })
  test('keys that are not there are told apart', () => {
    expect(isMessageKey('shell.actions.lock')).toBe(true)
    expect(isMessageKey('toString')).toBe(false)
  })
})

describe('the pseudo-locale', () => {
  test('turns words round and leaves arguments alone', () => {
    expect(pseudoText('Lock')).toBe('\u202eLöçk\u202c')
    const text = createTranslate('en-XB')('shell.chip.remove', { text: 'Lantern Row' })
    expect(text).toContain('Lantern Row')
    expect(text).toContain('\u202e')
    expect(text).not.toContain('Remove')
  })
  test('works inside plural forms', () => {
    const text = createTranslate('en-XB')('table.selected', { count: 3 })
    expect(text).toContain('3')
    expect(text).not.toContain('records')
  })
})
