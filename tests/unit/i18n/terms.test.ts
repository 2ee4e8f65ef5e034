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

describe('one word for one concept in Arabic, besides', () => {
  test('a record is قيد, a log دفتر: سجل is only what lists changes, assessments or releases', () => {
    const lists = /سجل (?:ال)?(?:تغيير|تقييم|إصدار)|يُقيَّد في السجل|يبدأ السجل بأول تقييم/u
    expect(
      messagesWith('ar', /(?<!\p{L})(?:ال|و|ب|لل)?سجل(?!\p{L})/u).filter((each) => !lists.test(each)),
    ).toEqual([])
  })

  test('a label is وسم, a tag علامة; a public contact is معلنة; a profile ملف وقائي', () => {
    expect(messagesWith('ar', /الأوسمة|نمط الحجب|اتصال عامة|الاتصال العامة|معمّى/u)).toEqual([])
  })
})

describe('one word for one concept in Spanish', () => {
  test('the log is bitácora, its records registros; an incident is never suceso', () => {
    expect(messagesWith('es', /(?<!\p{L})(?:diario|cuaderno|sucesos?)(?!\p{L})/iu)).toEqual([])
    expect(messageAt('es', 'records.json', 'records.sourceItems.one')).toBe('Material')
  })

  test('words that one country alone uses are left out', () => {
    expect(messagesWith('es', /ordenador|computador|fichero|(?<!\p{L})clic derecho/iu)).toEqual([])
  })
})

describe('one word for one concept in French', () => {
  test('a note is the document that leaves; what is noted beside a field is a remarque', () => {
    expect(messageAt('fr', 'brief.json', 'brief.title')).toBe('Note')
    expect(messageAt('fr', 'history.json', 'history.field.note')).toBe('Remarque')
  })

  test('a sauvegarde is a copy; what is saved is enregistré', () => {
    expect(messageAt('fr', 'records.json', 'records.save')).toBe('Enregistrer')
    expect(messageAt('fr', 'keys.json', 'keys.backup.title')).toBe('Sauvegarde')
  })
})

describe('one word for one concept in Russian', () => {
  test('a brief is сводка, an incident инцидент, a standard one of доказывание', () => {
    expect(messagesWith('ru', /справк/iu)).toEqual([])
    expect(messagesWith('ru', /доказанност/iu)).toEqual([])
    expect(messagesWith('ru', /(?:об этом|похожее|связанные|другое) событи/iu)).toEqual([])
  })

  test('факт is the column of the board and nothing else', () => {
    expect(messagesWith('ru', /(?<!\p{L})факт/iu)).toEqual(['board.column.fact: Факт'])
  })

  test('an incident is not called случай or происшествие', () => {
    expect(messagesWith('ru', /происшестви|(?<!\p{L})случа[йяюе](?!\p{L})/iu)).toEqual([])
  })
})
