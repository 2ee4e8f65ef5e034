/** EDTF texts of every form of levels 0 and 1, for property tests. */
import fc from 'fast-check'
import { isEdtf } from '../../src/core/edtf.ts'

const two = (n: number) => String(n).padStart(2, '0')
const year = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1500, max: 2199 }).map(String) },
  fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0')),
  fc.integer({ min: 1, max: 9999 }).map((n) => `-${String(n).padStart(4, '0')}`),
)
const month = fc.integer({ min: 1, max: 12 }).map(two)
const day = fc.integer({ min: 1, max: 28 }).map(two)

const bare = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, month, day).map((parts) => parts.join('-')),
  fc
    .tuple(year, fc.constantFrom('21', '22', '23', '24', '33', '34', '35', '36', 'XX', 'XX-XX'))
    .map((parts) => parts.join('-')),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}-XX`),
  year.map((y) => `${y.slice(0, -1)}X`),
  year.map((y) => `${y.slice(0, -2)}XX`),
  fc.integer({ min: 10_000, max: 999_999_999_999_999 }).map((n) => `Y${n}`),
  fc.integer({ min: 10_000, max: 999_999_999_999_999 }).map((n) => `Y-${n}`),
)
const end = fc.tuple(bare, fc.constantFrom('', '', '?', '~', '%')).map(([date, mark]) => date + mark)

/** One date or an interval, all of them valid. */
export const edtfText = fc
  .oneof(
    { weight: 3, arbitrary: end },
    { weight: 2, arbitrary: fc.tuple(end, end).map((ends) => ends.join('/')) },
    end.map((date) => `${date}/..`),
    end.map((date) => `../${date}`),
    end.map((date) => `${date}/`),
    end.map((date) => `/${date}`),
    fc.tuple(year, month, day).map((parts) => `${parts.join('-')}T12:30:00Z`),
  )
  .filter(isEdtf)
