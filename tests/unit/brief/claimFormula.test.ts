/** The careful form of a claim never says more than its status, in any language. */
import { describe, expect, it } from 'vitest'
import { briefText } from '../../../src/brief/briefText.ts'
import { BRIEF_LANGUAGES } from '../../../src/core/redaction/briefData.ts'
import { CLAIM_STATUSES } from '../../../src/core/vocabularyCodes.ts'
import { overstatements } from '../../../src/core/wording/overstatements.ts'
import { claimFormula } from '../../../src/shared/claimFormula.ts'

const standing = (status: (typeof CLAIM_STATUSES)[number]) => ({
  status,
  standardMet: 'reasonable-grounds' as const,
})

describe.each(BRIEF_LANGUAGES)('the careful form in %s', (language) => {
  const say = briefText(language)

  it.each(CLAIM_STATUSES)(
    'of a claim that is %s passes the check, with its statement and without',
    (status) => {
      for (const statement of [
        null,
        'It is proved that x was killed.',
        'Доказано, что x убит',
        'ثبت أن س قتل',
      ]) {
        const form = claimFormula(say, standing(status), statement)
        expect(overstatements(form, language, status), form).toEqual([])
        expect(form).toContain(statement === null ? '…' : statement.replace('.', ''))
      }
    },
  )

  it('is another for each status, and names the standard of what is established', () => {
    const forms = CLAIM_STATUSES.map((status) => claimFormula(say, standing(status), 'x'))
    expect(new Set(forms).size).toBe(CLAIM_STATUSES.length)
    expect(claimFormula(say, standing('established'), 'x')).toContain(say('standard.reasonable-grounds'))
  })

  it('is weaker than what a stronger status says', () => {
    const strong = claimFormula(say, standing('established'), 'x')
    for (const status of CLAIM_STATUSES.filter((each) => each !== 'established'))
      expect(overstatements(strong, language, status).length, status).toBeGreaterThan(0)
  })
})
