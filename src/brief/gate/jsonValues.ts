/**
 * What single values of a JSON file give away by their form alone, ours or not: ids that a machine made, times,
 * authors, hashes, masks, digits too many. Keys are looked at with their values, since "id" and "author" say what
 * a value is. Works without any log.
 */
import { asciiDigits } from '../../core/redaction/mentions/digits.ts'
import { countsOrCalls, type KeyKind, keyKinds } from './jsonKeys.ts'
import type { FindingClass } from './leakClasses.ts'

type Rule = (kinds: ReadonlySet<KeyKind>, text: string, isNumber: boolean) => FindingClass | null

const MOMENT =
  /\d{4}-?\d{2}-?\d{2}[T ]\d{2}:?\d{2}|^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?$|\b\d{1,2} \p{L}{3,9}\.? \d{4},? \d{1,2}:\d{2}/iu
const MIDNIGHT = /^\d{4}-\d{2}-\d{2}T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/
/** Under a key that says so. */
const CLOCK = /^\d{1,2}[.:hч ]\d{2}$/u
const ZONE =
  /T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?[+-](?!00:?00$)\d{2}:?\d{2}$|^(?:Europe|Asia|Africa|America|Australia|Pacific|Atlantic|Indian|Etc)\/[A-Za-z_+-]|^(?:UTC|GMT)\s?[+-]\s?\d|^[+-]\d{2}:\d{2}$|\b(?:GMT|UTC)[+-]\d{4}\b|^(?:MSK|EEST|CEST|IRST|EAT|WAT|TRT)$/
