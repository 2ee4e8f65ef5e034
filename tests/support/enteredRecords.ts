// Records that a spec enters by keyboard, in English and in Arabic. Everybody and everything in them is invented.

export type EnteredLanguage = 'en' | 'ar'

/** What of each kind is typed or chosen, as it stands in the window. */
export interface EnteredIncident {
  readonly title: string
  readonly when: string
  readonly country: string
  readonly town: string
  readonly violation: string
}

export interface EnteredSource {
  readonly name: string
  readonly kind: string
  readonly reliability: string
  readonly reason: string
}

export interface EnteredClaim {
  readonly statement: string
  readonly status: string
  /** Title of the incident it is about. */
  readonly about: string
  readonly item: string
  /** Name of the source of that item. */
  readonly source: string
}

export interface EnteredRecords {
  readonly incidents: readonly EnteredIncident[]
  readonly sources: readonly EnteredSource[]
  readonly claims: readonly EnteredClaim[]
}

type Columns<T> = readonly (keyof T)[]

/** One record a line, fields parted by bars. */
function table<T>(columns: Columns<T>, lines: string): readonly Record<keyof T, string>[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as Record<
        keyof T,
        string
      >
    })
}

const INCIDENT: Columns<EnteredIncident> = ['title', 'when', 'country', 'town', 'violation']
const SOURCE: Columns<EnteredSource> = ['name', 'kind', 'reliability', 'reason']
const CLAIM: Columns<EnteredClaim> = ['statement', 'status', 'about', 'item', 'source']

