/**
 * Holds the rows of a brief to the rules that it says it was made by: made coarser once more, nothing may change, and no
 * field may be there that its profile does not show. What a redaction got wrong, or what somebody wrote into a brief
 * afterwards, says of itself that it is finer. Reasons with the data alone: no log is needed. Pure.
 */
import type { BriefContent, BriefPlace, ShowableField } from '../../core/redaction/briefData.ts'
import { coarsenCategory } from '../../core/redaction/policies/category.ts'
import { coarsenShownCount } from '../../core/redaction/policies/count.ts'
import { coarsenDate } from '../../core/redaction/policies/date.ts'
import { type PlaceNames, showsLevel } from '../../core/redaction/policies/place.ts'
import type { Finding } from './finding.ts'

const LEVELS = [
  'region',
  'country',
  'admin1',
  'admin2',
  'town',
  'site',
] as const satisfies readonly (keyof PlaceNames)[]
const COUNTED = ['killed', 'injured', 'detained', 'missing'] as const

/** A finding for every place of a brief that its own profile would not let out. */
export function policyFindings(brief: BriefContent): Finding[] {
  const { profile } = brief
  const shows = new Set<ShowableField>(profile.shows)
  const findings: Finding[] = []
  const refuse = (where: string, detail: string) =>
    findings.push({ class: 'json/beyond-profile', where, detail })
  const hidden = (field: ShowableField, isThere: boolean, where: string) => {
    if (isThere && !shows.has(field)) refuse(where, field)
  }
  const date = (text: string | null, where: string) => {
    if (text !== null && coarsenDate(text, profile.date) !== text) refuse(where, `finer than ${profile.date}`)
  }
  const place = (at: BriefPlace, where: string) => {
    for (const level of LEVELS)
      if (at[level] !== null && !showsLevel(level, profile.place))
        refuse(where, `finer than ${profile.place}`)
  }
  date(brief.period, '$.period')
  for (const [at, each] of brief.places.entries()) place(each, `$.places[${at}]`)
  for (const [at, row] of brief.incidents.entries()) {
    const where = `$.incidents[${at}]`
    hidden('incidents.title', row.title !== null, where)
    hidden('incidents.summary', row.summary !== null, where)
    hidden('incidents.when', row.when !== null, where)
    date(row.when, where)
    hidden(
      'incidents.place',
      LEVELS.some((level) => row.place[level] !== null),
      where,
    )
    place(row.place, where)
    hidden('incidents.cell', row.cell !== null, where)
    if (row.cell !== null && row.cell.size !== Number(profile.coordinates))
      refuse(where, `no cell of ${profile.coordinates}`)
    hidden('incidents.violationTypes', row.violationTypes.length > 0, where)
    // "other", and codes merged because they are rare, are as coarse as any.
    if (row.violationTypes.some((code) => coarsenCategory(code, profile.category) !== code))
      refuse(where, `finer than ${profile.category}`)
    hidden('incidents.placeType', row.placeType !== null, where)
    hidden('incidents.victimGroups', row.victimGroups.length > 0, where)
    for (const what of COUNTED) {
      const count = row[what]
      hidden('incidents.counts', count !== null, where)
      if (count !== null && coarsenShownCount(count, profile.count) !== count)
        refuse(where, `finer than ${profile.count}`)
    }
    hidden('incidents.people', row.people.length > 0, where)
  }
  for (const [at, row] of brief.people.entries()) {
    const where = `$.people[${at}]`
    hidden('incidents.people', true, where)
    hidden('people.ageBand', row.ageBand !== null, where)
    hidden('people.sex', row.sex !== null, where)
  }
  for (const [at, row] of brief.claims.entries())
    hidden('claims.statement', row.statement !== null, `$.claims[${at}]`)
  for (const [at, row] of brief.actions.entries()) {
    const where = `$.actions[${at}]`
    hidden('actions.when', row.when !== null, where)
    date(row.when, where)
    hidden('actions.status', row.status !== null, where)
    hidden('actions.askedFor', row.askedFor !== null, where)
  }
  return findings
}
