/**
 * The forms of two special procedures of the UN, heading by heading, as far as a brief may fill them in.
 *
 * Headings: the form of the Working Group on Enforced or Involuntary Disappearances for submitting a case (sections 1 to 6
 * and additional information), and the model questionnaire of the Special Rapporteur on extrajudicial, summary or
 * arbitrary executions (sections I to VI; ohchr.org, Issues/Executions/ModelQuestionnaire), both in the wording and the
 * order in which the documentation program Martus shipped them (UN-Disappearances.mct, UN-Special-Rapporteur-Executions.mct).
 *
 * "Withheld" is said where the profile does not show a field, "not known" where it does and the log has nothing. Where an
 * empty field can come from either (a person who did not agree, a text nobody accepted), both are said: telling them apart
 * would tell of the person.
 */
import type {
  BriefAction,
  BriefClaim,
  BriefData,
  BriefIncident,
  BriefPerson,
  ShowableField,
} from '../core/redaction/briefData.ts'
import { ageInWords } from '../shared/briefWords/numberWords.ts'
import { pseudonymInWords } from '../shared/briefWords/personWords.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'
import type { BriefKey } from './briefText.ts'
import type { ClaimGroup, PageClaim } from './claimGroups.ts'
import { affectedPeople, type IncidentRow, incidentRow, incidentsInOrder } from './incidentRows.ts'
import { placeInWords } from './placeWords.ts'

export interface FormField {
  readonly name: string
  /** Paragraphs. */
  readonly values: readonly string[]
  /** Nothing can be said; printed in another style. */
  readonly isMissing: boolean
  /** Words of a person, which may be in another script than the form. */
  readonly isTyped: boolean
}

export interface FormSection {
  readonly title: string
  readonly fields: readonly FormField[]
  readonly claims: readonly PageClaim[]
}

export interface UnForm {
  readonly source: string
  readonly legend: string
  /** Claims that no case says in full; they stand behind the cases. */
  readonly claims: readonly ClaimGroup[]
  readonly none: string | null
  readonly cases: readonly { readonly title: string; readonly sections: readonly FormSection[] }[]
  readonly others: { readonly title: string; readonly rows: readonly IncidentRow[] }
}

export type UnLayout = 'un-disappearances' | 'un-executions'

/** Chapters and codes of MT4 that each form is for; a brief may show no more than the chapter. */
const KINDS: Readonly<Record<UnLayout, RegExp>> = {
  'un-disappearances': /^(?:0301|030000000000$)/,
  'un-executions': /^(?:01|02010302|020000000000$)/,
}
const COUNTED: Readonly<Record<UnLayout, 'missing' | 'killed'>> = {
  'un-disappearances': 'missing',
  'un-executions': 'killed',
}
/** With more cases than these, claims stand once, behind them; a claim is about many. */
const MOST_WITH_CLAIMS = 3
const COMPLAINTS: ReadonlySet<string> = new Set([
  'criminal-complaint',
  'legal-action',
  'appeal-to-authorities',
])

interface Case {
  readonly incident: BriefIncident
  readonly people: readonly BriefPerson[]
  readonly claims: readonly BriefClaim[]
  readonly pageClaims: readonly PageClaim[]
  /** Are they said in full? */
  readonly hasClaims: boolean
  readonly actions: readonly BriefAction[]
  readonly data: BriefData
  readonly words: PageWords
}

export function unForm(
  data: BriefData,
  layout: UnLayout,
  groups: readonly ClaimGroup[],
  words: PageWords,
): UnForm {
  const { say } = words
  const ordered = incidentsInOrder(data, words)
  const isCase = (incident: BriefIncident) =>
    incident[COUNTED[layout]] !== null || incident.violationTypes.some((code) => KINDS[layout].test(code))
  const chosen = ordered.filter(isCase)
  const hasClaims = chosen.length <= MOST_WITH_CLAIMS
  const cases = chosen.map((incident) => caseOf(incident, data, groups, hasClaims, words))
  const others = ordered.filter((incident) => !isCase(incident))
  const told = new Set(
    cases.flatMap((each) => (hasClaims ? each.pageClaims.map(({ number }) => number) : [])),
  )
  const showsKinds = data.profile.shows.includes('incidents.violationTypes')
  return {
    source: say(`form.source.${layout}`),
    legend: say('form.legend'),
    claims: groups
      .map((group) => ({ ...group, claims: group.claims.filter(({ number }) => !told.has(number)) }))
      .filter((group) => group.claims.length > 0),
    none: cases.length > 0 ? null : say(showsKinds ? 'form.none' : 'form.noneKinds'),
    cases: cases.map((each) => ({
      title: say('form.case', { number: each.incident.id }),
      sections: layout === 'un-disappearances' ? disappearance(each) : execution(each),
    })),
    others: {
      title: say(cases.length > 0 ? 'form.others' : 'form.incidents'),
      rows: others.map((incident) => incidentRow(incident, words)),
    },
  }
}

