import type { DuplicateCandidate } from '../../../src/core/duplicates/comparedIncident.ts'

/** An incident of which only some is told. */
export function candidate(id: string, told: Partial<Omit<DuplicateCandidate, 'id'>>): DuplicateCandidate {
  return {
    id,
    title: '',
    summary: '',
    when: '',
    where: { precision: 6 },
    violationTypes: [],
    acts: [],
    involvements: [],
    counts: {},
    ...told,
  }
}
