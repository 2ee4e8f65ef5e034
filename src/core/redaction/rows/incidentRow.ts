/** The row of an incident: what the profile shows of it, field by field. */
import type { Incident } from '../../incident.ts'
import type { BriefIncident } from '../briefData.ts'
import { coarsenCategory, mergeRareCategories } from '../policies/category.ts'
import { gridCell } from '../policies/coordinates.ts'
import { coarsenCount } from '../policies/count.ts'
import { coarsenDate } from '../policies/date.ts'
import { isShown, policyOf } from '../profile.ts'
import { peopleOfIncident } from './personRows.ts'
import { placeOfRow } from './placeNames.ts'
import { cleanCode, codeOrNull, type RowContext } from './rowContext.ts'

const COUNTED = ['killed', 'injured', 'detained', 'missing'] as const

/** @param claims ids of the claims that are about it, from either side. */
export function incidentRow(
  incident: Incident,
  claims: readonly string[],
  context: RowContext,
): BriefIncident {
  const { profile, personIds } = context
  const shown = (path: string) => isShown(profile, 'incidents', path)
  const when = shown('when') ? coarsenDate(incident.when, profile.precision.date) : null
  noteWithheld(incident, when, context)
  const { lat, lon } = incident.where
  const hasPoint = shown('where.lat') && shown('where.lon')
  return {
    id: incident.id,
    title: textOf('title', incident, context),
    summary: textOf('summary', incident, context),
    when,
    place: placeOfRow(incident, context),
    cell: hasPoint ? gridCell(lat, lon, profile.precision.coordinates) : null,
    violationTypes: violationTypes(incident, context),
    placeType: shown('placeType') ? codeOrNull(incident.placeType, context) : null,
    victimGroups: shown('victimGroups')
      ? [...new Set(incident.victimGroups.map((code) => cleanCode(code, context)))].sort()
      : [],
    status: incident.status,
    ...countsOf(incident, context),
    people: peopleOfIncident(incident, profile)
      .map(({ id }) => id)
      .filter((id, at, all) => personIds.has(id) && all.indexOf(id) === at),
    claims: [...claims],
  }
}

/** The same rows with kinds that stand in few of them merged, where the profile says so. */
export function withoutRareKinds(
  rows: readonly BriefIncident[],
  { profile, withheld }: Pick<RowContext, 'profile' | 'withheld'>,
): BriefIncident[] {
  if (policyOf(profile, 'incidents', 'violationTypes') !== 'category') return [...rows]
  const merged = mergeRareCategories(
    rows.map((row) => row.violationTypes),
    profile.disclosure.k,
  )
  return rows.map((row, at) => {
    const violationTypes = merged[at] ?? []
    const isSame = violationTypes.join() === row.violationTypes.join()
    if (!isSame) withheld.of(row.id).add('field/rare-kind')
    return isSame ? row : { ...row, violationTypes }
  })
}

function textOf(
  field: 'title' | 'summary',
  incident: Incident,
  { profile, keeper }: RowContext,
): string | null {
  if (policyOf(profile, 'incidents', field) !== 'text') return null
  return keeper.keep({ kind: 'incidents', id: incident.id, field }, incident[field])
}

/** Sorted, each once. A term of the user's own may be made of a name, and is then left out. */
function violationTypes(incident: Incident, { profile, mentions }: RowContext): string[] {
  const policy = policyOf(profile, 'incidents', 'violationTypes')
  if (policy === 'drop') return []
  const precision = policy === 'category' ? profile.precision.category : 'exact'
  const codes = incident.violationTypes
    .filter((code) => !mentions(code, 'words'))
    .flatMap((code) => coarsenCategory(code, precision) ?? [])
  return [...new Set(codes)].sort()
}

function countsOf(
  { counts }: Incident,
  { profile }: RowContext,
): Pick<BriefIncident, (typeof COUNTED)[number]> {
  const countOf = (what: (typeof COUNTED)[number]) => {
    const count = counts[what]
    const shown = (['low', 'best', 'high'] as const).flatMap((figure) =>
      count?.[figure] !== undefined && isShown(profile, 'incidents', `counts.${what}.${figure}`)
        ? [[figure, count[figure]]]
        : [],
    )
    return coarsenCount(Object.fromEntries(shown), profile.precision.count)
  }
  return {
    killed: countOf('killed'),
    injured: countOf('injured'),
    detained: countOf('detained'),
    missing: countOf('missing'),
  }
}

/** What the row leaves out, for the report. */
function noteWithheld(
  incident: Incident,
  when: string | null,
  { profile, withheld, personIds }: RowContext,
): void {
  const { where, counts } = incident
  if (when !== incident.when) withheld.add('field/exact-date')
  const isPlaceHeld =
    where.lat !== undefined ||
    (['text', 'name', 'admin2'] as const).some(
      (part) => where[part] !== undefined && !isShown(profile, 'incidents', `where.${part}`),
    )
  if (isPlaceHeld) withheld.add('field/exact-place')
  if (profile.precision.count !== 'exact')
    withheld.add('field/exact-count', COUNTED.filter((what) => counts[what] !== undefined).length)
  const texts = [
    isShown(profile, 'incidents', 'title') ? undefined : incident.title,
    isShown(profile, 'incidents', 'summary') ? undefined : incident.summary,
    incident.remarks,
  ]
  withheld.add('field/free-text', texts.filter(Boolean).length)
  const people = new Set([
    ...incident.acts.flatMap((act) => act.victim ?? []),
    ...incident.involvements.map((each) => each.who),
  ])
  withheld.add('field/name', [...people].filter((id) => !personIds.has(id)).length)
}
