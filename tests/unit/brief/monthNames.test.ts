/** A short name of a month is a name of people as well: that a chart may print it excuses nobody who has it. */
import { expect, it } from 'vitest'
import { briefJson } from '../../../src/brief/briefJson.ts'
import { excusesFor } from '../../../src/brief/gate/allowedStrings.ts'
import { createGate } from '../../../src/brief/gate/checkBytes.ts'
import type { BriefData, BriefLanguage } from '../../../src/core/redaction/briefData.ts'
import { sampleBrief, sampleLabel } from './sampleBrief.ts'

const findingsOf = async (language: BriefLanguage, name: string, summary: string) => {
  const sample = sampleBrief(language, 2)
  const incidents = sample.incidents.map((each, place) => (place === 0 ? { ...each, summary } : each))
  const profile = { ...sample.profile, shows: [...sample.profile.shows, 'incidents.summary' as const] }
  const data: BriefData = { ...sample, profile, incidents }
  const where = { kind: 'persons', id: 'x', field: 'names' } as const
  const gate = createGate([{ value: name, protected: 'identity', where }], () =>
    excusesFor(data, sampleLabel),
  )
  const findings = await gate.check(briefJson(data), 'made')
  return findings.map((each) => each.class)
}

it.each([
  ['en', 'Jan Kowalski', 'Police took Jan from his flat'],
  ['fr', 'Mai Haddad', 'La police a emmené Mai hier'],
  ['ar', 'يول حداد', 'أخذت الشرطة يول ليلا'],
] as const)('a person in %s who is called like a month is found: %s', async (language, name, text) => {
  expect(await findingsOf(language, name, text)).toContain('leak/identity')
  expect(await findingsOf(language, name, '')).toEqual([])
})