function caseOf(
  incident: BriefIncident,
  data: BriefData,
  groups: readonly ClaimGroup[],
  hasClaims: boolean,
  words: PageWords,
): Case {
  const claims = data.claims.filter(({ about }) => about.includes(incident.id))
  const ids = new Set([incident.id, ...incident.claims, ...claims.map(({ id }) => id)])
  return {
    incident,
    claims,
    hasClaims,
    pageClaims: groups.flatMap((group) => group.claims.filter(({ number }) => ids.has(number))),
    people: data.people.filter(({ id }) => incident.people.includes(id)),
    actions: data.actions.filter(({ about }) => about.includes(incident.id)),
    data,
    words,
  }
}

function disappearance(each: Case): FormSection[] {
  const { words } = each
  return [
    section('form.wgeid.1', words, [
      field('consent', consent(each), words),
      ...identity(each, ['document', 'address', 'indigenous', 'pregnant']),
    ]),
    section('form.wgeid.2', words, [field('field.date', date(each), words)]),
    section('form.wgeid.3', words, [
      field('field.location', place(each), words),
      field('field.placeType', placeType(each), words),
    ]),
    section('form.wgeid.4', words, responsible(each)),
    section('form.wgeid.5', words, [
      ...steps(each),
      field('field.noSteps', missing('withheld', words), words),
    ]),
    section('form.wgeid.6', words, [field('field.submitter', missing('letter', words), words)]),
    section(
      'form.wgeid.7',
      words,
      [field('field.circumstances', circumstances(each), words, true), ...more(each)],
      each.hasClaims ? each.pageClaims : [],
    ),
  ]
}

function execution(each: Case): FormSection[] {
  const { words } = each
  return [
    section(
      'form.executions.1',
      words,
      identity(each, ['nationality', 'civilStatus', 'document', 'profession', 'address']),
    ),
    section(
      'form.executions.2',
      words,
      [
        field('field.date', date(each), words),
        field('field.time', missing('withheld', words), words),
        field('field.location', place(each), words),
        field('field.placeType', placeType(each), words),
        field('field.circumstances', circumstances(each), words, true),
        ...more(each),
      ],
      each.hasClaims ? each.pageClaims : [],
    ),
    section('form.executions.3', words, responsible(each)),
    section('form.executions.4', words, steps(each)),
    section('form.executions.5', words, [
      field('field.investigations', missing('withheld', words), words),
      field('field.outcome', missing('withheld', words), words),
    ]),
    section('form.executions.6', words, [field('field.submitter', missing('letter', words), words)]),
  ]
}

type Missing = 'withheld' | 'unknown' | 'either' | 'letter'
type Answer = readonly string[] | { readonly missing: string }

const missing = (why: Missing, { say }: PageWords): Answer => ({ missing: say(`form.${why}`) })

function section(
  title: BriefKey,
  { say }: PageWords,
  fields: readonly FormField[],
  claims: readonly PageClaim[] = [],
): FormSection {
  return { title: say(title), fields: togetherMissing(fields), claims }
}

/** Fields in a row that say the same nothing share a line: a form of forty cases is else mostly that. */
function togetherMissing(fields: readonly FormField[]): FormField[] {
  const lines: FormField[] = []
  for (const each of fields) {
    const last = lines.at(-1)
    const isAlike = each.isMissing && last?.isMissing && last.values.join() === each.values.join()
    if (last !== undefined && isAlike) lines.splice(-1, 1, { ...last, name: `${last.name} · ${each.name}` })
    else lines.push(each)
  }
  return lines
}

type FieldName =
  Extract<BriefKey, `form.field.${string}` | 'form.consent'> extends `form.${infer N}` ? N : never

function field(name: FieldName, answer: Answer, { say }: PageWords, isTyped = false): FormField {
  return 'missing' in answer
    ? { name: say(`form.${name}`), values: [answer.missing], isMissing: true, isTyped: false }
    : { name: say(`form.${name}`), values: answer, isMissing: false, isTyped }
}

const shows = ({ data }: Case, name: ShowableField): boolean => data.profile.shows.includes(name)

/** What a field of the brief says; where it says nothing, whether that is withheld or not known. */
function answer(each: Case, name: ShowableField, value: string | null, empty: Missing = 'unknown'): Answer {
  if (value !== null && value !== '') return [value]
  return missing(shows(each, name) ? empty : 'withheld', each.words)
}

/** People have rows only where they agreed. */
function consent({ people, words }: Case): Answer {
  return people.length > 0 ? [words.say('form.agreed')] : missing('withheld', words)
}

