/** A journal without a file: what would be written is kept in lists, and can be made to fail or to wait. */
import { JournalAdapter } from '../../../src/vault/data/JournalAdapter.ts'
import { JournalLow } from '../../../src/vault/data/JournalLow.ts'
import { RecordChunks } from '../../../src/vault/data/RecordChunks.ts'
import { parseTransactionPart } from '../../../src/vault/format/lines.ts'
import { VaultFailure } from '../../../src/vault/vaultError.ts'
import { type TestLog, testSchema } from '../../support/vault/testLog.ts'

/** One operation: collection, id, and the record or null where it was deleted. */
export type Operation = readonly [collection: string, id: string, record: unknown]

export interface TestJournal {
  readonly adapter: JournalAdapter<TestLog>
  readonly low: JournalLow<TestLog>
  /** Groups that were saved, each of transactions, each of operations. */
  readonly groups: readonly (readonly (readonly Operation[])[])[]
  /** The next `count` groups fail with `disk/full`. */
  fail(count: number): void
  /** From now on a group waits until the function returned is called. */
  block(): () => void
}

export function testJournal(initial: TestLog): TestJournal {
  const groups: (readonly (readonly Operation[])[])[] = []
  let failures = 0
  let gate: Promise<void> | null = null
  const adapter = new JournalAdapter<TestLog>(testSchema, new RecordChunks(), {
    now: () => new Date('2026-01-02T03:04:05.000Z'),
    append: async (transactions) => {
      // What the disk is given is fixed when it is given.
      const group = transactions.map((parts) => parts.flatMap(operationsOf))
      await gate
      if (failures > 0) {
        failures -= 1
        throw new VaultFailure({ code: 'disk/full' })
      }
      groups.push(group)
    },
  })
  adapter.fill(initial)
  return {
    adapter,
    low: new JournalLow(adapter),
    groups,
    fail: (count) => {
      failures = count
    },
    block: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return () => {
        gate = null
        resolve()
      }
    },
  }
}

function operationsOf(part: Uint8Array): Operation[] {
  return parseTransactionPart(Buffer.from(part)).lines.map(({ collection, id, json }) => [
    collection,
    id,
    json.length === 0 ? null : JSON.parse(json.toString('utf8')),
  ])
}

/** Lets everything that is ready run. */
export async function letRun(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