/** Under a key that says so: elsewhere "+12" is a difference. */
const OFFSET = /^[+-](?:0\d|1[0-4])(?::?[0-5]\d)?$/
const WEEKDAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun понедельник вторник среда
  четверг пятница суббота воскресенье пн вт ср чт пт сб вс الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
  الأحد السبت lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb lundi mardi mercredi jeudi
  vendredi samedi dimanche`.split(/\s+/),
)
const UUID =
  /^(?:urn:uuid:|\{)?[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}?$/i
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i
const OBJECT_ID = /^[0-9a-f]{24}$/i
const SNOWFLAKE = /^[1-9]\d{15,18}$/
/** Beyond what anybody counts: wherever it stands. */
const SURE_SNOWFLAKE = /^[1-9]\d{16,18}$/
/** KSUID: 20 bytes in base62, the first of them seconds. */
const KSUID = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[0-3][0-9A-Za-z]{26}$/
/** CUID, and what Firebase calls a push id: both begin with the time. */
const OTHER_TIMED = /^c[j-m][a-z0-9]{23}$|^-[L-P][A-Za-z0-9_-]{18}$/
/** Milliseconds or a day inside an id. */
const TIME_IN_ID =
  /(?<!\d)1\d{12}(?!\d)|^\D{0,8}(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])[-_]\d+$/
/** Twenty characters and more in which letters and digits are mixed as no word and no code has them. */
const SURE_RANDOM = /^(?=(?:.*?\d){4})(?=(?:.*?[a-z]){4})(?=.*?[g-z])[0-9a-z]{20,32}$/
/** Lengths of MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512 in hexadecimal. */
const DIGEST =
  /^(?:(?:md5|sha-?\d+)[:-])?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i
const DIGEST_KEY =
  /^(?:md5|sha-?_?\d+|crc_?32|hash|digest|checksum|fingerprint|etag)$|(?:hash|digest|checksum|sha256|md5)$/i
/** What a file is called in IPFS: a hash of it; and what a page says of a file it loads. */
const CONTENT_ID =
  /^Qm[1-9A-HJ-NP-Za-km-z]{44}$|^ba[fk][a-z2-7]{50,}$|^sha(?:256|384|512)-[A-Za-z0-9+/]{40,}={0,2}$/
const SHORT_DIGEST = /^(?:[A-Za-z]+[-_ #])?(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{5,40}$/i
const MADE_BY_MACHINE = /^(?=.*\d)(?=.*[A-Za-z])[0-9A-Za-z_-]{10,}$/
const PLUS_CODE = /^[23456789CFGHJMPQRVWX]{4,8}\+(?:[23456789CFGHJMPQRVWX]{2,3})?(?:,? \p{Lu}.*)?$/u
const GEOHASH = /^(?=.*\d)(?=.*[a-z])[0-9bcdefghjkmnpqrstuvwxyz]{4,12}$/
/** H3 of Uber: a cell of a resolution, filled up with f. */
const H3_CELL = /^8[0-9a-f]{14}$/i
const THREE_WORDS = /^\/{3}\p{L}+\.\p{L}+\.\p{L}+$/u
const GRID_SQUARE =
  /^\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}$|^\d{1,2}[C-HJ-NP-X]\s\d{6}(?:\s|,\s?)\d{6,7}$/
const MAIDENHEAD = /^[A-R]{2}\d{2}[A-X]{2}(?:\d{2})?$/i
const MASK = new RegExp(
  [
    String.raw`[█■▇▉▓▒░●•*#]{4,}|(?<!\p{L})[XxХх]{4,}(?!\p{L})|_{4,}|^\.{4,}$|(?<!\S)[-–—]{4,}(?!\S)`,
    String.raw`(?<!\p{L})\p{Lu}(?:\.{3,}|…{2,})(?!\S)|(?<!\S)\u0640{2,}(?!\S)|^…{4,}$|^[\p{Zs}]{4,}$|\[\p{Zs}{3,}\]`,
    // The length in so many words: "[redacted 9]", "[9 characters]".
    String.raw`\[(?:redacted|removed|masked|withheld|скрыто|изъято|caviardé|omitido)[^\]\p{N}]{0,12}\p{N}+[^\]]{0,12}\]`,
    String.raw`\[\p{N}+ (?:characters?|chars?|letters?|символ|знак|букв|caract|lettres?|letras?|حرف|أحرف)[^\]]*\]`,
  ].join('|'),
  'u',
)
/** Under a key of somebody or some place; of a note it is what was asked. */
const QUESTION_MARKS = /^[?…]{4,}$/
const PATH = /^[A-Za-z]:\\|^\/(?:home|Users|mnt|media|tmp|var|root|private)\/|^file:\/\/|^\\\\\w/
const FILE_NAME =
  /^[^/]{0,120}[^\s/]\.(?:jpe?g|png|heic|gif|mp4|mov|avi|docx?|pdf|xlsx?|mp3|wav|opus|m4a|zip|eml|odt|txt)$/i
