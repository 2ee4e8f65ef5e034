/**
 * Exact days in running text: in numbers, and in the words of English, Russian, Arabic, Spanish and French. A month
 * with its year is no exact day. On the folded copy: small letters, no marks, digits 0–9.
 */

const MONTHS = [
  // English; "may", "march" and "mar" count beside a day number only, as all do.
  'january february march april may june july august september october november december',
  'jan feb mar apr jun jul aug sept sep oct nov dec',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек',
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr juil',
  // Egypt and the Gulf, the Levant and Iraq, the Maghreb, the Muslim year.
  'يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
  'شباط اذار نيسان ايار حزيران تموز اب ايلول',
  'جانفي فيفري افريل ماي جوان جويليه اوت',
  'محرم صفر رجب شعبان رمضان شوال',
].flatMap((line) => line.split(' '))
const ARABIC_PAIRS = [
  'كانون الثاني',
  'كانون الاول',
  'تشرين الاول',
  'تشرين الثاني',
  'ربيع الاول',
  'ربيع الثاني',
  'جمادي الاولي',
  'جمادي الاخره',
  'ذو القعده',
  'ذو الحجه',
  'ذي القعده',
  'ذي الحجه',
]

const longestFirst = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|')
const MONTH = `(?:${longestFirst([...MONTHS, ...ARABIC_PAIRS])})`
const DAY = String.raw`(?:[12]\d|3[01]|0?[1-9])`
const YEAR = String.raw`(?:\s*,?\s*(?:de\s|del\s|عام\s|سنه\s)?\s*(?:1[5-9]|20)\d\d(?:\s*(?:г\.|года|год|году|г\b|م))?)?`
const ORDINAL = '(?:st|nd|rd|th|er|º|-?го|-?е|-?ое|-?му)?'

/** One pattern a way of writing a day. */
export const DAY_PATTERNS: readonly RegExp[] = [
  // 2017-04-03, 2017/04/03, 2017.04.03, with a time or without.
  /(?<![\p{L}\p{N}])(?:1[5-9]|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?:[t ]\d{2}:\d{2}(?::\d{2})?)?(?!\p{N})/gu,
  // 20170403 among other things stands in file names.
  /(?<!\p{N})(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[_t -]?\d{4,6})?(?!\p{N})/gu,
  // 03.04.2017, 3/4/17, 03-04-2017, "03.04".
  /(?<![\p{L}\p{N}.,])(?:0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?:0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\p{N}%])/gu,
  // 3 April 2017, 3-го апреля, 3 de abril de 2017, le 1er avril, ٣ نيسان; "3–5 April".
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.,])${DAY}${ORDINAL}(?:\s*(?:-|‐|–|—|и|and|y|et|و|по|to|al?|au)\s*${DAY}${ORDINAL}){0,5}\s*(?:of\s|de\s|من\s|من شهر\s)?\s*${MONTH}(?![\p{L}])\.?${YEAR}`,
    'gu',
  ),
  // April 3, 2017; April 3rd.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${MONTH}\.?\s+(?:the\s+)?${DAY}${ORDINAL}(?![\p{N}:%])(?:\s*,?\s*(?:1[5-9]|20)\d\d)?(?![\p{L}\p{N}])`,
    'gu',
  ),
]

const ORDINAL_WORDS = longestFirst([
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth'.split(
    ' ',
  ),
  ...'twenty thirty'
    .split(' ')
    .flatMap((ten) =>
      'first second third fourth fifth sixth seventh eighth ninth'
        .split(' ')
        .map((one) => `${ten}[- ]${one}`),
    ),
  ...'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат тридцат'
    .split(' ')
    .map((stem) => `(?:двадцать |тридцать )?${stem}(?:ого|ое|ьего|ье|ому|ьему)`),
  'primero',
  'premier',
])

/** Ordinals in words: "третьего апреля", "the third of April", "primero de abril". */
export const ORDINAL_DAY = new RegExp(
  String.raw`(?<![\p{L}])(?:${ORDINAL_WORDS})(?:\s+of|\s+de)?\s+${MONTH}(?![\p{L}])${YEAR}`,
  'gu',
)
/** A month as it stands behind such an ordinal. */
export const ORDINAL_DAY_TRIGGER = new RegExp(
  String.raw`\s(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|${MONTHS.slice(0, 11).join('|')})`,
  'g',
)
