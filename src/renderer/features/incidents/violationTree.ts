/** Violation types below each other, as their codes say: who ticks a type in a filter means all below it. */
import { isOfStem, violationStem } from '../../../core/queryTerms/violationTerm.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { SHIPPED_VOCABULARIES } from '../../../shared/shippedVocabularies.ts'

const CODES = SHIPPED_VOCABULARIES['violation-types'].terms.map(({ code }) => code)

/** By code: the types it is below, from the vocabulary, and itself. */
const aboveByCode = new Map<string, readonly string[]>()

function withAbove(code: string): readonly string[] {
  let all = aboveByCode.get(code)
  if (all === undefined) {
    all = [...CODES.filter((each) => each !== code && isOfStem(code, violationStem(each))), code]
    aboveByCode.set(code, all)
  }
  return all
}

/** The violation types of an incident, and those that they are below. */
export const typesAndAbove = ({ violationTypes }: Pick<IncidentRow, 'violationTypes'>): readonly string[] =>
  violationTypes.flatMap(withAbove)

/** How many types stand above one. */
export const typeDepth = (code: string): number => withAbove(code).length - 1
