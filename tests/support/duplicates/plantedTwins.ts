/**
 * Made-up incidents, and second reports of some of them as another person would write them: in another language and
 * script, in another case, a day off, by the month alone, without the point or with another one, with another figure.
 * The others share towns, days, kinds and figures with them, as incidents of one war do.
 */
import type { DuplicateCandidate } from '../../../src/core/duplicates/comparedIncident.ts'
import { createRandom, type Random } from '../vault/random.ts'
import { candidate } from './candidate.ts'

export interface Planted {
  readonly records: readonly DuplicateCandidate[]
  /** Second reports, each of one of the records. */
  readonly twins: readonly DuplicateCandidate[]
  /** Id of a twin → id of its record. */
  readonly truth: ReadonlyMap<string, string>
}

/** Russian in the nominative and after "in", Latin in two spellings, Arabic; where it lies. */
const TOWNS = [
  ['Грозный', 'Грозном', 'Grozny', 'Groznyj', 'غروزني', 43.32, 45.69],
  ['Аргун', 'Аргуне', 'Argun', 'Arghun', 'أرغون', 43.29, 45.87],
  ['Гудермес', 'Гудермесе', 'Gudermes', 'Goudermes', 'غوديرميس', 43.35, 46.1],
  ['Хасавюрт', 'Хасавюрте', 'Khasavyurt', 'Hasavjurt', 'خاسافيورت', 43.25, 46.59],
  ['Урус-Мартан', 'Урус-Мартане', 'Urus-Martan', 'Ourous-Martan', 'أوروس مارتان', 43.13, 45.54],
  ['Дамаск', 'Дамаске', 'Dimashq', 'Dimashk', 'دمشق', 33.51, 36.29],
  ['Хомс', 'Хомсе', 'Homs', 'Hims', 'حمص', 34.73, 36.71],
  ['Ракка', 'Ракке', 'Raqqa', 'Rakka', 'الرقة', 35.95, 39.01],
  ['Идлиб', 'Идлибе', 'Idlib', 'Edlib', 'إدلب', 35.93, 36.63],
  ['Тартус', 'Тартусе', 'Tartus', 'Tartous', 'طرطوس', 34.89, 35.89],
  ['Каменка', 'Каменке', 'Kamenka', 'Kamienka', 'كامينكا', 49.03, 33.19],
  ['Сумы', 'Сумах', 'Sumy', 'Soumy', 'سومي', 50.91, 34.8],
  ['Изюм', 'Изюме', 'Izyum', 'Izium', 'إيزيوم', 49.21, 37.25],
  ['Херсон', 'Херсоне', 'Kherson', 'Herson', 'خيرسون', 46.64, 32.62],
  ['Мелитополь', 'Мелитополе', 'Melitopol', "Melitopol'", 'ميليتوبول', 46.85, 35.36],
] as const

/** Surnames: nominative, genitive, Latin in two spellings, Arabic. */
const PEOPLE = [
  ['Магомедов', 'Магомедова', 'Magomedov', 'Mahomedov', 'ماغوميدوف'],
  ['Тимохин', 'Тимохина', 'Timokhin', 'Timohin', 'تيموخين'],
  ['Щербакова', 'Щербаковой', 'Shcherbakova', 'Scherbakova', 'شيرباكوفا'],
  ['Хаддад', 'Хаддада', 'Haddad', 'Hadad', 'حداد'],
  ['Дарвиш', 'Дарвиша', 'Darwish', 'Darvish', 'درويش'],
  ['Кузьменко', 'Кузьменко', 'Kuzmenko', "Kuz'menko", 'كوزمينكو'],
  ['Бельский', 'Бельского', 'Belsky', 'Belskij', 'بيلسكي'],
  ['Сулейманов', 'Сулейманова', 'Suleymanov', 'Suleimanov', 'سليمانوف'],
  ['Насер', 'Насера', 'Nasser', 'Naser', 'ناصر'],
  ['Литвиненко', 'Литвиненко', 'Lytvynenko', 'Litvinenko', 'ليتفينينكو'],
] as const

