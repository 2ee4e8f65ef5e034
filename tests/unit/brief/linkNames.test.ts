/** What links are called: the typesetter says "E-mail" of an address in the language of the brief, which is no finding. */
import { expect, it } from 'vitest'
import { makeBrief } from '../../../src/brief/makeBrief.ts'
import { BRIEF_LANGUAGES } from '../../../src/core/redaction/briefData.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

it.each(BRIEF_LANGUAGES)(
  'a brief in %s with addresses to write to and to call is released',
  async (language) => {
    const made = await makeBrief({
      data: sampleBrief(language, 4, {}),
      canaries: [],
      resourcesDir: RESOURCES,
      label: sampleLabel,
      forms: ['pdf'],
    })
    expect(made.ok ? 'made' : made.error).toBe('made')
  },
)