/** What was left out, why it was, and what it was. */
const LEFT_OUT = `(?:${[
  String.raw`\b(?:withheld|redacted|removed|suppressed|masked)\b\s*(?:[:(-]|because|due|for|to protect|as (?:the|it))`,
  '(?:скрыт|удален|удалён|изъят)[оаы]?[^.]{0,40}(?:потому|из-за|ради|чтобы|по соображениям|в целях|по просьбе|:)',
  '(?:приховано|вилучено|видалено)[^.]{0,40}(?:через|заради|щоб|з міркувань|на прохання|:)',
  '(?:حُجب|حجب|محجوب|حُذف|حذف|أزيل)[^.]{0,40}(?:لأن|لأسباب|بسبب|حماي|لحماي|حفاظ|:)',
  'به (?:دلایل|دلیل|خاطر) [^.]{0,40}(?:حذف|پنهان|محرمانه)',
  '(?:retiré|omis|masqué|caviardé)e?s? (?:pour|afin|car|en raison|parce)',
  '(?:omitid|ocultad|retirad|eliminad|tachad)[oa]s? (?:por|para|porque|debido)',
].join('|')})`
const SECRET = `(?:${[
  String.raw`\b(?:names?|identit(?:y|ies)|sources?|locations?|address(?:es)?|whereabouts|details|dates?)\b`,
  'имя|имена|источник|место|адрес|дата|сведения|данные|الاسم|اسم|الهوية|المصدر|المكان|العنوان|التاريخ',
  'nombres?|identidad|fuente|lugar|dirección|fecha|noms?|identité|témoin|lieu|adresse',
].join('|')})`
/** Of a name, and why; "name withheld" alone says no more than the gap does. */
const CHANGED = `(?:${[
  String.raw`\b(?:names?|identit(?:y|ies)) (?:were |was |is |are |has been |have been )?(?:changed|withheld|removed|altered|omitted|hidden)\b`,
  '(?:имя|имена|фамили[яи]) (?:был[оаи]? )?(?:изменен|изменён|скрыт|не называ)',
  '(?:noms?|identités?) (?:retiré|omis|masqué|modifié|caviardé|changé)e?s?',
  '(?:nombres?|identidad(?:es)?) (?:omitid|ocultad|modificad|cambiad|retirad|eliminad)[oa]s?',
].join('|')})[^.]{0,30}(?:to protect|because|for |due|ради|чтобы|из-за|для|pour |afin|por |para )`
/**
 * Why something is missing: said instead of it, in brackets, or of what is never told. In a narrative the same words say
 * what happened: "care was withheld because he would not sign", "изъято: два телефона".
 */
const REASON = new RegExp(
  `^\\P{L}*${LEFT_OUT}|[[(<{]\\s*${LEFT_OUT}|${SECRET}[^.]{0,30}${LEFT_OUT}|${CHANGED}|\\bredacted\\s*(?:[:(-]|because|due|for|to protect)`,
  'iu',
)

const RULES: readonly Rule[] = [
  (kinds, text) => (text !== '' && kinds.has('author') ? 'json/author' : null),
  (kinds, text) =>
    text !== '' && kinds.has('reason') && !/^\d+$/.test(text) ? 'json/redaction-reason' : null,
  (_, text) => (REASON.test(text) ? 'json/redaction-reason' : null),
  (kinds, text, isNumber) => (isNumber && text !== '0' && kinds.has('leftOut') ? 'json/numbering-gap' : null),
  (kinds, text) =>
    (kinds.has('zone') && text !== '' && text !== 'UTC') || ZONE.test(text) || isOffset(kinds, text)
      ? 'json/time-zone'
      : null,
  (kinds, text) => (isMoment(kinds, text) ? 'json/timestamp' : null),
  (kinds, text, isNumber) =>
    isNumber && isEpoch(text) && !(isSeconds(text) && countsOrCalls(kinds)) && !kinds.has('id')
      ? 'json/timestamp'
      : null,
  (kinds, text) => (kinds.has('weekday') || isWeekday(text) ? 'json/weekday' : null),
  (_, text) => (isTimeOrdered(text) ? 'json/time-ordered-id' : null),
  (kinds, text) =>
    kinds.has('id') && (SNOWFLAKE.test(text) || TIME_IN_ID.test(text)) ? 'json/time-ordered-id' : null,
  (kinds, text) => (kinds.has('hour') && CLOCK.test(text) ? 'json/timestamp' : null),
  (kinds, text) => (isInternalId(kinds, text) ? 'json/internal-id' : null),
  (kinds, text) =>
    (kinds.has('id') || kinds.has('named')) && SHORT_DIGEST.test(text) ? 'json/hashed-pseudonym' : null,
  (_, text) => (DIGEST.test(text) || CONTENT_ID.test(text) ? 'json/file-hash' : null),
  (kinds, text) =>
    (kinds.has('file') && text !== '') || FILE_NAME.test(text) || PATH.test(text) ? 'json/file-hash' : null,
  (kinds, text) => (isPlaceCode(kinds, text) ? 'json/geohash' : null),
  (kinds, text) =>
    MASK.test(text) || isQuestioned(kinds, text) || kinds.has('length') ? 'json/mask-length' : null,
  (kinds, text) => (hasExtraDigits(kinds, text) ? 'json/extra-digits' : null),
]

/** Classes of one value under its nearest key; keys of arrays count for their members. */
export function valueClasses(key: string, value: string | number): FindingClass[] {
  const text = typeof value === 'number' ? plainNumber(value) : asciiDigits(value.trim() || value)
  const kinds = keyKinds(key)
  const classes = RULES.flatMap((rule) => rule(kinds, text, typeof value === 'number') ?? [])
  if (DIGEST_KEY.test(key) && text !== '' && !/geo/i.test(key)) classes.push('json/file-hash')
  return [...new Set(classes)]
}

/** Keys that stand for one record each, as a file keyed by ids has them: what they are is told as of values. */
export function keyClasses(keys: readonly string[]): FindingClass[] {
  if (keys.length < 2) return []
  const [first = [], ...others] = keys.map((key) =>
    valueClasses('id', key).filter((name) => OF_IDS.has(name)),
  )
  return first.filter((name) => others.every((classes) => classes.includes(name)))
}

const OF_IDS: ReadonlySet<FindingClass> = new Set([
  'json/internal-id',
  'json/time-ordered-id',
  'json/hashed-pseudonym',
])

const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e20 ? BigInt(value).toString() : String(value)

function isMoment(kinds: ReadonlySet<KeyKind>, text: string): boolean {
  if (text !== '' && kinds.has('time')) return true
  return MOMENT.test(text) && !MIDNIGHT.test(text)
}

/** Seconds or milliseconds from 2001 to 2039. */
function isEpoch(text: string): boolean {
  return (
    /^\d{10}(?:\d{3})?$/.test(text) && Number(text.slice(0, 10)) >= 1e9 && Number(text.slice(0, 10)) < 2.2e9
  )
}

const isSeconds = (text: string): boolean => text.length === 10

function isOffset(kinds: ReadonlySet<KeyKind>, text: string): boolean {
  const isOfTime = kinds.has('zoneLike') || kinds.has('time') || kinds.has('hour') || kinds.has('date')
  return isOfTime && OFFSET.test(text)
}

const isQuestioned = (kinds: ReadonlySet<KeyKind>, text: string): boolean =>
  QUESTION_MARKS.test(text) &&
  (['named', 'author', 'placeLike', 'somebody'] as const).some((kind) => kinds.has(kind))

function isWeekday(text: string): boolean {
  const first = /^(\p{L}+)(?:[,.]? \d|\.?$)/u.exec(text.toLowerCase())?.[1]
  return first !== undefined && WEEKDAYS.has(first)
}

function isTimeOrdered(text: string): boolean {
  const version = UUID.exec(text)?.[1]
  if (version === '1' || version === '6' || version === '7') return true
  return [ULID, OBJECT_ID, KSUID, SURE_SNOWFLAKE, OTHER_TIMED].some((form) => form.test(text))
}

function isInternalId(kinds: ReadonlySet<KeyKind>, text: string): boolean {
  if (UUID.test(text) || SURE_RANDOM.test(text)) return true
  const isWord = /^[a-z]+(?:[-_][a-z]+)*$/i.test(text)
  return kinds.has('id') && !isWord && MADE_BY_MACHINE.test(text) && !/^\d{4}-\d{2}/.test(text)
}

function isPlaceCode(kinds: ReadonlySet<KeyKind>, text: string): boolean {
  if (text !== '' && kinds.has('place')) return true
  if (PLUS_CODE.test(text) || H3_CELL.test(text) || THREE_WORDS.test(text) || GRID_SQUARE.test(text))
    return true
  return kinds.has('placeLike') && (GEOHASH.test(text) || MAIDENHEAD.test(text))
}

/** A latitude and a longitude. */
const PAIR = /^[+-]?\d{1,3}\.\d{3,}°?[,;\s]+[+-]?\d{1,3}\.\d{3,}°?$/

function hasExtraDigits(kinds: ReadonlySet<KeyKind>, text: string): boolean {
  if (PAIR.test(text)) return true
  const decimals = /^[+-]?\d+[.,](\d+)(?:\s?°?\s?[NSEWСЮВЗ]|\s?%)?$/u.exec(text)?.[1]?.length ?? 0
  return decimals >= 5 || (decimals >= 3 && (kinds.has('coordinate') || text.endsWith('%')))
}
