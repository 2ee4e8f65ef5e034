/**
 * What sentences in somebody else's JSON give away: the day of the week, the hour's zone, how many rows there were.
 * Texts of a brief were read by a person one by one, who may have let a weekday pass; here nobody did.
 */
import type { FindingClass } from './leakClasses.ts'

const RULES: readonly (readonly [FindingClass, RegExp])[] = [
  [
    'json/weekday',
    /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|понедельник\p{L}{0,2}|вторник\p{L}{0,2}|в среду|четверг\p{L}{0,2}|пятниц\p{L}{1,2}|суббот\p{L}{1,2}|воскресень\p{L}{1,2}|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|يوم (?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد))(?!\p{L})/iu,
  ],
  [
    'json/time-zone',
    /(?<!\p{L})(?:по \p{L}+ому времени|\p{Lu}\p{L}+ (?:standard |summer )?time|hora de \p{Lu}|heure de \p{Lu}|بتوقيت)/u,
  ],
  [
    'json/numbering-gap',
    /\d+ (?:out )?(?:of|de|sur|из|من(?: أصل)?) (?:the |los |las |les )?\d+ (?:records|rows|incidents|entries|cases|registros|filas|casos|enregistrements|lignes|cas|запис|случа|строк|سجل|حالة)/iu,
  ],
]

/** Where a zone's words are no zone: a name and "time" alone. */
const NO_ZONE =
  /(?<!\p{L})(?:Some|Any|Every|Each|No|This|That|First|Last|Next|Long|Short|Full|Part|Free|Real|The|Prison|Night|Day|War|Peace)(?: standard| summer)? time/u

/** Classes of one text. */
export function proseClasses(text: string): FindingClass[] {
  return RULES.flatMap(([name, pattern]) =>
    pattern.test(name === 'json/time-zone' ? text.replace(NO_ZONE, '') : text) ? [name] : [],
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
    String.raw`[\ufff9-\ufffb\ue000-\uf8ff\u{e0000}-\u{e007f}\u{f0000}-\u{10fffd}]`,
  ].join('|'),
  'u',
)

/** Has a text characters that could carry something past the reader? */
export const hasUnseenCharacter = (text: string): boolean => UNSEEN.test(text)
