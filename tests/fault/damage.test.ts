/** A damaged log is refused, or opens to exactly the same data; never to other data in silence. */
import { beforeAll, describe, expect, test } from 'vitest'
import { FLAG_DICTIONARY, FLAG_MORE, FRAME_TYPES } from '../../src/vault/format/frame.ts'
import { frameStarts, makeSubjects, type Subject, type Subjects } from './damageSubject.ts'
import { flipBits, rearrange, truncateEverywhere } from './damageTrials.ts'
import { makeLargeSubject } from './largeSubject.ts'

const seed = Date.now() % 1_000_000
const FLIPS = 700
/** Each attempt reads megabytes. */
const LARGE_FLIPS = 80
const LARGE_CUTS = 40
let subjects: Subjects

beforeAll(async () => {
  console.log(`seed ${seed}`)
  subjects = await makeSubjects(seed)
})

// The long run: tests/fault/damageRun.ts
test.each(['closed', 'open'] as const)('%s: single bits', async (name) => {
  const report = await flipBits(subjects[name], FLIPS, seed)
  expect(report.broken).toEqual([])
  expect(report.attempts).toBe(FLIPS)
})

test.each(['closed', 'open'] as const)('%s: cut off', async (name) => {
  const report = await truncateEverywhere(subjects[name], 65_536, 127)
  expect(report.broken).toEqual([])
  expect(Object.keys(report.outcomes).join()).toMatch(/refused: vault\/damaged/)
})

describe('a log with a dictionary, and a save of several frames', () => {
  let large: Subject
  beforeAll(async () => {
    large = await makeLargeSubject(seed)
  })

  test('has them', () => {
    const frames = frameStarts(large.bytes).slice(0, -1)
    const kinds = frames.map((at) => ({ type: large.bytes[at + 8], flags: large.bytes[at + 9] ?? 0 }))
    expect(kinds.filter(({ type }) => type === FRAME_TYPES.dictionary)).toHaveLength(2)
    expect(kinds.filter(({ flags }) => (flags & FLAG_DICTIONARY) !== 0).length).toBeGreaterThan(4)
    expect(kinds.filter(({ flags }) => (flags & FLAG_MORE) !== 0).length).toBeGreaterThan(0)
  })

  test('single bits', async () => {
    const report = await flipBits(large, LARGE_FLIPS, seed)
    expect(report.broken).toEqual([])
    expect(report.attempts).toBe(LARGE_FLIPS)
  })

  test('cut off in the saves', async () => {
    const saves = frameStarts(large.bytes).slice(-5)
    const from = large.bytes.length - (saves[0] ?? 0)
    const report = await truncateEverywhere(large, from, Math.ceil(from / LARGE_CUTS), seed % 997)
    expect(report.broken).toEqual([])
    expect(report.attempts).toBeGreaterThan(LARGE_CUTS / 2)
  })
})

test('rearranged frames', async () => {
  const reports = await rearrange(subjects)
  expect(reports.flatMap(({ what, broken }) => broken.map((line) => `${what}: ${line}`))).toEqual([])
  const outcome = (what: string) =>
    Object.keys(reports.find((report) => report.what === what)?.outcomes ?? {})
  // Its commit record ends inside a frame of this history.
  expect(outcome('closed: the pages of a fork')).toEqual(['refused: vault/damaged history'])
  // What is committed is never cut off, whatever stands there instead.
  for (const what of ['two late frames swapped', 'a late frame removed', 'a late frame twice']) {
    expect(outcome(`closed: ${what}`).join()).toMatch(/^refused: vault\/damaged (frame|length)$/)
  }
  for (const what of ['an old frame again', 'random bytes', 'frames of a fork']) {
    expect(outcome(`closed: ${what} at the end`)).toEqual(['opened, reported'])
  }
  // A reserve, which no crash can have made of anything.
  expect(outcome('closed: zeros at the end')).toEqual(['opened'])
})
