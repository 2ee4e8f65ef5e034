/** How long chunks are, as docs/format/vault-v1.md says. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { ContentPart } from '../../../src/vault/file/engine.ts'
import { FileEngine } from '../../../src/vault/file/FileEngine.ts'
import { type IndexedChunk, parseIndex } from '../../../src/vault/format/lines.ts'
import { PowerCutDisk } from '../../support/vault/powerCutDisk.ts'
import { createRandom } from '../../support/vault/random.ts'
import { createTestLog, expectValue, openTestLog } from '../../support/vault/testLog.ts'
import { logOf } from './vaultFixture.ts'

const BOOK = new URL('../../../docs/format/vault-v1.md', import.meta.url)
const PATH = '/logs/log.daybook'

/** The chunks of a log of `count` records, as its index describes them. */
async function chunksOf(count: number): Promise<readonly IndexedChunk[]> {
  const disk = new PowerCutDisk(createRandom(1), ['/logs'])
  await expectValue(await createTestLog(PATH, logOf(count), { disk })).close()
  const parts: ContentPart[] = []
  const opened = await openTestLog(PATH, {
    startEngine: (listener, policy) =>
      new FileEngine({
        disk,
        policy,
        warningsFor: () => [],
        listener: {
          content: (more) => {
            parts.push(...more)
            listener.content(more)
          },
          progress: (step, done, total) => listener.progress(step, done, total),
          changed: (state) => listener.changed(state),
        },
      }),
  })
  await expectValue(opened).close()
  return parts.flatMap((part) => (part.kind === 'index' ? parseIndex(Buffer.from(part.body)) : []))
}

test('a chunk ends with the record that fills it', async () => {
  const text = await readFile(BOOK, 'utf8')
  const said =
    /Daybook ends a\s+chunk with the record that brings[^.]*?to ([\d,]+) bytes/.exec(text)?.[1] ?? ''
  const length = Number(said.replaceAll(',', ''))
  expect(length).toBeGreaterThan(0)
  const chunks = await chunksOf(6_000)
  const full = chunks.filter(({ collection }) => collection === 'incidents').slice(0, -1)
  expect(full.length).toBeGreaterThan(1)
  for (const { entries } of full) {
    const lines = entries.map((entry) => entry.length + 1)
    const sum = lines.reduce((total, line) => total + line, 0)
    expect(sum).toBeGreaterThanOrEqual(length)
    expect(sum - (lines.at(-1) ?? 0)).toBeLessThan(length)
  }
})
