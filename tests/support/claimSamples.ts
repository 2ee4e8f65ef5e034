// Claims, items and sources with made-up ids, for tests of what is computed about them. A test names what it cares for.
import { type Claim, claimSchema } from '../../src/core/claim.ts'
import { type Source, sourceSchema } from '../../src/core/source.ts'
import { type SourceItem, sourceItemSchema } from '../../src/core/sourceItem.ts'

const base = (id: string) => ({
  id,
  createdAt: '2024-01-01T00:00:00Z',
  updatedAt: '2024-01-01T00:00:00Z',
  confidentiality: 'RED',
})

export function sampleClaim(id: string, fields: Readonly<Record<string, unknown>> = {}): Claim {
  return claimSchema.parse({
    ...base(id),
    statement: `Statement ${id}`,
    kind: 'event',
    status: 'rumour',
    credibility: 6,
    ...fields,
  })
}

export function sampleSource(id: string, fields: Readonly<Record<string, unknown>> = {}): Source {
  return sourceSchema.parse({ ...base(id), name: `Source ${id}`, kind: 'media', reliability: 'F', ...fields })
}

export function sampleItem(id: string, source: string, derivesFrom: readonly string[] = []): SourceItem {
  return sourceItemSchema.parse({
    ...base(id),
    title: `Item ${id}`,
    itemType: 'report',
    source,
    accessedAt: '2024',
    derivesFrom,
  })
}

export const byId = <R extends { readonly id: string }>(records: readonly R[]): Record<string, R> =>
  Object.fromEntries(records.map((record) => [record.id, record]))
