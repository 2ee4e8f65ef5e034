/**
 * The sentence everything serves (redaction.md): two logs that differ only in protected values give equal bytes. A short
 * run through every shipped profile and every form; the long one is `node tests/leak/harness/longRun.ts --pairs 1000`.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../src/core/records.ts'
import { PROFILES } from '../../src/core/redaction/profile.ts'
import { describeRun } from './harness/describeRun.ts'
import { FORMS } from './harness/exportBrief.ts'
import { makeBase, makePair, sidesOf } from './harness/pair.ts'
import { type Report, runPairs, shareHeld } from './harness/runPairs.ts'

const SEED = 20_251_129
const PAIRS = 4
const profiles = Object.values(PROFILES)

describe('pairs of logs that differ only in protected values', () => {
  let report: Report

  beforeAll(async () => {
    report = await runPairs({ seed: SEED, pairs: PAIRS, profiles, forms: FORMS, pdfEvery: PAIRS })
    process.stdout.write(`${describeRun(report)}\n`)
  }, 600_000)

  it('give equal bytes by every profile and in every form', () => {
    expect(report.failures.length === 0 ? '' : describeRun(report)).toBe('')
    expect(report.compared).toEqual({
      json: PAIRS * profiles.length,
      geojson: PAIRS * profiles.length,
      csv: PAIRS * profiles.length,
      claimreview: PAIRS * profiles.length,
      page: PAIRS * profiles.length,
      pdf: profiles.length,
    })
  })

  it('give briefs that hold at least half of the eligible rows', () => {
    expect(shareHeld(report)).toBeGreaterThanOrEqual(0.5)
    for (const { held, eligible } of Object.values(report.rows)) expect(held / eligible).toBeGreaterThan(0.4)
  })

  it('differ in every record, its id and its entry times, and hold all kinds', () => {
    const kinds = new Set<string>()
    for (const profile of profiles) {
      const pair = makePair(SEED, 1, profile)
      const [one, two] = sidesOf(pair)
      const before = new Set(KINDS.flatMap((kind) => Object.keys(one.log[kind])))
      const after = new Set(KINDS.flatMap((kind) => Object.keys(two.log[kind])))
      expect(before.isDisjointFrom(after)).toBe(true)
      const times = KINDS.flatMap((kind) => Object.values(one.log[kind]).map(({ createdAt }) => createdAt))
      const otherTimes = new Set(
        KINDS.flatMap((kind) => Object.values(two.log[kind]).map(({ createdAt }) => createdAt)),
      )
      expect(times.filter((time) => otherTimes.has(time))).toEqual([])
      for (const kind of KINDS) if (Object.keys(two.log[kind]).length > 0) kinds.add(kind)
    }
    expect([...kinds].sort()).toEqual([...KINDS].sort())
  })

  it('come from their seed alone', () => {
    const again = () => JSON.stringify(sidesOf(makePair(SEED, 2, PROFILES.public ?? expect.fail())))
    expect(again()).toBe(again())
    expect(JSON.stringify(makeBase(SEED, 2))).not.toBe(JSON.stringify(makeBase(SEED + 1, 2)))
  })
})
