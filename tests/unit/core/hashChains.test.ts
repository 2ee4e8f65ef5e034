import { describe, expect, it } from 'vitest'
import { HashChains } from '../../../src/core/redaction/mentions/HashChains.ts'

describe('values by a hash', () => {
  it('are given back newest first, however many there are', () => {
    const chains = new HashChains<number>()
    const hashes = Array.from({ length: 30_000 }, (_, at) => Math.imul(at % 9_000, 0x9e3779b1))
    for (const [at, hash] of hashes.entries()) chains.add(hash, at)
    expect(chains.size).toBe(hashes.length)
    const byHash = Map.groupBy(hashes.keys(), (at) => hashes[at] ?? 0)
    for (const [hash, added] of byHash) {
      const found: number[] = []
      chains.forEach(hash, (value) => found.push(value))
      expect(found).toEqual(added.reverse())
      expect(chains.mayHold(hash)).toBe(true)
    }
  })

  it('are not there under another hash', () => {
    const chains = new HashChains<string>()
    chains.add(7, 'a')
    const found: string[] = []
    for (let hash = 8; hash < 40_000; hash += 1) chains.forEach(hash, (value) => found.push(value))
    expect(found).toEqual([])
  })
})
