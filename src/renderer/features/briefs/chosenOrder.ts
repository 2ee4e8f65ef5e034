/**
 * The order in which chosen incidents and claims come into a brief, until somebody moves them. A brief that is printed "as
 * chosen" prints it, so it must tell nothing: neither in which order things were typed nor, by exact days that the
 * profile coarsens, in which they happened. Ids are drawn at random. Pure.
 */
import { compareText } from '../../../core/compareText.ts'

export const inNeutralOrder = (ids: Iterable<string>): readonly string[] => [...ids].sort(compareText)
