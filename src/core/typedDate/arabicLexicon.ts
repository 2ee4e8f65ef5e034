/**
 * Arabic words of dates. Months have the names of Egypt, of the Levant and of the Maghreb. Months of the lunar and
 * the solar Hijri year are known so that they can be refused: "spring" is the first word of two of them.
 */
import type { LexiconEntry } from './lexeme.ts'

const MONTHS = [
  'يناير|كانون الثاني|كانون ثاني|جانفي',
  'فبراير|شباط|فيفري|فبرائر',
  'مارس|آذار',
  'أبريل|إبريل|نيسان|أفريل',
  'مايو|أيار|ماي',
  'يونيو|يونيه|حزيران|جوان',
  'يوليو|يوليه|تموز|جويلية|يوليوز',
  'أغسطس|آب|أوت|غشت',
  'سبتمبر|أيلول|شتنبر',
  'أكتوبر|تشرين الأول|تشرين أول',
  'نوفمبر|تشرين الثاني|تشرين ثاني|نونبر',
  'ديسمبر|كانون الأول|كانون أول|دجنبر',
]
const WEEKDAYS = ['الأحد', 'الاثنين|الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت']

export const ARABIC_LEXICON: readonly LexiconEntry[] = [
  ...MONTHS.map((names, index): LexiconEntry => [{ kind: 'month', value: index + 1 }, names]),
  ...WEEKDAYS.map((names, index): LexiconEntry => [{ kind: 'weekday', value: index }, names]),
  [{ kind: 'season', value: 1 }, 'ربيع|الربيع'],
  [{ kind: 'season', value: 2 }, 'صيف|الصيف'],
  [{ kind: 'season', value: 3 }, 'خريف|الخريف'],
  [{ kind: 'season', value: 4 }, 'شتاء|الشتاء'],
  [{ kind: 'quarter' }, 'الربع|ربع'],
  // Without the article the first may be the day or the days around it.
  [{ kind: 'ordinal', value: 1, isDigits: false }, 'الأول|الأولى'],
  [{ kind: 'ordinal', value: 2, isDigits: false }, 'الثاني|الثانية'],
  [{ kind: 'ordinal', value: 3, isDigits: false }, 'الثالث|الثالثة'],
  [{ kind: 'ordinal', value: 4, isDigits: false }, 'الرابع|الرابعة'],
  [{ kind: 'ordinal', value: 'last', isDigits: false }, 'الأخير|الأخيرة'],
  [
    { kind: 'part' },
    'أوائل|مطلع|بداية|بدايات|مستهل|منتصف|وسط|أواسط|أواخر|نهاية|نهايات|ختام|الأيام الأولى|الأيام الأخيرة',
  ],
  [{ kind: 'partUnit' }, 'النصف|الأسبوع|نصف|أسبوع'],
  [{ kind: 'about' }, 'حوالي|حوالى|نحو|قرابة|تقريبا|ما يقارب|زهاء|في حدود|بحدود'],
  [{ kind: 'uncertain' }, 'ربما|محتمل|يحتمل|على الأرجح|الأرجح|غير مؤكد|غير مؤكدة|لعله|من المحتمل'],
  [{ kind: 'between' }, 'بين|ما بين|فيما بين'],
  [{ kind: 'and' }, 'و'],
  [{ kind: 'from', isStrong: false }, 'من'],
  [{ kind: 'to', sign: 'word', isTight: false }, 'إلى|الى'],
  [
    { kind: 'boundary', value: 'since' },
    'منذ|مذ|ابتداء من|بدءا من|اعتبارا من|ليس قبل|لا قبل|في موعد لا يسبق',
  ],
  [
    { kind: 'boundary', value: 'until' },
    'حتى|لغاية|إلى غاية|حتى نهاية|حتى غاية|ليس بعد|لا بعد|في موعد لا يتجاوز|بحلول',
  ],
  [{ kind: 'boundary', value: 'before' }, 'قبل|ما قبل'],
  [{ kind: 'boundary', value: 'after' }, 'بعد|ما بعد'],
  [{ kind: 'onwards' }, 'فصاعدا|وما بعد|وما بعده|وما بعدها|أو بعده|أو بعد ذلك|حتى الآن|إلى الآن|حتى اليوم'],
  [{ kind: 'orEarlier' }, 'وما قبل|وما قبله|وما قبلها|أو قبله|أو قبل ذلك'],
  [{ kind: 'present' }, 'الآن|اليوم|الوقت الحاضر|الوقت الحالي|يومنا هذا'],
  [{ kind: 'unknownDate' }, 'تاريخ غير معروف|غير معروف|والنهاية غير معروفة'],
  [
    { kind: 'filler' },
    'في|عام|سنة|العام|السنة|عامي|سنتي|الأعوام|شهر|الشهر|شهري|يوم|خلال|أثناء|الفترة|المدة|م|ميلادي|ميلادية|للميلاد|بتاريخ',
  ],
  [
    { kind: 'refused', reason: 'hijri-calendar' },
    'محرم|المحرم|صفر|ربيع الأول|ربيع أول|ربيع الآخر|ربيع الثاني|ربيع ثاني|جمادى|جمادى الأولى|جمادى الأول|جمادى الآخرة|جمادى الثانية|جمادى الثاني|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة|ذو|ذي|هـ|هجري|هجرية|هجريا|للهجرة|الهجري|الهجرية|ه ق|ه ش|ش|شمسی|خورشیدی|قمری|فروردین|اردیبهشت|خرداد|تیر|مرداد|امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت',
  ],
]
