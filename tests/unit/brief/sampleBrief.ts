/** A made-up brief of any size for tests: every status, kind and list, and all languages. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  BRIEF_VERSION,
  type BriefContent,
  type BriefData,
  type BriefLanguage,
  briefDataSchema,
  OTHER_TIMES,
  STANDING_NOTES,
} from '../../../src/core/redaction/briefData.ts'
import { PUBLIC_PROFILE } from '../../../src/core/redaction/profile.ts'
import { CLAIM_KINDS, CLAIM_STATUSES, INCIDENT_STATUSES } from '../../../src/core/vocabularyCodes.ts'

export const RESOURCES = path.resolve(import.meta.dirname, '../../../resources')

const TITLES: Readonly<Record<BriefLanguage, string>> = {
  en: 'Abductions and detention in the northern districts',
  ru: 'Похищения и задержания в северных районах',
  ar: 'الاختطاف والاحتجاز في المناطق الشمالية',
  es: 'Secuestros y detenciones en los distritos del norte',
  fr: 'Enlèvements et détentions dans les districts du nord',
}

const WORDINGS: Readonly<Record<BriefLanguage, string>> = {
  en: 'Men perceived as gay were held without charge in several places of detention that are on no official list.',
  ru: 'Мужчин, которых считали геями, удерживали без предъявления обвинений в нескольких местах, не значащихся ни в одном официальном перечне.',
  ar: 'احتُجز رجال دون توجيه تهم إليهم في عدة أماكن احتجاز لا ترد في أي قائمة رسمية.',
  es: 'Varios hombres fueron retenidos sin cargos en lugares que no figuran en ninguna lista oficial.',
  fr: 'Des hommes ont été détenus sans inculpation dans plusieurs lieux qui ne figurent sur aucune liste officielle.',
}

const PERIODS = ['2016-36', '2017-33', '2017-34', '2017-33/2017-34', '2017', '2017~', null] as const
const KINDS = ['030104000000', '020111110000', '030102000000', '010101020000', '030103000000'] as const

/** The label words a vocabulary would give; anything else stays a code. */
export function sampleLabel(code: string, language: BriefLanguage): string {
  return (language === 'ru' ? RUSSIAN : language === 'ar' ? ARABIC : ENGLISH)[code] ?? code
}

const ENGLISH: Readonly<Record<string, string>> = {
  '030104000000': 'Abduction',
  '020111110000': 'Torture',
  '030102000000': 'Detention',
  '010101020000': 'Extra-judicial execution',
  '030103000000': 'Disappearance',
  ngo: 'Non-governmental organisation',
  petition: 'Petition',
  'un-communication': 'Communication to the UN',
  planned: 'planned',
}
const RUSSIAN: Readonly<Record<string, string>> = {
  '030104000000': 'Похищение',
  '020111110000': 'Пытки',
  '030102000000': 'Задержание',
  '010101020000': 'Внесудебная казнь',
  '030103000000': 'Исчезновение',
  ngo: 'Неправительственная организация',
  petition: 'Петиция',
  'un-communication': 'Обращение в ООН',
  planned: 'запланировано',
}
const ARABIC: Readonly<Record<string, string>> = {
  '030104000000': 'اختطاف',
  '020111110000': 'تعذيب',
  '030102000000': 'احتجاز',
  '010101020000': 'إعدام خارج نطاق القضاء',
  '030103000000': 'اختفاء قسري',
  ngo: 'منظمة غير حكومية',
  petition: 'عريضة',
  'un-communication': 'مراسلة إلى الأمم المتحدة',
  planned: 'مقرر',
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined && list.length === 0) throw new Error('empty list')
  return found as T
}

const place = (admin1: string | null) => ({
  region: null,
  country: 'RU',
  admin1,
  admin2: null,
  town: null,
  site: null,
})

