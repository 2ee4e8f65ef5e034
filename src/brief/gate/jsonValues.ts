/**
 * What single values of a JSON file give away by their form alone, ours or not: ids that a machine made, times,
 * authors, hashes, masks, digits too many. Keys are looked at with their values, since "id" and "author" say what
 * a value is. Works without any log.
 */
import type { FindingClass } from './leakClasses.ts'

type Rule = (key: string, text: string, isNumber: boolean) => FindingClass | null

const ID_KEY = /^(?:_?id|.*_id|.*[a-z]Id|uuid|guid|ref|key|ulid|oid|objectid|record|recordId|uid)$/
const NAMED_KEY =
  /^(?:pseudonym|alias|person|witness|victim|label|code|handle|who|subject|source|name|token|informant)s?$/i
const AUTHOR_KEY =
  /^(?:authors?|(?:created|updated|modified|entered|edited|recorded|uploaded|submitted|imported|added|changed)_?by|editor|user(?:_?name)?|owner|analyst|researcher|reviewer|last_?modified_?by|assignee|collector|enumerator|interviewer)$/i
const TIME_KEY =
  /^(?:(?:created|updated|modified|entered|recorded|imported|saved|exported|generated|inserted|deleted|uploaded|accessed|last_?modified|last_?edited|entry)(?:_?(?:at|on|time|date))?|timestamp|ts|mtime|ctime)$/i
const REASON_KEY =
  /(?:redact(?:ed|ion)?|withh[eo]ld|suppress(?:ed|ion)?|removed|removal|masked|hidden|omitted).*(?:reason|because|why|note|cause)|^(?:(?:redaction|removal|masking)_?)?reasons?$|^why|^withheld$|^redact(?:ed|ions?)$/i
const LEFT_OUT_KEY =
  /^(?:withheld|omitted|excluded|skipped|suppressed|removed|hidden|left_?out|redacted)(?:_?(?:count|rows|records|total|number))?$|^(?:not_?shown|rowsWithheld|recordsWithheld)$/i
const PLACE_KEY = /geo_?hash|plus_?code|^olc$|^h3|^s2|quad_?key|what3words|^w3w$|mgrs|^utm|maidenhead/i
const PLACE_LIKE_KEY = /geo|place|cell|loc|where|grid|point|area|hash/i
const COORDINATE_KEY = /^(?:lat|lon|lng|long|latitude|longitude|coordinates?|coords?|x|y|point|position)$/i
const FILE_KEY = /file_?name|original_?(?:file|name)|^path$|file_?path|^file$/i
const ZONE_KEY = /^(?:time_?zone|tz|utc_?offset|offset)$/i
const WEEKDAY_KEY = /^(?:week_?day|day_?of_?week|dow)$/i

const MOMENT = /\d{4}-?\d{2}-?\d{2}[T ]\d{2}:?\d{2}|^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/i
const MIDNIGHT = /^\d{4}-\d{2}-\d{2}T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/
const ZONE =
  /T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?[+-](?!00:?00$)\d{2}:?\d{2}$|^(?:Europe|Asia|Africa|America|Australia|Pacific|Atlantic|Indian|Etc)\/[A-Za-z_+-]|^(?:UTC|GMT)\s?[+-]\s?\d|^[+-]\d{2}:\d{2}$/
const WEEKDAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun понедельник вторник среда
  четверг пятница суббота воскресенье пн вт ср чт пт сб вс الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
  الأحد lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche`.split(
    /\s+/,
  ),
)
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/
const OBJECT_ID = /^[0-9a-f]{24}$/i
const SNOWFLAKE = /^[1-9]\d{15,18}$/
/** Lengths of MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512 in hexadecimal. */
const DIGEST =
  /^(?:(?:md5|sha-?\d+)[:-])?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i
const DIGEST_KEY =
  /^(?:md5|sha-?_?\d+|crc_?32|hash|digest|checksum|fingerprint|etag)$|(?:hash|digest|checksum|sha256|md5)$/i
const SHORT_DIGEST = /^(?:[A-Za-z]+[-_ #])?(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{5,40}$/i
const MADE_BY_MACHINE = /^(?=.*\d)(?=.*[A-Za-z])[0-9A-Za-z_-]{10,}$/
const PLUS_CODE = /^[23456789CFGHJMPQRVWX]{4,8}\+(?:[23456789CFGHJMPQRVWX]{2,3})?$/
const GEOHASH = /^(?=.*\d)(?=.*[a-z])[0-9bcdefghjkmnpqrstuvwxyz]{4,12}$/
const MASK = /[█■▇▉▓▒░●•*#]{4,}|^[Xx]{4,}$|_{4,}|^\.{4,}$|^-{4,}$/
const FILE_NAME =
  /^[^/\s]*[^\s/]\.(?:jpe?g|png|heic|gif|mp4|mov|avi|docx?|pdf|xlsx?|mp3|wav|opus|m4a|zip|eml|odt|txt)$/i
/** What was left out, why it was, and what it was. */
const LEFT_OUT =
  '(?:\\b(?:withheld|redacted|removed|suppressed|masked)\\b\\s*(?:[:(-]|because|due|for|to protect|as (?:the|it))|(?:скрыто|удалено|изъято)[^.]{0,40}(?:потому|из-за|ради|:)|(?:حُجب|حجب|محجوب)[^.]{0,40}(?:لأن|بسبب|:))'
const SECRET =
  '(?:\\b(?:names?|identit(?:y|ies)|sources?|locations?|address(?:es)?|whereabouts|details|dates?)\\b|имя|имена|источник|место|адрес|дата|сведения|данные|الاسم|اسم|الهوية|المصدر|المكان|العنوان|التاريخ)'
/**
 * Why something is missing: said instead of it, in brackets, or of what is never told. In a narrative the same words say
 * what happened: "care was withheld because he would not sign", "изъято: два телефона".
 */
const REASON = new RegExp(
  `^\\P{L}*${LEFT_OUT}|[[(<{]\\s*${LEFT_OUT}|${SECRET}[^.]{0,30}${LEFT_OUT}|\\bredacted\\s*(?:[:(-]|because|due|for|to protect)`,
  'iu',
)

const RULES: readonly Rule[] = [
  (key, text) => (text !== '' && AUTHOR_KEY.test(key) ? 'json/author' : null),
  (key, text) =>
    text !== '' && REASON_KEY.test(key) && !/^\d+$/.test(text) ? 'json/redaction-reason' : null,
  (_, text) => (REASON.test(text) ? 'json/redaction-reason' : null),
  (key, text, isNumber) => (isNumber && text !== '0' && LEFT_OUT_KEY.test(key) ? 'json/numbering-gap' : null),
  (key, text) =>
    (ZONE_KEY.test(key) && text !== '' && text !== 'UTC') || ZONE.test(text) ? 'json/time-zone' : null,
  (key, text) => (isMoment(key, text) ? 'json/timestamp' : null),
  (key, text, isNumber) => (isNumber && isEpoch(text) && !ID_KEY.test(key) ? 'json/timestamp' : null),
  (key, text) => (WEEKDAY_KEY.test(key) || isWeekday(text) ? 'json/weekday' : null),
  (_, text) => (isTimeOrdered(text) ? 'json/time-ordered-id' : null),
  (key, text) => (ID_KEY.test(key) && SNOWFLAKE.test(text) ? 'json/time-ordered-id' : null),
  (key, text) => (isInternalId(key, text) ? 'json/internal-id' : null),
  (key, text) =>
    (ID_KEY.test(key) || NAMED_KEY.test(key)) && SHORT_DIGEST.test(text) ? 'json/hashed-pseudonym' : null,
  (key, text) => (isFileHash(key, text) ? 'json/file-hash' : null),
  (key, text) => ((FILE_KEY.test(key) && text !== '') || FILE_NAME.test(text) ? 'json/file-hash' : null),
  (key, text) => (isPlaceCode(key, text) ? 'json/geohash' : null),
  (_, text) => (MASK.test(text) ? 'json/mask-length' : null),
  (key, text) => (hasExtraDigits(key, text) ? 'json/extra-digits' : null),
]

/** Classes of one value under its nearest key; keys of arrays count for their members. */
export function valueClasses(key: string, value: string | number): FindingClass[] {
  const text = typeof value === 'number' ? plainNumber(value) : value.trim()
  const classes = RULES.flatMap((rule) => rule(key, text, typeof value === 'number') ?? [])
  return [...new Set(classes)]
}

const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e20 ? BigInt(value).toString() : String(value)

function isMoment(key: string, text: string): boolean {
  if (text !== '' && TIME_KEY.test(key)) return true
  return MOMENT.test(text) && !MIDNIGHT.test(text)
}

/** Seconds or milliseconds from 2001 to 2039. */
function isEpoch(text: string): boolean {
  return (
    /^\d{10}(?:\d{3})?$/.test(text) && Number(text.slice(0, 10)) >= 1e9 && Number(text.slice(0, 10)) < 2.2e9
  )
}

function isWeekday(text: string): boolean {
  const first = /^(\p{L}+)(?:[,.]? \d|$)/u.exec(text.toLowerCase())?.[1]
  return first !== undefined && WEEKDAYS.has(first)
}

function isTimeOrdered(text: string): boolean {
  const version = UUID.exec(text)?.[1]
  return version === '1' || version === '6' || version === '7' || ULID.test(text) || OBJECT_ID.test(text)
}

function isInternalId(key: string, text: string): boolean {
  if (UUID.test(text)) return true
  const isWord = /^[a-z]+(?:[-_][a-z]+)*$/i.test(text)
  return ID_KEY.test(key) && !isWord && MADE_BY_MACHINE.test(text) && !/^\d{4}-\d{2}/.test(text)
}

function isFileHash(key: string, text: string): boolean {
  return DIGEST.test(text) || (DIGEST_KEY.test(key) && text !== '' && !/geo/i.test(key))
}

function isPlaceCode(key: string, text: string): boolean {
  if (text !== '' && PLACE_KEY.test(key)) return true
  return PLUS_CODE.test(text) || (PLACE_LIKE_KEY.test(key) && GEOHASH.test(text))
}

function hasExtraDigits(key: string, text: string): boolean {
  const decimals = /^[+-]?\d+[.,](\d+)$/.exec(text)?.[1]?.length ?? 0
  return decimals >= 5 || (decimals >= 3 && COORDINATE_KEY.test(key))
}
