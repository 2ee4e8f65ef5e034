import { describe, expect, it } from 'vitest'
import { claimSchema } from '../../../../src/core/claim.ts'
import { sourceSchema } from '../../../../src/core/source.ts'
import { sourceItemSchema } from '../../../../src/core/sourceItem.ts'
import { credibilityCap } from '../../../../src/renderer/features/board/credibilityCap.ts'

const base = (id: string) => ({
  id,
  createdAt: '2024-01-01T00:00:00Z',
  updatedAt: '2024-01-01T00:00:00Z',
  confidentiality: 'RED',
})
const source = (id: string, reliability: string) =>
  sourceSchema.parse({ ...base(id), name: id, kind: 'media', reliability })
const item = (id: string, of: string, derivesFrom: string[] = []) =>
  sourceItemSchema.parse({
    ...base(id),
    title: id,
    itemType: 'report',
    source: of,
    accessedAt: '2024',
    derivesFrom,
  })
const claim = (evidenceFor: string[], credibility = 3) =>
  claimSchema.parse({
    ...base('claim'),
    statement: 'Something happened',
    kind: 'event',
    status: 'rumour',
    credibility,
    evidenceFor,
  })
const sourcing = {
  sources: { good: source('good', 'B'), poor: source('poor', 'E'), fresh: source('fresh', 'F') },
  items: {
    i1: item('i1', 'good'),
    i2: item('i2', 'poor'),
    i3: item('i3', 'fresh'),
    copy: item('copy', 'poor', ['i1']),
  },
}

describe('credibilityCap', () => {
  it('lacks nothing with two independent sources, one of them graded', () => {
    expect(credibilityCap(claim(['i1', 'i2'], 1), sourcing)).toMatchObject({
      independentFor: 2,
      lacksSource: false,
      lacksGradedSource: false,
      tooHigh: false,
    })
  })
  it('counts a copy as no second source', () => {
    expect(credibilityCap(claim(['i1', 'copy'], 1), sourcing)).toMatchObject({
      lacksSource: true,
      tooHigh: true,
    })
  })
  it('does not take D to F for a graded source', () => {
    expect(credibilityCap(claim(['i2', 'i3']), sourcing)).toMatchObject({
      lacksSource: false,
      lacksGradedSource: true,
    })
  })
})
