import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const messages = path.resolve(import.meta.dirname, '../../../src/shared/i18n/messages')

/** Every message of a language that a pattern finds something in, as "key: message". */
function messagesWith(language: string, pattern: RegExp): string[] {
  return readdirSync(path.join(messages, language)).flatMap((file) => {
    const catalogue: Record<string, string> = JSON.parse(
      readFileSync(path.join(messages, language, file), 'utf8'),
    )
    return Object.entries(catalogue).flatMap(([key, message]) =>
      pattern.test(message) ? [`${key}: ${message}`] : [],
    )
  })
}
const messageAt = (language: string, file: string, key: string): unknown =>
  JSON.parse(readFileSync(path.join(messages, language, file), 'utf8'))[key]

describe('one word for one concept in Arabic', () => {
  // An incident is حادثة, a claim ادعاء, the column of what holds ثابت; واقعة could be taken for each of them.
  test('nothing is called واقعة', () => {
    expect(messagesWith('ar', /(?<!م)واقع|وقائع/u)).toEqual([])
  })

  test('the pattern finds the word in its forms, and leaves "sites" alone', () => {
    const pattern = /(?<!م)واقع|وقائع/u
    for (const form of ['واقعة', 'الواقعة', 'وقائع', 'والوقائع', 'واقعتان'])
      expect(pattern.test(form), form).toBe(true)
    expect(pattern.test('مواقع')).toBe(false)
  })

  test('incident is حادثة wherever it is named', () => {
    expect(messageAt('ar', 'records.json', 'records.incidents.one')).toBe('حادثة')
    expect(messageAt('ar', 'bin.json', 'bin.kind.incidents')).toBe('حادثة')
    for (const [file, key] of [
      ['shell.json', 'shell.rail.incidents'],
      ['vocabulary.json', 'kind.incidents'],
      ['brief.json', 'brief.records.incidents'],
    ] as const)
      expect(messageAt('ar', file, key), key).toBe('الحوادث')
  })

  test('the column is ثابت', () => {
    expect(messageAt('ar', 'board.json', 'board.column.fact')).toBe('ثابت')
  })
})

describe('one word for one concept in Russian', () => {
  test('факт is the column of the board and nothing else', () => {
    expect(messagesWith('ru', /(?<!\p{L})факт/iu)).toEqual(['board.column.fact: Факт'])
  })

  test('an incident is not called случай or происшествие', () => {
    expect(messagesWith('ru', /происшестви|(?<!\p{L})случа[йяюе](?!\p{L})/iu)).toEqual([])
  })
})
