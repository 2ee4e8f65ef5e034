/** The published data sets, when the folder named by DAYBOOK_TEST_DATA holds them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import iomMapping from '../../../resources/mappings/iom-missing-migrants.json' with { type: 'json' }
import { emptyLog } from '../../../src/core/log.ts'
import { parseLog } from '../../support/parseLog.ts'
import { importInto, LATER, NOW, plan } from './planFixture.ts'

const folder = process.env.DAYBOOK_TEST_DATA ?? ''
if (folder === '') console.log('skipped: DAYBOOK_TEST_DATA not set')
const LIMIT_MS = 120_000

describe.skipIf(folder === '')('published data sets', () => {
  it.each([
    ['ucdp_sample_23.csv', 1_000],
    ['ucdp_syria_19.1.csv', 16_566],
  ])('%s', { timeout: LIMIT_MS }, async (file, rows) => {
    const bytes = await readFile(join(folder, 'ucdp-ged', file))
    const first = await importInto(emptyLog(NOW), { bytes })
    expect(first.plan).toMatchObject({ format: 'ucdp', rows, new: rows, rejected: [] })
    expect(() => parseLog(first.log)).not.toThrow()
    for (const claim of Object.values(first.log.claims)) expect(claim.evidenceFor.length).toBeGreaterThan(0)
    const again = await plan({ bytes, log: first.log, now: LATER, fileName: 'renamed' })
    expect(again).toMatchObject({ new: 0, updated: 0, unchanged: rows, change: [] })
  })

  it('the Missing Migrants file by its mapping', { timeout: LIMIT_MS }, async () => {
    const bytes = await readFile(join(folder, 'iom-missing-migrants', 'MM_14_21.csv'))
    const first = await importInto(emptyLog(NOW), { bytes, untrustedMap: iomMapping })
    expect(first.plan).toMatchObject({ format: 'csv', rows: 9_906, missingColumns: [] })
    const byColumn = Map.groupBy(first.plan.rejected, ({ column }) => column)
    // 15 rows have no date; 11 count fewer than none missing.
    expect(byColumn.get('Incident Date')).toHaveLength(15)
    expect(byColumn.get('Minimum Estimated Number of Missing')).toHaveLength(11)
    expect(byColumn.size).toBe(2)
    const again = await plan({ bytes, untrustedMap: iomMapping, log: first.log, now: LATER })
    expect(again).toMatchObject({ new: 0, updated: 0, change: [] })
  })
})
