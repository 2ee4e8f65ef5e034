/** What a brief is meant to say, so that the gate does not take it for a leak. */
import type { BriefData } from '../../core/redaction/briefData.ts'
import { createBriefPage, type Label } from '../briefPage.ts'
import { catalogueConstants, printLocale } from '../briefText.ts'
import { XMP_BOILERPLATE } from '../pdfMetadata.ts'
import { countryName } from '../placeWords.ts'
import { allStrings } from '../printableText.ts'
import { SHIPPED_CODES, vocabularyLabel } from '../vocabularyLabel.ts'
import { fileVocabulary } from './fileVocabulary.ts'
import { printedRuns } from './printedRuns.ts'
import type { Excuses } from './text.ts'

/** The excuses of the gate for a brief that was made here (see text.ts). */
export function excusesFor(data: BriefData, label: Label): Excuses {
  const constants = constantStrings(data)
  const isConstant = new Set(constants)
  const withoutFreeText = {
    ...data,
    title: '',
    introduction: '',
    incidents: data.incidents.map((incident) => ({ ...incident, title: null, summary: null })),
    claims: data.claims.map((claim) => ({ ...claim, wording: null, statement: null })),
    actions: data.actions.map((action) => ({ ...action, askedFor: null })),
  } as BriefData
  const page = createBriefPage(data, label)
  return {
    // The page is computed from the data alone, so nothing else can come in this way.
    allowed: [...allStrings(data), ...allStrings(page), ...constants],
    structured: [
      ...allStrings(withoutFreeText),
      ...allStrings(createBriefPage(withoutFreeText, label)),
      ...constants,
    ],
    constants,
    runs: printedRuns(page),
    own: freeStrings(data, label).filter((text) => !isConstant.has(text)),
    codes: SHIPPED_CODES,
    counts: Object.values(data).flatMap((each) => (Array.isArray(each) ? [each.length] : [])),
  }
}

/** Is a code one of the vocabularies that ship with Daybook? Those of the log's own were typed, as their labels were. */
const isShipped = (code: string, { language }: BriefData): boolean => vocabularyLabel(code, language) !== code

/**
 * Texts that ship with Daybook: whoever they resemble, they do not come from a log. Divisions count with them: the
 * redaction has taken out those that are somebody's name, and a "governor" inside "Governorate" is nobody.
 */
function constantStrings(data: BriefData): string[] {
  const { language } = data
  const labels = codesOf(data)
    .filter((code) => isShipped(code, data))
    .map((code) => vocabularyLabel(code, language))
  const countries = data.places.flatMap(({ country }) =>
    country === null ? [] : [countryName(country, printLocale(language))],
  )
  const divisions = data.places.flatMap(({ region, admin1, admin2, town }) =>
    [region, admin1, admin2, town].filter((name) => name !== null),
  )
  return [
    ...catalogueConstants(language),
    ...labels,
    ...countries,
    ...divisions,
    XMP_BOILERPLATE,
    ...fileVocabulary(),
  ]
}

/** Strings that somebody typed into the log or for this brief. */
function freeStrings(data: BriefData, label: Label): string[] {
  const texts = [
    data.title,
    data.introduction,
    ...data.incidents.flatMap(({ title, summary, place }) => [title, summary, place.site]),
    ...data.claims.flatMap((claim) => [claim.wording, claim.statement]),
    ...data.organisations.map((organisation) => organisation.name),
    ...data.contacts.flatMap((c) => [c.offers, c.phone, c.site, c.email, c.warning]),
    ...data.actions.flatMap((action) => [action.addressedTo, action.askedFor]),
    ...codesOf(data).flatMap((code) => {
      const shown = label(code, data.language)
      return isShipped(code, data) && shown === vocabularyLabel(code, data.language) ? [] : [code, shown]
    }),
  ]
  return texts.filter((text) => text !== null)
}

function codesOf(data: BriefData): string[] {
  const codes = [
    ...data.incidents.flatMap(({ violationTypes, placeType, victimGroups }) => [
      ...violationTypes,
      ...victimGroups,
      ...(placeType === null ? [] : [placeType]),
    ]),
    ...data.people.flatMap(({ sex }) => sex ?? []),
    ...data.organisations.map((organisation) => organisation.kind),
    // An annex has counts in place of rows.
    ...(data.statistics.byKindAndPeriod?.kinds ?? []),
    ...[...data.statistics.byViolationType, ...data.statistics.byVictimGroup].map(({ code }) => code),
    ...data.actions.flatMap(({ what, status }) => (status === null ? [what] : [what, status])),
  ]
  return [...new Set(codes)]
}
