/** A brief prints claims as they stood on its day, and no sentence that says more than that. On the worked example. */
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { vocabularyLabel } from '../../../src/brief/vocabularyLabel.ts'
import { stateAsOf } from '../../../src/core/grading.ts'
import type { Log } from '../../../src/core/log.ts'
import { parseQuery } from '../../../src/core/query.ts'
import { PUBLIC_PROFILE } from '../../../src/core/redaction/profile.ts'
import { redact } from '../../../src/core/redaction/redact.ts'
import { selectByQuery } from '../../../src/core/redaction/selectByQuery.ts'
import { overstatements } from '../../../src/core/wording/overstatements.ts'
import { createDemoLog, DEMO_LANGUAGES } from '../../../src/interchange/demoLog.ts'

const RESOURCES = path.join(import.meta.dirname, '../../../resources')
const ATTRIBUTION = 'enveqjfwfwcry5dkq2qz'
const PRISONS = 'c73vx5kankds719a07e3'

describe.each(DEMO_LANGUAGES)('a brief of the worked example in %s', (language) => {
  let log: Log
  const newId = () => 'never-used'
  beforeAll(async () => {
    log = await createDemoLog(RESOURCES, language, '2019-06-30T00:00:00Z', newId)
  })
  const briefOf = (asOf: string, title = 'Spring', where = '') => {
    const query = parseQuery(where)
    if (!query.ok) throw new Error(where)
    const selection = selectByQuery(log, query.value, asOf)
    return redact({
      log,
      selection,
      profile: PUBLIC_PROFILE,
      seed: '7'.repeat(64),
      asOf,
      language,
      title,
      keepSmallClasses: true,
    })
  }

  it.each(['2017-03-01', '2017-06-30', '2019-06-30'])('as of %s says no more than was known', (asOf) => {
    const { data } = briefOf(asOf)
    expect(data.claims.length).toBeGreaterThan(10)
    for (const claim of data.claims) {
      expect(claim.asOf === null || claim.asOf <= asOf).toBe(true)
      if (claim.wording !== null) expect(overstatements(claim.wording, undefined, claim.status)).toEqual([])
    }
    const statuses = (rows: readonly { status: string }[]) => rows.map((row) => row.status).sort()
    const standing = Object.values(log.claims)
      .filter((claim) => claim.confidentiality === 'CLEAR')
      .map((claim) => stateAsOf(claim, asOf))
      .filter((state) => state.status !== 'superseded')
    expect(statuses(data.claims)).toEqual(statuses(standing))
  })

  it('keeps back the plain sentence of 2019 in a brief of 2017, and prints the careful form', () => {
    const then = briefOf('2017-06-30')
    expect(then.overstated).toContainEqual({ claim: ATTRIBUTION, code: 'no-hedge' })
    expect(then.withheld['field/wording']).toBe(then.overstated.length)
    const plain = log.claims[ATTRIBUTION]?.safeWording ?? ''
    expect(JSON.stringify(then.data)).not.toContain(plain)
    const forms = createBriefPage(then.data, vocabularyLabel).claims.groups.flatMap((group) =>
      group.claims.flatMap(({ wording, withheld }) => (wording === null ? [withheld] : [])),
    )
    expect(forms.filter((form) => /It appears that|По-видимому/.test(form)).length).toBeGreaterThan(0)
    const now = briefOf('2019-06-30')
    expect(now.overstated).toEqual([])
    expect(JSON.stringify(now.data)).toContain(plain)
  })

  it('prints with each claim the day it speaks for', () => {
    for (const asOf of ['2017-06-30', '2019-06-30']) {
      const { data } = briefOf(asOf)
      const facts = createBriefPage(data, vocabularyLabel).claims.groups.flatMap(({ claims }) =>
        claims.map((claim) => claim.facts.join(' ')),
      )
      expect(facts).toHaveLength(data.claims.length)
      expect(
        facts.filter(
          (text) => !/As of \d+|Not yet assessed on \d+|По состоянию на|ещё не оценено/.test(text),
        ),
      ).toEqual([])
    }
  })

  it('chooses claims by where they stood', () => {
    const chosen = (asOf: string) => selectByQuery(log, queryOf('status:established'), asOf).claims
    expect(chosen('2017-06-30')).not.toContain(PRISONS)
    expect(chosen('2019-06-30')).toContain(PRISONS)
  })

  it('warns of a title that speaks of proof', () => {
    const title = language === 'en' ? 'Proven killings' : 'Доказанные убийства'
    expect(briefOf('2019-06-30', title).titleOverstates).toEqual([title.split(' ')[0]])
    expect(briefOf('2019-06-30').titleOverstates).toEqual([])
  })
})

function queryOf(text: string) {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(text)
  return query.value
}
