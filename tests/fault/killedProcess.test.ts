/** A process killed while it saves: nothing acknowledged is lost, and the next one opens at once. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runKillRounds } from './killRounds.ts'

test('killed again and again (the long run: tests/fault/killRun.ts)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-kill-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const seed = Date.now() % 1_000_000
  const report = await runKillRounds({ folder, rounds: 12, seed })
  console.log(`seed ${seed}: ${JSON.stringify(report)}`)
  expect(report.failures).toEqual([])
  expect(report.rounds).toBe(12)
  expect(report.acknowledged).toBeGreaterThan(0)
})
