/**
 * A content far larger than what may be held of it. 256 MiB here; the 2 GiB that the bar asks for by
 * `DAYBOOK_EVIDENCE_MIB=2048 npx vitest run tests/fault/evidenceMemory.test.ts`.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { evidenceFolder } from '../../src/vault/evidence/evidenceFolder.ts'
import { temporaryFolder } from '../unit/vault/evidenceFixture.ts'

const MIB = 2 ** 20
const SIZE_BYTES = Number(process.env.DAYBOOK_EVIDENCE_MIB ?? 256) * MIB
const CHILD = fileURLToPath(new URL('./evidenceMemoryChild.ts', import.meta.url))

const reportSchema = z.object({
  sizeBytes: z.int(),
  baseline: z.int(),
  peakSealing: z.int(),
  peak: z.int(),
  sealingMs: z.int(),
  verifyingMs: z.int(),
})

test('sealing and reading it takes less than 100 MB more than the process had', {
  timeout: 600_000,
}, async () => {
  const folder = evidenceFolder(join(await temporaryFolder(), 'log.daybook'))
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, folder, String(SIZE_BYTES)])
  const report = reportSchema.parse(JSON.parse(stdout))
  console.log(`evidence memory: ${stdout}`)
  expect(report.sizeBytes).toBe(SIZE_BYTES)
  expect(report.peak - report.baseline).toBeLessThan(100e6)
})