/** A brief with `incidents` rows; `change` is merged over the top. */
export function sampleBrief(
  language: BriefLanguage = 'en',
  incidents = 24,
  change: Partial<BriefContent> = {},
): BriefData {
  const statuses = CLAIM_STATUSES
  const content: BriefContent = {
    format: 'daybook-brief',
    version: BRIEF_VERSION,
    title: TITLES[language],
    introduction: '',
    language,
    layout: 'general',
    order: 'date',
    claimOrder: 'grade',
    asOf: '2019-03-08',
    label: 'CLEAR',
    profile: {
      name: 'public',
      version: 2,
      adapted: false,
      ...PUBLIC_PROFILE.precision,
      text: 'clean-text',
      shows: [
        'incidents.when',
        'incidents.place',
        'incidents.violationTypes',
        'incidents.counts',
        'actions.when',
        'actions.status',
      ],
    },
    period: '2016-36/2017-34',
    places: [place('Chechnya'), place(null)],
    incidents: Array.from({ length: incidents }, (_, n) => ({
      id: `i${n + 1}`,
      when: at(PERIODS, n * 3),
      place: place(n % 4 === 0 ? null : 'Chechnya'),
      title: null,
      summary: null,
      cell: null,
      placeType: null,
      victimGroups: [],
      people: [],
      violationTypes: n % 3 === 0 ? [at(KINDS, n), at(KINDS, n + 1)] : [at(KINDS, n)],
      status: at(INCIDENT_STATUSES, n),
      killed: n % 5 === 0 ? '1-4' : null,
      injured: n % 6 === 0 ? '5-9' : null,
      detained: n % 2 === 0 ? '10-49' : null,
      missing: n % 7 === 0 ? '50+' : null,
      claims: n % 2 === 0 ? [`c${(n % 10) + 1}`, `c${((n + 3) % 10) + 1}`] : [],
    })),
    claims: statuses.map((status, n) => ({
      id: `c${n + 1}`,
      kind: at(CLAIM_KINDS, n),
      status,
      credibility: at([1, 2, 3, 4, 5, 6] as const, n),
      standardMet: status === 'established' ? 'reasonable-grounds' : 'none',
      statement: null,
      people: [],
      wording: n % 4 === 3 ? null : WORDINGS[language],
      independentSourcesFor: n % 4,
      independentSourcesAgainst: n % 3,
      asOf: n % 5 === 4 ? null : '2018-12-21',
      about: incidents > 3 ? ['i1', 'i3'] : [],
      sources: ['s1', `s${(n % 4) + 1}`],
    })),
    people: [],
    sources: [
      { id: 's1', kind: 'ngo', reliability: 'B', access: 'first-hand' },
      { id: 's2', kind: 'media', reliability: 'C', access: 'second-hand' },
      { id: 's3', kind: 'international-body', reliability: 'A', access: null },
      { id: 's4', kind: 'state-body', reliability: 'F', access: 'further' },
    ],
    organisations: [{ id: 'o1', name: 'Northern Aid Network', kind: 'ngo' }],
    contacts: [
      {
        id: 'p1',
        organisation: 'o1',
        offers: 'Evacuation and shelter',
        phone: '+7 000 000-00-00',
        site: 'https://aid.example.org/help',
        email: 'help@aid.example.org',
        languages: ['ru', 'en'],
        checkedOn: '2018-10-02',
        stale: true,
        warning: null,
      },
    ],
    actions: [
      {
        id: 'a1',
        what: 'petition',
        addressedTo: 'Prosecutor General',
        askedFor: null,
        when: '2019-33',
        status: 'planned',
        about: ['c1'],
      },
      {
        id: 'a2',
        what: 'un-communication',
        addressedTo: 'Special Rapporteur on torture',
        askedFor: null,
        when: null,
        status: null,
        about: [],
      },
    ],
    statistics: {
      incidents,
      claims: statuses.length,
      byPeriod: [
        { code: '2016-36', count: 6 },
        { code: '2017-33', count: 11 },
        { code: '2017-34', count: 7 },
      ],
      byViolationType: KINDS.map((code, n) => ({ code, count: 13 - 2 * n })),
      byVictimGroup: [
        { code: 'lgbt-people', count: 21 },
        { code: 'women-and-girls', count: '<5' },
      ],
      bySourceKind: [
        { code: 'media', count: 12 },
        { code: 'ngo', count: null },
      ],
      byStatus: INCIDENT_STATUSES.map((code, n) => ({ code, count: n === 1 ? '<5' : 5 + n })),
      byPlace: [
        { place: place('Chechnya'), count: 18 },
        { place: place(null), count: 6 },
      ],
      byCell: [],
      byKindAndPeriod: {
        kinds: KINDS.slice(0, 3),
        periods: ['2016-36', '2017-33', '2017-34', OTHER_TIMES],
        counts: [
          [6, 5, '<5', 0],
          [null, 7, 5, '<5'],
          [0, 9, 8, 6],
        ],
      },
      sourceShifts: ['2017-33'],
      byClaimStatus: statuses.map((code) => ({ code, count: 1 })),
      bySource: [
        { kind: 'ngo', reliability: 'B', count: 1 },
        { kind: 'state-body', reliability: 'F', count: 2 },
      ],
    },
    notes: [...STANDING_NOTES],
    ...change,
  }
  return briefDataSchema.parse(content) as BriefData
}

/** The template's text, as shipped. */
export function templateText(name = 'general.typ'): string {
  return readFileSync(path.join(RESOURCES, 'brief', name), 'utf8')
}