export const ENTERED: Readonly<Record<EnteredLanguage, EnteredRecords>> = {
  en: {
    incidents: table(
      INCIDENT,
      `
Two drivers held at the checkpoint by the dam | 2019-03-14 | Syria | Tabqa | Detention
Baker taken from his shop before dawn | 2019-04 | Syria | Manbij | Disappearance
Homes of seven families searched without a warrant | 2019-05-02 | Iraq | Sinjar | Illegal search
Teacher beaten with cables in the old school | 2019-05/2019-06 | Iraq | Baiji | Torture
Market closed and thirty men taken away in lorries | 2019-06-21 | Sudan | Kutum | Mass round-up
Nurse told that her sons would be found | 2019-07 | Sudan | Nyala | Threat against family
Student dies on his third day in custody | 2019-07-30 | Egypt | Tanta | Death in detention
Phone shop owner pays to have his brother let go | 2019-08~ | Libya | Sabha | Extortion
Boat with forty people turned back and lost | 2019-08-17 | Libya | Zuwara | Death or disappearance
Fishermen followed by a car without plates | 2019-09 | Tunisia | Zarzis | Surveillance
Shots fired at a bus leaving the bus station | 2019-09-28 | Yemen | Taiz | Attempted killing
Leader of the water committee abducted | 2019-10-05 | Yemen | Marib | Abduction
Journalist may not leave her flat | 2019-11/2020-02 | Belarus | Grodno | House arrest
Printer arrested for leaflets | 2020-01-09 | Belarus | Brest | Arrest
Young man lured to a meeting through an app | 2020-02 | Russia | Argun | Entrapment
Father told to bring his daughter home | 2020-03-19? | Russia | Gudermes | Family violence
Name of a patient read out on the radio | 2020-04 | Uganda | Gulu | Forced outing
Two bodies found on the road to the quarry | 2020-05-11 | Mexico | Iguala | Extrajudicial
Farmers killed as they carried maize | 2020-06 | Mexico | Chilapa | One-sided violence
Men with rifles fight for the bridge | 2020-06-30 | Colombia | Tibú | Armed clash
`,
    ),
    sources: table(
      SOURCE,
      `
Heron | Person | B | Was there, and has been right twice before
River Post | Media | C | Corrects its mistakes, late
Committee of the Eastern Wells | Non-governmental | B | Visits the places it writes about
District prosecutor | State body | D | Leaves out what its own men did
Mission to the Lakes | International body | A | Publishes how it knows
Channel of the lorry drivers | Social-media account | D | Copies others without a word
Brigade of the Pass | Armed group | E | Claims what it has not done
A letter under the door | Anonymous | F | Nothing is known of the writer
Swallow | Person | C | Heard it from her cousin
Hill Radio | Media | B | Two reporters of its own in the district
`,
    ),
    claims: table(
      CLAIM,
      `
The baker was held in the old school | Rumour | Baker taken | Voice message about the bakery | Heron
Thirty men were taken from the market | Not yet assessed | Market closed | Report on the market of 21 June | Committee
The student was beaten before he died | Cannot be verified | Student dies | Notice of the prosecutor on the student | District prosecutor
The boat was turned back twice | Not yet assessed | Boat with forty | Channel post about the boat | Channel of the lorry
The brigade fired first at the bridge | Rumour | Men with rifles | Statement of the brigade | Brigade
`,
    ),
  },
  ar: {
    incidents: table(
      INCIDENT,
      `
احتجاز سائقَين عند حاجز السد | 2019-03-14 | سوريا | الطبقة | احتجاز
اقتياد خبّاز من دكانه قبل الفجر | 2019-04 | سوريا | منبج | اختفاء
تفتيش بيوت سبع أسر بلا أمر قضائي | 2019-05-02 | العراق | سنجار | تفتيش
ضرب معلّم بالأسلاك في المدرسة القديمة | 2019-05/2019-06 | العراق | بيجي | تعذيب
إغلاق السوق ونقل ثلاثين رجلاً في شاحنات | 2019-06-21 | السودان | كتم | حملة توقيف
إخبار ممرّضة بأن أبناءها سيُعثر عليهم | 2019-07 | السودان | نيالا | تهديد الأسرة
وفاة طالب في يومه الثالث في الحجز | 2019-07-30 | مصر | طنطا | وفاة أثناء
صاحب محل هواتف يدفع لإطلاق أخيه | 2019-08~ | ليبيا | سبها | ابتزاز
إرجاع قارب فيه أربعون شخصًا وفقدانه | 2019-08-17 | ليبيا | زوارة | وفاة أو اختفاء
سيارة بلا لوحات تتبع صيّادين | 2019-09 | تونس | جرجيس | مراقبة
إطلاق نار على حافلة تغادر المحطة | 2019-09-28 | اليمن | تعز | محاولة قتل
اختطاف رئيس لجنة المياه | 2019-10-05 | اليمن | مأرب | اختطاف
صحفية لا يُسمح لها بمغادرة شقتها | 2019-11/2020-02 | بيلاروس | غرودنو | إقامة جبرية
توقيف صاحب مطبعة بسبب منشورات | 2020-01-09 | بيلاروس | بريست | اعتقال
استدراج شاب إلى لقاء عبر تطبيق | 2020-02 | روسيا | أرغون | استدراج
مطالبة أب بإحضار ابنته إلى البيت | 2020-03-19? | روسيا | غوديرميس | عنف أسري
قراءة اسم مريض على الإذاعة | 2020-04 | أوغندا | غولو | كشف الهوية
العثور على جثتين في طريق المحجر | 2020-05-11 | المكسيك | إغوالا | إعدام
قتل مزارعين وهم يحملون الذرة | 2020-06 | المكسيك | تشيلابا | عنف أحادي
مسلحون يتقاتلون على الجسر | 2020-06-30 | كولومبيا | تيبو | اشتباك مسلح
`,
    ),
    sources: table(
      SOURCE,
      `
مالك الحزين | شخص | B | كان حاضرًا وصدق مرتين من قبل
جريدة النهر | وسيلة إعلام | C | تصحح أخطاءها متأخرة
لجنة الآبار الشرقية | منظمة غير حكومية | B | تزور الأماكن التي تكتب عنها
نيابة القضاء | جهة حكومية | D | تسكت عمّا فعله رجالها
بعثة البحيرات | هيئة دولية | A | تنشر كيف عرفت
قناة سائقي الشاحنات | حساب | D | تنقل عن غيرها بلا إشارة
لواء الممر | جماعة مسلحة | E | يدّعي ما لم يفعله
رسالة تحت الباب | مجهول | F | لا يُعرف شيء عن كاتبها
السنونو | شخص | C | سمعت من ابن عمها
إذاعة التل | وسيلة إعلام | B | لها مراسلان في القضاء
`,
    ),
    claims: table(
      CLAIM,
      `
احتُجز الخبّاز في المدرسة القديمة | إشاعة | اقتياد خبّاز | رسالة صوتية عن المخبز | مالك الحزين
أُخذ ثلاثون رجلاً من السوق | لم يُقيَّم بعد | إغلاق السوق | تقرير عن السوق في 21 يونيو | لجنة الآبار
ضُرب الطالب قبل وفاته | لا يمكن التحقق | وفاة طالب | بيان النيابة عن الطالب | نيابة القضاء
أُرجع القارب مرتين | لم يُقيَّم بعد | إرجاع قارب | منشور القناة عن القارب | قناة سائقي
بدأ اللواء إطلاق النار عند الجسر | إشاعة | مسلحون يتقاتلون | بيان اللواء | لواء الممر
`,
    ),
  },
}
