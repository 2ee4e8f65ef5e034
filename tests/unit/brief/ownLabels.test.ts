/** The log's own words for codes in a brief: printed where clean, left out where they name somebody. */
import { describe, expect, it } from 'vitest'
import { labelWithOwn, vocabularyLabel } from '../../../src/brief/vocabularyLabel.ts'
import { mentionCheck } from '../../../src/core/redaction/mentions.ts'
import { ownLabels } from '../../../src/core/redaction/ownLabels.ts'
import type { LocalTerm } from '../../../src/core/terms.ts'

const TORTURE = '020111110000'
const term = (code: string, labels: LocalTerm['labels']): LocalTerm => ({
  id: `violation-types/${code}`,
  vocabulary: 'violation-types',
  code,
  labels,
})
const mentions = mentionCheck([
  {
    value: 'Zelmurad Khastugayev',
    protected: 'identity',
    where: { kind: 'persons', id: 'p', field: 'realName' },
  },
])
const labelOf = (...terms: LocalTerm[]) =>
  labelWithOwn(ownLabels(Object.fromEntries(terms.map((each) => [each.id, each])), mentions))

describe('labels of the log in a brief', () => {
  it('are printed for its own codes, in another language where there is none, and for shipped codes', () => {
    const label = labelOf(term('local:outing', { ru: 'Раскрытие' }), term(TORTURE, { en: 'Torment' }))
    expect(label('local:outing', 'ru')).toBe('Раскрытие')
    expect(label('local:outing', 'en')).toBe('Раскрытие')
    expect(label(TORTURE, 'en')).toBe('Torment')
    expect(label(TORTURE, 'fr')).toBe(vocabularyLabel(TORTURE, 'fr'))
    expect(label('030101000000', 'en')).toBe(vocabularyLabel('030101000000', 'en'))
  })

  it('are left out when they mention a protected value', () => {
    const named = { en: 'What Khastugayev calls it' }
    expect(labelOf(term(TORTURE, named))(TORTURE, 'en')).toBe(vocabularyLabel(TORTURE, 'en'))
    const own = labelOf(term('local:x', { ...named, fr: 'Autre chose' }))
    expect(own('local:x', 'en')).toBe('Autre chose')
    expect(labelOf(term('local:x', named))('local:x', 'en')).toBe('local:x')
  })
})
