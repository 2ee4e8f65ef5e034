/** A damaged log is refused, or opens to exactly the same data; never to other data in silence. */
import { beforeAll, expect, test } from 'vitest'
import { makeSubjects, type Subjects } from './damageSubject.ts'
import { flipBits, rearrange, truncateEverywhere } from './damageTrials.ts'

const seed = Date.now() % 1_000_000
const FLIPS = 700
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
