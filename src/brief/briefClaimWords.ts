/** A claim of somebody's brief as they said it, and how they graded it, in the words of the brief's language. */
import type { BriefClaim, BriefContent } from '../core/redaction/briefData.ts'
import { claimFormula } from '../shared/claimFormula.ts'
import { dayInWords } from './briefDates.ts'
import { briefText } from './briefText.ts'
import { printable } from './printableText.ts'

/** `grade` is one line: status, credibility, standard, day. */
export function briefClaimWords(
  claim: BriefClaim,
  { language, asOf }: Pick<BriefContent, 'language' | 'asOf'>,
): { readonly text: string; readonly grade: string } {
  const say = briefText(language)
  const { wording, statement, status, credibility, standardMet } = claim
  const grade = [
    say(`status.${status}`),
    say('claim.credibility', { grade: String(credibility), words: say(`credibility.${credibility}`) }),
    standardMet === 'none'
      ? say('claim.noStandard')
      : say('claim.standard', { standard: say(`standard.${standardMet}`) }),
    say('claim.asOf', { date: dayInWords(claim.asOf ?? asOf, language) }),
  ]
  const text = wording ?? statement ?? `${claimFormula(say, claim, null)} ${say('claim.withheld')}`
  return { text: printable(text), grade: printable(grade.join(say('list.separator'))) }
}
