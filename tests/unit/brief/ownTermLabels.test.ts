/** A term of the log's own was typed by somebody, and so was its label: a name in it is excused nowhere. */
import { expect, it } from 'vitest'
import { excusesFor } from '../../../src/brief/gate/allowedStrings.ts'
import { createTextSearch } from '../../../src/brief/gate/text.ts'
import { labelWithOwn, vocabularyLabel } from '../../../src/brief/vocabularyLabel.ts'
import type { BriefData } from '../../../src/core/redaction/briefData.ts'
import { sampleBrief } from './sampleBrief.ts'

const NAME = 'Zelmurad Khastugayev'

function isFound(code: string, label: string): boolean {
  const sample = sampleBrief('en', 2)
  const incidents = sample.incidents.map((each) => ({ ...each, violationTypes: [code] }))
  const data: BriefData = { ...sample, incidents }
  const excuses = excusesFor(data, labelWithOwn(new Map([[code, { en: label }]])))
  const where = { kind: 'persons', id: 'x', field: 'realName' } as const
  const search = createTextSearch([{ value: NAME, protected: 'identity', where }], excuses)
  return search.prose(label, 'page 1').length > 0
}

it.each(['own:ring', '030101000000'])(
  'refuses a page that prints a person’s name as the label of %s',
  (code) => {
    expect(vocabularyLabel('030101000000', 'en')).not.toBe('030101000000')
    expect(isFound(code, `the ring of ${NAME}`)).toBe(true)
    expect(isFound(code, 'the northern ring')).toBe(false)
  },
)