/** The person or persons whom it was done to; names, papers and addresses are in no brief. */
function identity(each: Case, withheld: readonly FieldTail[]): FormField[] {
  const { people, words } = each
  const { say, label } = words
  const victims = people.filter(({ roles }) => roles.includes('victim'))
  const nobody = missing(shows(each, 'incidents.people') ? 'either' : 'withheld', words)
  const of = (name: ShowableField, read: (person: BriefPerson) => string | null): Answer => {
    if (victims.length === 0) return nobody
    if (!shows(each, name)) return missing('withheld', words)
    const values = victims.map((person) => ({ person, value: read(person) }))
    if (values.every(({ value }) => value === null)) return missing('unknown', words)
    return values.map(({ person, value }) => {
      const text = value ?? say('form.unknown')
      return values.length === 1
        ? text
        : say('patterns.row', { name: pseudonymInWords(person, say), count: text })
    })
  }
  return [
    field(
      'field.called',
      victims.length === 0
        ? nobody
        : [victims.map((person) => pseudonymInWords(person, say)).join(say('list.comma'))],
      words,
    ),
    field('field.familyName', missing('withheld', words), words),
    field('field.firstName', missing('withheld', words), words),
    field(
      'field.sex',
      of('people.sex', ({ sex }) => (sex === null ? null : label(sex))),
      words,
    ),
    field(
      'field.age',
      of('people.ageBand', ({ ageBand }) => (ageBand === null ? null : ageInWords(ageBand, say))),
      words,
    ),
    ...withheld.map((name) => field(`field.${name}`, missing('withheld', words), words)),
  ]
}
type FieldTail =
  | 'document'
  | 'address'
  | 'indigenous'
  | 'pregnant'
  | 'nationality'
  | 'civilStatus'
  | 'profession'

const date = (each: Case): Answer => {
  const { when } = each.incident
  return answer(each, 'incidents.when', when === null ? null : dateInWords(when, each.words.language))
}

const place = (each: Case): Answer =>
  answer(each, 'incidents.place', placeInWords(each.incident.place, each.words))

const placeType = (each: Case): Answer => {
  const { placeType: code } = each.incident
  return answer(each, 'incidents.placeType', code === null ? null : each.words.label(code))
}

function circumstances(each: Case): Answer {
  const texts = [each.incident.title, each.incident.summary].filter((text) => text !== null)
  if (texts.length > 0) return texts
  const isShown = shows(each, 'incidents.title') || shows(each, 'incidents.summary')
  return missing(isShown ? 'either' : 'withheld', each.words)
}

function more(each: Case): FormField[] {
  const { incident, words } = each
  const { say, label } = words
  const counts = affectedPeople(incident, say)
  return [
    field(
      'field.kinds',
      answer(
        each,
        'incidents.violationTypes',
        incident.violationTypes.map(label).join(say('list.separator')),
      ),
      words,
    ),
    field('field.affected', answer(each, 'incidents.counts', counts.join(say('list.comma'))), words),
    field('field.status', [say(`incidentStatus.${incident.status}`)], words),
    field('field.claims', claimList(each.pageClaims, words), words),
  ]
}

/** "c3 (Rumour)", one for each. */
function claimList(claims: readonly PageClaim[], words: PageWords): Answer {
  if (claims.length === 0) return missing('unknown', words)
  return [claims.map(({ number, status }) => `${number} (${status})`).join(words.say('list.comma'))]
}

/** Whom the brief describes as responsible, what is claimed of it and how well that stands, who saw it. */
function responsible(each: Case): FormField[] {
  const { people, claims, pageClaims, words } = each
  const { say } = words
  const named = (role: 'perpetrator' | 'witness') =>
    people.filter(({ roles }) => roles.includes(role)).map((person) => pseudonymInWords(person, say))
  const attributions = new Set(claims.flatMap(({ kind, id }) => (kind === 'attribution' ? [id] : [])))
  const sentences = pageClaims
    .filter(({ number }) => attributions.has(number))
    .map(({ number, status, wording, withheld }) =>
      each.hasClaims
        ? say('patterns.row', { name: `${number} (${status})`, count: wording ?? withheld })
        : `${number} (${status})`,
    )
  const perpetrators = named('perpetrator')
  const witnesses = named('witness')
  const independent = claims.map(({ id, independentSourcesFor }) =>
    say('patterns.row', { name: id, count: String(independentSourcesFor) }),
  )
  const nobody = missing(shows(each, 'incidents.people') ? 'either' : 'withheld', words)
  const evidence = [
    ...(witnesses.length === 0 ? [] : [witnesses.join(say('list.comma'))]),
    ...(independent.length === 0
      ? []
      : [say('form.evidence', { list: independent.join(say('list.comma')) })]),
  ]
  return [
    field('field.agents', perpetrators.length === 0 ? nobody : [perpetrators.join(say('list.comma'))], words),
    field('field.linked', sentences.length === 0 ? missing('unknown', words) : sentences, words),
    field('field.witnesses', evidence.length === 0 ? nobody : evidence, words),
  ]
}

/** What was done about it; who did it is not told. */
function steps({ actions, words }: Case): FormField[] {
  const { say, label, language } = words
  const told = (isComplaint: boolean): Answer => {
    const found = actions
      .filter(({ what }) => COMPLAINTS.has(what) === isComplaint)
      .map(({ what, addressedTo, when, status }) =>
        [
          say('form.step', { what: label(what), who: say('asks.to', { who: addressedTo }) }),
          ...(when === null ? [] : [say('asks.when', { date: dateInWords(when, language) })]),
          ...(status === null ? [] : [say('asks.status', { status: label(status) })]),
        ].join(say('list.separator')),
      )
    return found.length === 0 ? missing('unknown', words) : found
  }
  return [field('field.complaints', told(true), words), field('field.otherSteps', told(false), words)]
}
