/** Logs that grow, change and are made smaller again and again: every record stays what it was last. */
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestLog, expectValue, openTestLog } from '../../support/vault/testLog.ts'
import { EMPTY_LOG, QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'

const ports = { policy: QUIET_POLICY }

/** About 2 KB that compresses neither to nothing nor not at all. */
function textOf(n: number, version: number): string {
  const words = Array.from(
    { length: 250 },
    (_, index) => `w${(n * 7919 + version * 104_729 + index * index * 31) % 9_973}`,
  )
  return words.join(' ')
}

const round = fc.record({
  added: fc.integer({ min: 0, max: 700 }),
  /** Share of what there is that is changed. */
  changed: fc.double({ min: 0, max: 1, noNaN: true }),
  reopened: fc.boolean(),
})

test('any rounds of growth, change, compaction and reopening', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async (rounds) => {
      const path = join(await temporaryFolder(), 'log.daybook')
      let session = expectValue(await createTestLog(path, EMPTY_LOG, ports))
      const expected = new Map<string, string>()
      for (const [version, { added, changed, reopened }] of rounds.entries()) {
        const size = expected.size
        const updated = await session.update((log) => {
          for (let n = 0; n < size + added; n += 1) {
            const isChanged = n >= size || (n * 0.618_034) % 1 < changed
            if (!isChanged) continue
            const text = textOf(n, version)
            log.incidents[`i${n}`] = { id: `i${n}`, n, text }
            expected.set(`i${n}`, text)
          }
        })
        expectValue(updated)
        expectValue(await session.compact())
        if (reopened) {
          await session.close()
          session = expectValue(await openTestLog(path, ports))
        }
      }
      await session.close()
      session = expectValue(await openTestLog(path, ports))
      const found = new Map(Object.values(session.data.incidents).map(({ id, text }) => [id, text]))
      await session.close()
      expect(found).toEqual(expected)
    }),
    { numRuns: 12 },
  )
})
