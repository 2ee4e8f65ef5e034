/**
 * What sentences in somebody else's JSON give away: the day of the week, the hour's zone, how many rows there were.
 * Texts of a brief were read by a person one by one, who may have let a weekday pass; here nobody did.
 */
import { asciiDigits } from '../../core/redaction/mentions/digits.ts'
import type { FindingClass } from './leakClasses.ts'

const RULES: readonly (readonly [FindingClass, RegExp])[] = [
  [
    'json/weekday',
    /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|понедельник\p{L}{0,2}|вторник\p{L}{0,2}|в среду|четверг\p{L}{0,2}|пятниц\p{L}{1,2}|суббот\p{L}{1,2}|воскресень\p{L}{1,2}|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|понеділ\p{L}{2,3}|вівтор\p{L}{2,3}|[ву] середу|четвер|п['’ʼ]ятниц\p{L}{1,2}|субот\p{L}{1,2}|неділ[юі]|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?|(?:segunda|terça|quarta|quinta|sexta)-feira|lunedì|martedì|mercoledì|giovedì|venerdì|pazartesi|çarşamba|perşembe|cumartesi|(?:salı|cuma|pazar) günü|روز (?:شنبه|جمعه)|(?:یک|دو|سه[\u200c ]?|چهار|پنج[\u200c ]?)شنبه|يوم (?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد))(?!\p{L})|(?:星期|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜/iu,
  ],
  [
    'json/time-zone',
    /(?<!\p{L})(?:по \p{L}+ому времени|\p{Lu}\p{L}+ (?:standard |summer )?time|hora de \p{Lu}|heure de \p{Lu}|بتوقيت)|\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.? )?(?:MSK|EET|EEST|CET|CEST|EST|EDT|CST|PST|IST|IRST|TRT|GMT|UTC)(?!\p{L})/u,
  ],
  [
    'json/numbering-gap',
    /(?<!\d)\d{1,9} (?:out )?(?:of|de|sur|из|من(?: أصل)?) (?:the |los |las |les )?\d+ (?:records|rows|incidents|entries|cases|registros|filas|casos|enregistrements|lignes|cas|запис|случа|строк|سجل|حالة)/iu,
  ],
  [
    'json/numbering-gap',
    /(?<!\d)\d{1,9} (?:records?|rows?|incidents?|entries|entry|cases?) (?:(?:were|was|are|is|have been|has been) )?(?:left out|omitted|withheld|removed|excluded|suppressed|not shown)|(?:se (?:omit|ocult|exclu|retir)\p{L}+|omitid[oa]s|excluid[oa]s) \d+|(?<!\d)\d{1,9} (?:lignes?|enregistrements?|cas|incidents?) (?:ont|a|sont|est) (?:été )?(?:retiré|omis|supprimé|masqué|caviardé|exclu)|(?:скрыто|пропущено|исключено|изъято|не показано|приховано|вилучено) \d+|(?:حجب|حُجب|حذف|استبعاد) \d+/iu,
  ],
  [
    'json/timestamp',
    /(?<![\p{L}\p{N}])(?:at|around|about|by|until|since|from|в|около|до|после|о|об|à|vers|dès|a las|hacia las|sobre las|الساعة|ساعت) ?(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\p{N}.:%])|(?<![\p{N}.:])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?[ap]\.?m(?!\p{L})|(?<![\p{L}\p{N}])(?:[01]\d|2[0-3])[0-5]\d (?:hrs|hours)(?!\p{L})|(?<![\p{L}\p{N}])(?:[01]?\d|2[0-3])h[0-5]\d(?![\p{L}\p{N}])/iu,
  ],
  ['json/extra-digits', /(?<![\p{L}\p{N}])\d{1,3}[.,]\d{3,} ?°? ?[NSEWСЮВЗ](?!\p{L})/u],
  [
    'json/geohash',
    /(?<!\p{L})geo-?hash\P{L}{1,3}[0-9b-hjkmnp-z]{4,12}(?!\p{L})|(?<![\p{L}\p{N}])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\p{N}])/u,
  ],
]

/** Where a zone's words are no zone: a name and "time" alone. */
const NO_ZONE =
  /(?<!\p{L})(?:Some|Any|Every|Each|No|This|That|First|Last|Next|Long|Short|Full|Part|Free|Real|The|Prison|Night|Day|War|Peace)(?: standard| summer)? time/gu

/** Classes of one text. */
export function proseClasses(text: string): FindingClass[] {
  return RULES.flatMap(([name, pattern]) =>
    pattern.test(name === 'json/time-zone' ? text.replace(NO_ZONE, '') : asciiDigits(text)) ? [name] : [],
  )
}

/**
 * Characters that no text needs and no reader sees: directions turned, widths of zero, fillers, tags. Joiners stay,
 * since Persian and Indic scripts and signs for feelings are spelt with them; so do marks of direction.
 */
const UNSEEN = new RegExp(
  [
    String.raw`[\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u2064\u206a-\u206f\u2800\u3164\uffa0]`,
    // Variation selectors, but for the two that choose between a sign and its picture.
    String.raw`[\ufe00-\ufe0d]|[\u{e0100}-\u{e01ef}]`,
    // Joiners and the two other selectors, where letters never take them.
    String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\u200c\u200d][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]`,
    String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}][\ufe0e\ufe0f]`,
    String.raw`[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]`,
    String.raw`[\ufff9-\ufffb\ue000-\uf8ff\u{e0000}-\u{e007f}\u{f0000}-\u{10fffd}]`,
  ].join('|'),
  'u',
)

/** Has a text characters that could carry something past the reader? */
export const hasUnseenCharacter = (text: string): boolean => UNSEEN.test(text)