type Words = (town: (typeof TOWNS)[number], person: (typeof PEOPLE)[number], at: Random) => string

/** By kind of incident (MT4): how it is told in Russian and, by somebody else, in another language. */
const KINDS: readonly {
  readonly code: string
  readonly told: Words
  readonly toldElsewhere: readonly Words[]
}[] = [
  {
    code: '030104000000',
    told: (town, person) => `${person[0]} увезён вооружёнными людьми в ${town[1]}`,
    toldElsewhere: [
      (town, person) => `В ${town[1]} похитили ${person[1]}`,
      (town, person, at) =>
        `${at.pick([person[2], person[3]])} taken away by armed men in ${at.pick([town[2], town[3]])}`,
      (town, person) => `خطف ${person[4]} في ${town[4]}`,
    ],
  },
  {
    code: '010101000000',
    told: (town, person) => `Обстрел квартала, среди погибших ${person[0]}, ${town[0]}`,
    toldElsewhere: [
      (town, person) => `При обстреле в ${town[1]} погибли люди, имя одного из них: ${person[0]}`,
      (town, person, at) =>
        `Shelling of ${at.pick([town[2], town[3]])} kills ${at.pick([person[2], person[3]])} and others`,
      (town, person) => `قصف ${town[4]} ومقتل ${person[4]}`,
    ],
  },
  {
    code: '020201000000',
    told: (town, person) => `${person[0]} сообщает о пытках в отделе полиции, ${town[0]}`,
    toldElsewhere: [
      (town, person) => `Жалоба ${person[1]} на пытки в полиции в ${town[1]}`,
      (town, person, at) =>
        `${at.pick([person[2], person[3]])} says he was tortured at a police station in ${at.pick([town[2], town[3]])}`,
      (town, person) => `${person[4]} يقول إنه تعرض للتعذيب في ${town[4]}`,
    ],
  },
]

const DAYS = 1500
const day = (number: number): string => new Date(Date.UTC(2021, 0, 1 + number)).toISOString().slice(0, 10)

/** As many records as asked, and a second report of every eighth of them. */
export function plantTwins(seed: number, records: number): Planted {
  const random = createRandom(seed)
  const truth = new Map<string, string>()
  const twins: DuplicateCandidate[] = []
  const made = Array.from({ length: records }, (_, at) => {
    const [town, person, kind, date] = [
      random.pick(TOWNS),
      random.pick(PEOPLE),
      random.pick(KINDS),
      random.below(DAYS),
    ]
    const killed = kind.code.startsWith('01') ? 1 + Math.floor(random.next() ** 3 * 40) : undefined
    const id = `record-${at}`
    if (at % 8 === 0) {
      const twin = `twin-${at}`
      truth.set(twin, id)
      twins.push(
        candidate(twin, {
          title: random.pick(kind.toldElsewhere)(town, person, random),
          when: otherDate(date, random),
          where: {
            precision: 3,
            ...(random.chance(0.5) ? pointNear(town, 0.02, random) : {}),
            name: random.pick([town[0], town[2], town[4]]),
          },
          violationTypes: random.chance(0.8) ? [kind.code] : [],
          counts:
            killed === undefined || random.chance(0.3)
              ? {}
              : { killed: { best: killed + (random.chance(0.3) ? 1 : 0) } },
        }),
      )
    }
    return candidate(id, {
      title: kind.told(town, person, random),
      when: day(date),
      where: { precision: 2, ...pointNear(town, 0.05, random), name: town[0] },
      violationTypes: [kind.code],
      counts: killed === undefined ? {} : { killed: { best: killed } },
    })
  })
  return { records: made, twins, truth }
}

function otherDate(date: number, random: Random): string {
  if (random.chance(0.15)) return day(date).slice(0, 7)
  return day(random.chance(0.2) ? date + 1 : date)
}

function pointNear(
  town: (typeof TOWNS)[number],
  degrees: number,
  random: Random,
): { lat: number; lon: number } {
  const off = () => (random.next() - 0.5) * degrees
  return { lat: town[5] + off(), lon: town[6] + off() }
}
