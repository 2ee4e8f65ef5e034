/**
 * `violation:0301`, `violation:torture`: kinds of violations, by code or by name. Codes of HURIDOCS are pairs of digits,
 * of which each says more than the one before; 00 says nothing more. A code answers for all that it begins.
 */
import { foldText } from '../foldText.ts'
import type { VocabularyTerm } from '../vocabulary.ts'
import { aboutIncidents } from './aboutIncidents.ts'
import { type Fail, fieldsOf, type Query, type QueryWorld } from './queryWorld.ts'

const DIGITS = /^(?:\d\d){1,7}$/
const LOCAL = /^local:[a-z0-9]+(?:-[a-z0-9]+)*$/

export function violationTerm(values: readonly string[], { violations, log }: QueryWorld, fail: Fail): Query {
  const stems = new Set<string>()
  for (const value of values) {
    const named = stemsNamed(value, violations)
    if (named === null) return () => false
    if (named.length === 0) fail('query/violation-unknown', value)
    for (const stem of named) stems.add(stem)
  }
  return aboutIncidents(log, ofViolations([...stems]))
}

/** What the codes begin with; null for a name while no names are there. */
function stemsNamed(value: string, terms: readonly VocabularyTerm[] | null): readonly string[] | null {
  if (DIGITS.test(value)) return [violationStem(value)].filter((stem) => stem !== '')
  if (LOCAL.test(value)) return [value]
  if (terms === null) return null
  const folded = foldText(value)
  const labelled = (isNamed: (label: string) => boolean) =>
    terms
      .filter(({ labels }) => Object.values(labels).some((label = '') => isNamed(foldText(label))))
      .map(({ code }) => violationStem(code))
  const exact = labelled((label) => label === folded)
  return exact.length > 0 ? exact : labelled((label) => label.includes(folded))
}

/** A code without the pairs at its end that say nothing more; what its children begin with. */
export const violationStem = (code: string): string =>
  /^(?:\d\d)+$/.test(code) ? code.replace(/(?:00)+$/, '') : code

/** Is that code the one of the stem, or below it? */
export const isOfStem = (code: string, stem: string): boolean =>
  stem.startsWith('local:') ? code === stem : code.startsWith(stem)

function ofViolations(stems: readonly string[]): Query {
  const answers = new Map<string, boolean>()
  const isNamed = (code: string): boolean => {
    let answer = answers.get(code)
    if (answer === undefined) {
      answer = stems.some((stem) => isOfStem(code, stem))
      answers.set(code, answer)
    }
    return answer
  }
  return (record) => {
    const { violationTypes = [], acts = [] } = fieldsOf(record)
    return violationTypes.some(isNamed) || acts.some(({ act }) => isNamed(act))
  }
}
