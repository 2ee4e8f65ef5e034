/** Which records are taken for the same incident, measured against what is known of published and of made-up ones. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newerLayout, olderLayout } from '../../../support/duplicates/iomRecords.ts'
import { measurePairs } from '../../../support/duplicates/measurePairs.ts'
import { plantTwins } from '../../../support/duplicates/plantedTwins.ts'

const folder = process.env.DAYBOOK_TEST_DATA ?? ''
if (folder === '') console.log('skipped: DAYBOOK_TEST_DATA not set')

describe('suggested duplicates', () => {
  it.skipIf(folder === '')('are the same deaths in two layouts of one data set', () => {
    const data = path.join(folder, 'iom-missing-migrants')
    const [newer, older] = [newerLayout(data), olderLayout(data)]
    const truth = new Map([...newer, ...older].map((each) => [each.record.id, each.truth]))
    const known = new Set(older.map((each) => each.truth))
    const truths = new Set(newer.map((each) => each.truth)).intersection(known).size
    const measured = measurePairs(
      older.map((each) => each.record),
      newer.map((each) => each.record),
      (of, incident) => truth.get(of) === truth.get(incident),
      truths,
    )
    console.log('two layouts', measured)
    expect(measured.recall).toBeGreaterThanOrEqual(0.9)
    expect(measured.precision).toBeGreaterThanOrEqual(0.8)
  })

  it.each([1, 2, 3])('are reports of one incident in another language, case and script: %s', (seed) => {
    const { records, twins, truth } = plantTwins(seed, 2000)
    // As many reports of what the log does not have.
    const others = plantTwins(seed + 100, twins.length).records.map((each) => ({
      ...each,
      id: `other-${each.id}`,
    }))
    const measured = measurePairs(
      records,
      [...twins, ...others],
      (of, incident) => truth.get(of) === incident,
      truth.size,
    )
    console.log('planted twins', measured)
    expect(measured.recall).toBeGreaterThanOrEqual(0.9)
    expect(measured.precision).toBeGreaterThanOrEqual(0.8)
  })
})
