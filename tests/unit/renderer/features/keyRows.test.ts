import { expect, test } from 'vitest'
import type { OwnKey } from '../../../../src/core/keyring/ownKey.ts'
import { isOwnKey, keyRows } from '../../../../src/renderer/features/keyring/keyRows.ts'

const key = (id: string, name: string, createdAt: string, retiredAt?: string): OwnKey => ({
  id,
  createdAt,
  updatedAt: createdAt,
  confidentiality: 'RED',
  tags: [],
  name,
  use: 'sign',
  publicKey: 'RW',
  ...(retiredAt === undefined ? {} : { retiredAt }),
})

test('keys in use come first, then by name, the newest of one name before the older', () => {
  const keys = [
    key('a', 'Beta', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
    key('b', 'Beta', '2026-02-01T00:00:00Z'),
    key('c', 'Alpha', '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z'),
    key('d', 'Alpha', '2026-01-02T00:00:00Z'),
    key('e', 'Alpha', '2026-01-03T00:00:00Z'),
  ]
  const { compare } = new Intl.Collator('en')
  const rows = keyRows(Object.fromEntries(keys.map((each) => [each.id, each])), compare)
  expect(rows.map(({ id }) => id)).toEqual(['e', 'd', 'b', 'c', 'a'])
  expect(rows.every(isOwnKey)).toBe(true)
})
