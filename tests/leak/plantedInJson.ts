/** One planted leak and more for every class a JSON file can have, in a file of nobody's form. */
import type { FindingClass } from '../../src/brief/gate/leakClasses.ts'

type JsonClass = Extract<FindingClass, `json/${string}`>
/** A class that only a brief's own form can have; json.test.ts plants it there. */
export type OfBriefs = 'json/schema' | 'json/beyond-profile'

const rows = (change: (row: Record<string, unknown>, index: number) => Record<string, unknown>) =>
  JSON.stringify({ rows: CLEAN_ROWS.map((row, index) => change({ ...row }, index)) })

/** In no order of any of its columns. */
export const CLEAN_ROWS: readonly Readonly<Record<string, unknown>>[] = [
  { id: 'r1', when: '2018', place: 'North', kind: 'detention', killed: '1-4', label: 'Person 1' },
  { id: 'r2', when: '2017-34', place: 'North', kind: 'torture', killed: null, label: 'Person 2' },
  { id: 'r3', when: '2019', place: 'South', kind: 'detention', killed: '5-9', label: 'Person 3' },
  { id: 'r4', when: '2017-34', place: 'East', kind: 'abduction', killed: null, label: 'Person 4' },
]
export const CLEAN_JSON = JSON.stringify({
  title: 'Detentions',
  asOf: '2019-06-01',
  total: 4,
  rows: CLEAN_ROWS,
})

/** Each row under a key of its own. */
const keyed = (key: (index: number) => string, change = (row: object, _index: number): object => row) =>
  JSON.stringify({ items: Object.fromEntries(CLEAN_ROWS.map((row, i) => [key(i), change({ ...row }, i)])) })

const everyRow = (key: string, value: unknown) => rows((row) => ({ ...row, [key]: value }))

