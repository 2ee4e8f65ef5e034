/**
 * Which fields of a brief's rows its profile shows at all. It follows from the profile alone, so it tells nothing of a
 * log; with it a reader can tell what is withheld from what is not known.
 */
import type { Coarsening } from '../disclosure/coarsening.ts'
import type { Kind } from '../records.ts'
import { SHOWABLE_FIELDS, type ShowableField } from './briefData.ts'
import type { Precision } from './precision.ts'
import { isShown, type Profile } from './profile.ts'

/** In the order of {@link SHOWABLE_FIELDS}. `precision` and `coarsen` are those of the brief, steps included. */
export function shownFields(profile: Profile, precision: Precision, coarsen: Coarsening): ShowableField[] {
  const shows = (kind: Kind, ...paths: readonly string[]) =>
    paths.some((path) => isShown(profile, kind, path))
  const hasPeople =
    coarsen.people === undefined &&
    profile.personPurposes.length > 0 &&
    shows('persons', 'roles') &&
    shows('incidents', 'acts.victim', 'involvements.who')
  const isFieldShown: Readonly<Record<ShowableField, boolean>> = {
    'incidents.title': shows('incidents', 'title'),
    'incidents.summary': shows('incidents', 'summary'),
    'incidents.when': precision.date !== 'none' && shows('incidents', 'when'),
    'incidents.place':
      precision.place !== 'none' &&
      shows('incidents', 'where.country', 'where.admin1', 'where.admin2', 'where.name', 'where.text'),
    'incidents.cell':
      precision.coordinates !== 'none' && shows('incidents', 'where.lat') && shows('incidents', 'where.lon'),
    'incidents.violationTypes': precision.category !== 'none' && shows('incidents', 'violationTypes'),
    'incidents.placeType': shows('incidents', 'placeType'),
    'incidents.victimGroups': shows('incidents', 'victimGroups'),
    'incidents.counts':
      precision.count !== 'none' &&
      shows(
        'incidents',
        ...(['killed', 'injured', 'detained', 'missing'] as const).map((what) => `counts.${what}.best`),
      ),
    'incidents.people': hasPeople,
    'claims.statement': shows('claims', 'statement'),
    'people.ageBand': hasPeople && precision.age !== 'none' && shows('persons', 'age', 'birthDate'),
    'people.sex': hasPeople && shows('persons', 'sex'),
    'actions.when': precision.date !== 'none' && shows('actions', 'date'),
    'actions.status': shows('actions', 'status'),
    'actions.askedFor': shows('actions', 'askedFor'),
  }
  return SHOWABLE_FIELDS.filter((field) => isFieldShown[field])
}
