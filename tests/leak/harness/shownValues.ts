/** What a brief shows of values that it coarsens, by the same policies: what a twin must show too. */
import { coarsenPrecision } from '../../../src/core/disclosure/coarsening.ts'
import type { Incident } from '../../../src/core/incident.ts'
import type { Person } from '../../../src/core/person.ts'
import type { Gazetteer } from '../../../src/core/places/Gazetteer.ts'
import { resolvePlace } from '../../../src/core/places/resolvePlace.ts'
import { ageBand } from '../../../src/core/redaction/policies/age.ts'
import { gridCell } from '../../../src/core/redaction/policies/coordinates.ts'
import { coarsenCount } from '../../../src/core/redaction/policies/count.ts'
import { coarsenDate } from '../../../src/core/redaction/policies/date.ts'
import { showsLevel } from '../../../src/core/redaction/policies/place.ts'
import { isShown, type Profile } from '../../../src/core/redaction/profile.ts'
import type { BriefChoices } from './choices.ts'

type Place = Incident['where']
type Count = NonNullable<Incident['counts']['killed']>

/** Texts that are equal when a brief cannot tell the values apart. */
export interface ShownValues {
  readonly date: (edtf: string) => string
  readonly place: (place: Place) => string
  readonly count: (count: Count) => string
  readonly age: (person: Pick<Person, 'age' | 'birthDate'>) => string
  /** Other spellings of the place's division, all of which a brief prints alike; none where the division is not known. */
  readonly divisionNames: (place: Place) => readonly string[]
}

const LEVELS = [
  // The region of the world follows from the country.
  ['region', 'country'],
  ['country', 'country'],
  ['admin1', 'admin1'],
  ['admin2', 'admin2'],
  ['town', 'name'],
  ['site', 'text'],
] as const

export interface ShownOptions extends Pick<BriefChoices, 'coarsen'> {
  readonly profile: Profile
  readonly asOf: string
  readonly gazetteer: Gazetteer
}

/**
 * By the profile, or more coarsely where steps were named. What a suggestion makes of the rows follows from them. Places
 * stay as fine as the profile shows them: texts may say their names whatever the steps are.
 */
export function shownValues({ profile, asOf, coarsen, gazetteer }: ShownOptions): ShownValues {
  const precision = coarsenPrecision(profile.precision, coarsen === 'suggested' ? {} : coarsen)
  const division = (place: Place) => resolvePlace(place, gazetteer).admin1Code
  return {
    date: (edtf) => JSON.stringify(coarsenDate(edtf, precision.date)),
    place: (place) => {
      const names = LEVELS.filter(
        ([level, field]) =>
          showsLevel(level, profile.precision.place) && isShown(profile, 'incidents', `where.${field}`),
      ).map(([, field]) => (field === 'admin1' ? division(place) : null) ?? place[field] ?? null)
      return JSON.stringify([names, gridCell(place.lat, place.lon, precision.coordinates)])
    },
    count: (count) => JSON.stringify(coarsenCount(count, precision.count)),
    divisionNames: (place) => {
      const code = division(place)
      return code === null ? [] : gazetteer.allNames(code)
    },
    age: ({ age, birthDate }) => JSON.stringify(ageBand(age, birthDate, asOf, precision.age)),
  }
}