export const JSON_PLANTS: Readonly<Record<Exclude<JsonClass, OfBriefs>, readonly [string, string][]>> = {
  'json/internal-id': [
    ['in braces', everyRow('guid', '{0b0d2a1e-5c8f-4c6e-9f7b-7a3e0a7d2c11}')],
    ['under any key', everyRow('victima', 'k3x9q7v0m2c8b1n5d4f7')],
    ['rows under UUIDs', keyed((i) => `9b2f6c1e-6f0a-4c1d-9a53-0f6c8f2a7d1${i}`)],
    ['under a Russian key', everyRow('ид', 'V1StGXR8_Z5jdHi6B-myT')],
    ['random ids', everyRow('incidentId', 'q7v0m3x9k2c8b1n5d4f6')],
    ['UUIDs', everyRow('uuid', '9b2f6c1e-6f0a-4c1d-9a53-0f6c8f2a7d11')],
  ],
  'json/time-ordered-id': [
    ['ULIDs in small letters', everyRow('key', '01arz3ndektsv4rrffq69g5fav')],
    ['CUIDs', everyRow('key', 'ck9x2o3k00000z8l4h5b8f3j2')],
    ['push ids', everyRow('id', '-M1a2B3c4D5e6F7g8H9i')],
    ['milliseconds in an id', everyRow('id', 'inc_1634947200123')],
    ['a day in an id', everyRow('id', '2021-10-24-0007')],
    ['KSUIDs', everyRow('ident', '1zKXlEPUfbVFwJ8dC3PsHb6gGkL')],
    ['numbers of a message, under any key', everyRow('tweet', '1456789012345678848')],
    ['ULIDs', everyRow('key', '01ARZ3NDEKTSV4RRFFQ69G5FAV')],
    ['UUIDs of version 7', everyRow('uuid', '018f3b5e-7c2a-7d4e-8f21-3a5b6c7d8e9f')],
    ['UUIDs of version 1', everyRow('uuid', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')],
    ['object ids', everyRow('_id', '507f1f77bcf86cd799439011')],
    ['snowflakes', everyRow('id', '1541815603606036480')],
  ],
  'json/sequential-id': [
    ['falling', rows((row, i) => ({ ...row, id: 1049 - i }))],
    ['under a longer key', rows((row, i) => ({ ...row, recordNo: 201 + i }))],
    ['file numbers', rows((row, i) => ({ ...row, dossier: `DK-0041${[2, 3, 5, 9][i]}` }))],
    ['numbers with a year', rows((row, i) => ({ ...row, acte: `2021/01${[2, 3, 5, 9][i]}` }))],
    ['in Arabic', rows((row, i) => ({ ...row, رقم: 1181 + 3 * i }))],
    ['numbers of the log', rows((row, i) => ({ ...row, id: 1041 + i }))],
  ],
  'json/numbering-gap': [
    ['Roman numbers', rows((row, i) => ({ ...row, label: `Witness ${['I', 'II', 'IV', 'VII'][i]}` }))],
    ['how many are left out', everyRow('note', '4 incidents were left out')],
    ['in Spanish', everyRow('note', 'Se omitieron 4 registros')],
    ['in French', everyRow('note', '4 lignes ont été retirées')],
    ['in Arabic', everyRow('note', 'تم حجب 4 سجلات')],
    ['letters with a hole', rows((row, i) => ({ ...row, who: `Witness ${'ABDG'[i]}` }))],
    ['what is left out, in Russian', CLEAN_JSON.replace('"total":4', '"скрыто":5')],
    ['in words', everyRow('note', 'Showing 4 of 12 records')],
    ['ids with holes', rows((row, i) => ({ ...row, id: `r${i === 3 ? 7 : i + 1}` }))],
    ['labels with holes', rows((row, i) => ({ ...row, label: `Person ${i * 2 + 1}` }))],
    ['a count of more', CLEAN_JSON.replace('"total":4', '"total":9')],
    ['a count of what is left out', CLEAN_JSON.replace('"total":4', '"withheld":5')],
  ],
  'json/timestamp': [
    ['in a sentence', everyRow('note', 'at 9:40 they came')],
    ['in a Russian one', everyRow('note', 'пришли в 21:40')],
    ['in a French one', everyRow('note', 'vers 21h40')],
    ['of soldiers', everyRow('note', 'seen at 2140 hrs')],
    ['by its key', everyRow('hora', '21.40')],
    ['a time of entry, in Spanish', everyRow('fecha_de_registro', '2022-01-14')],
    ['in Russian', everyRow('датаВнесения', '2022-01-14')],
    ['as of a mail', everyRow('mail', '14 Jan 2022 03:40:11')],
    ['a time of entry', everyRow('createdAt', '2019-03-08')],
    ['a time of day', everyRow('seen', '2017-04-13T21:40:00Z')],
    ['seconds', everyRow('stamp', 1_492_119_600)],
  ],
  'json/time-zone': [
    ['behind an hour', everyRow('seen', '21:40 MSK')],
    ['an offset alone', everyRow('z', '+03')],
    ['minutes', everyRow('timezoneOffset', -180)],
    ['in words', everyRow('seen', 'ночью по московскому времени')],
    ['an offset', everyRow('seen', '2017-04-13T21:40:00+03:00')],
    ['a name', everyRow('zone', 'Europe/Moscow')],
  ],
  'json/weekday': [
    ['in a Ukrainian sentence', everyRow('what', "забрали у п'ятницю")],
    ['in a Persian one', everyRow('what', 'روز شنبه')],
    ['in German', everyRow('what', 'am Samstag')],
    ['in Turkish', everyRow('what', 'cumartesi')],
    ['in Chinese', everyRow('what', '星期六晚上')],
    ['in a sentence', everyRow('what', 'taken on a Saturday night')],
    ['in a Russian sentence', everyRow('what', 'забрали в субботу')],
    ['a name', everyRow('on', 'Thursday')],
    ['in Russian', everyRow('on', 'четверг')],
    ['a number', everyRow('dayOfWeek', 4)],
  ],
  'json/author': [
    ['who coded it', everyRow('codedBy', 'k')],
    ['their initials', everyRow('enteredByInitials', 'k')],
    ['in Persian', everyRow('نویسنده', 'ک')],
    ['in Spanish', everyRow('creado_por', 'k')],
    ['in French', everyRow('saisiPar', 'k')],
    ['in Russian', everyRow('автор', 'к')],
    ['in Arabic', everyRow('أدخله', 'ك')],
    ['of a record', everyRow('createdBy', 'a')],
  ],
  'json/hashed-pseudonym': [
    ['in groups', rows((row, i) => ({ ...row, v: ['3fa9-1c02', 'b02e-7d9a', '91ce-0a11', '0d4f-b8c3'][i] }))],
    ['base32', rows((row, i) => ({ ...row, code: ['JBSWY3DP', 'EHPK3PXP', 'KR4GKIDR', 'OVQWY2LD'][i] }))],
    [
      'four digits under any key',
      rows((row, i) => ({ ...row, v: `V-${['9F31', 'B02E', '91CE', '0D4F'][i]}` })),
    ],
    [
      'base64',
      rows((row, i) => ({ ...row, v: ['Xk2mQ9aZpL', 'b8TfR3wYcD', 'Qw7eN1uHjK', 'zM4vG6sLoP'][i] })),
    ],
    [
      'cut short',
      rows((row, i) => ({ ...row, label: `person-${['3fa91c', 'b02e7d', '91ce0a', '0d4fb8'][i]}` })),
    ],
  ],
  'json/row-order': [
    [
      'years, sorted',
      JSON.stringify({ rows: Array.from({ length: 24 }, (_, i) => ({ when: String(2010 + (i >> 2)) })) }),
    ],
  ],
  'json/uneven-keys': [
    [
      'in lists of several rows',
      rows((row, i) => ({ ...row, acts: [i === 2 ? { act: 1, kept: 1 } : { act: 1 }] })),
    ],
    [
      'inside a value',
      rows((row, i) => ({ ...row, of: i === 2 ? { sex: 'f' } : { sex: 'm', age: 'adult' } })),
    ],
    [
      'rows under keys',
      keyed(
        (i) => `place${'abcd'[i]}`,
        (row, i) => (i === 1 ? { ...row, hidden: 1 } : row),
      ),
    ],
    ['a key of one row', rows((row, i) => (i === 2 ? { ...row, name: null } : row))],
  ],
  'json/mask-length': [
    ['question marks', everyRow('witness', '???????')],
    ['long dashes', everyRow('witness', '–––––––')],
    ['spaces', everyRow('witness', '\u00a0\u00a0\u00a0\u00a0\u00a0')],
    ['in words', everyRow('witness', '[9 characters]')],
    ['a number beside the word', everyRow('witness', '[redacted 9]')],
    ['a Cyrillic X', everyRow('witness', '[ХХХХХХХХ ХХХХХХ]')],
    ['a capital and stops', everyRow('witness', 'B.....')],
    ['the length itself', everyRow('nameLength', 12)],
    ['blocks', everyRow('witness', '███████ ██████████')],
    ['stars', everyRow('witness', '*******')],
    ['letters', everyRow('witness', 'XXXXXXX')],
  ],
  'json/extra-digits': [
    ['a pair', everyRow('where', '43.3182, 45.6944')],
    ['in a sentence', everyRow('note', 'at 43.3182 N')],
    ['per cent', everyRow('part', '14.2857 %')],
    ['under a Russian key', everyRow('широта', 43.3182)],
    ['with its side of the globe', everyRow('coord', '43.3182 N')],
    ['a coordinate', everyRow('lat', 43.318)],
    ['a coordinate as text', everyRow('lon', '45.6944')],
    ['a share', everyRow('share', 0.142857)],
  ],
  'json/geohash': [
    ['a plus code and a town', everyRow('near', '8M92+5X Nowhere')],
    ['in a sentence', everyRow('note', 'geohash szmtnq7k')],
    ['a cell of H3', everyRow('hex', '8a7541ad2b7ffff')],
    ['three words', everyRow('at', '///table.lamp.chair')],
    ['a grid square', everyRow('at', '38TMN3440128401')],
    ['a geohash', everyRow('cell', 'szmtnq7')],
    ['a plus code', everyRow('near', '8H6M8M92+5X')],
    ['by its key', everyRow('geohash', 'sz')],
  ],
  'json/redaction-reason': [
    ['in Ukrainian', everyRow('name', 'приховано заради безпеки')],
    ['in Persian', everyRow('name', 'به دلایل امنیتی حذف شد')],
    ['of grounds, in Russian', everyRow('name', 'скрыто по соображениям безопасности')],
    ['of grounds, in Arabic', everyRow('name', 'حذف لأسباب أمنية')],
    ['in French', everyRow('name', 'nom retiré pour protéger le témoin')],
    ['in Spanish', everyRow('name', 'nombre omitido por seguridad')],
    ['in Arabic', everyRow('name', 'حُجب الاسم حمايةً للشاهد')],
    ['a method', everyRow('suppression', 'k<5')],
    ['a reason', everyRow('redactionReason', 'witness at risk')],
    ['in words', everyRow('name', 'withheld because the witness asked')],
  ],
  'json/file-hash': [
    ['as pages say it', everyRow('integrity', `sha384-${'oqVu'.repeat(16)}`)],
    ['a path', everyRow('from', '/home/k/interviews/seven')],
    ['a name with spaces', everyRow('from', 'interview seven.docx')],
    ['an address in IPFS', everyRow('from', 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKMdsP')],
    ['a hash', everyRow('digest', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')],
    ['a file name', everyRow('evidence', 'IMG_5195.HEIC')],
  ],
  'json/forbidden-character': [
    ['a joiner between letters', everyRow('place', 'No\u200crth')],
    ['a bell', everyRow('place', 'No\u0007rth')],
    ['a selector behind a letter', everyRow('place', 'No\ufe0erth')],
    ['a direction turned', everyRow('place', 'No\u202erth')],
    ['no width', everyRow('place', 'No\u200brth')],
    ['a tag', everyRow('place', 'North\u{E0041}')],
    ['NUL', everyRow('place', 'North\0')],
  ],
  'json/too-deep': [['hundreds of lists', '['.repeat(200) + ']'.repeat(200)]],
  'json/not-canonical': [['a key given twice', CLEAN_JSON.replace('{', '{"title":"Before",')]],
  'json/unreadable': [['no end', CLEAN_JSON.slice(0, -9)]],
}

/** Texts that look like some of these and are none. */
export const CLEAN_TEXTS: readonly string[] = [
  'The third of the months was 9 years long',
  'by 9:1, as the score of the match',
  'four rows of houses were left out of the plan',
  'He sat down; they wed in the sun; le mar de fondo',
  'на прошлой неделе; по средам никого',
  'می\u200cروند',
  'and so on … and on',
  'Is that so??',
  'from 12 to 14 people',
  '14 %',
]
