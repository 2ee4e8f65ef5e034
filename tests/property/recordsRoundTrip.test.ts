import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordLine } from '../../src/cli/recordLines.ts'
import { emptyLog, type Log } from '../../src/core/log.ts'
import { type AnyRecord, KINDS, SCHEMAS } from '../../src/core/records.ts'
import { shapeOf, walkFields } from '../../src/core/schemaWalk.ts'
import { isKeyKind } from '../../src/interchange/keyKinds.ts'
import { logArbitrary, recordArbitrary } from '../support/recordArbitrary.ts'
import { importInto, LATER, NOW } from '../unit/interchange/planFixture.ts'

/** Keys are taken from no file (interchange/keyKinds.ts). */
const IMPORTED = KINDS.filter((kind) => !isKeyKind(kind))

/** What `list LOG KIND --json` prints, kind after kind. */
const listed = (log: Log): string =>
  IMPORTED.flatMap((kind) =>
    Object.values<AnyRecord>(log[kind]).map((record) => JSON.stringify(recordLine(kind, record))),
  ).join('\n')

async function expectSame(log: Log): Promise<void> {
  const empty = { ...emptyLog(NOW), meta: log.meta }
  const { plan, log: copy } = await importInto(empty, { text: listed(log), format: 'records', now: LATER })
  expect(plan.rejected).toEqual([])
  for (const kind of IMPORTED) expect(copy[kind]).toEqual(log[kind])
}

describe('records written as lines and read into an empty log', () => {
  it('are the same, whatever fields they have', async () => {
    await fc.assert(fc.asyncProperty(logArbitrary('some'), expectSame), { numRuns: 30 })
  }, 60_000)

  it('are the same with every field of every kind', async () => {
    await fc.assert(fc.asyncProperty(logArbitrary('all'), expectSame), { numRuns: 8 })
  }, 60_000)
})

describe.each(KINDS)('the records made for these tests, %s', (kind) => {
  it('have every field', () => {
    const [record] = fc.sample(recordArbitrary(kind, 'all'), { numRuns: 1, seed: 1 })
    expect(Object.keys(record ?? {}).sort()).toEqual(Object.keys(shapeOf(SCHEMAS[kind]) ?? {}).sort())
    const paths = new Set(
      fc.sample(recordArbitrary(kind, 'all'), { numRuns: 40, seed: 1 }).flatMap((each) => pathsOf(each)),
    )
    const fields = walkFields(SCHEMAS[kind]).map(({ path }) => path.join('.'))
    expect(fields.filter((field) => !paths.has(field))).toEqual([])
  })
})

/** Dotted paths of all that stands in a record, list positions left out. */
function pathsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsOf(each, path))
  if (typeof value !== 'object' || value === null) return path === '' ? [] : [path]
  return [
    ...(path === '' ? [] : [path]),
    ...Object.entries(value).flatMap(([name, each]) => pathsOf(each, path === '' ? name : `${path}.${name}`)),
  ]
}
