import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chunkBody,
  firstRecordOffset,
  indexLine,
  operationText,
  parseChunk,
  parseIndex,
  parseSnapshotEnd,
  parseTransactionPart,
  snapshotEndBody,
  transactionHead,
} from '../../../src/vault/format/lines.ts'
import { VaultFailure } from '../../../src/vault/vaultError.ts'

const AT = '2026-01-02T03:04:05.678Z'
/** Any text, with line feeds, quotes, lone surrogates and U+2028. */
const text = fc.string({ unit: 'binary' })
const json = fc.jsonValue().map((value) => JSON.stringify(value))
const row = fc.option(fc.jsonValue(), { nil: undefined })

const DAMAGED = { error: { code: 'vault/damaged', where: 'content' } }

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (thrown) {
    return thrown
  }
  return null
}

test('any transaction reads back as it was', () => {
  const operation = fc.record({ collection: text, id: text, row, json: fc.oneof(json, fc.constant('')) })
  fc.assert(
    fc.property(fc.array(operation), (operations) => {
      const body: Buffer[] = [Buffer.from(`${transactionHead(AT)}\n`)]
      for (const { collection, id, row, json } of operations)
        body.push(Buffer.from(operationText(collection, id, row, json)))
      const { at, lines } = parseTransactionPart(Buffer.concat(body))
      expect(at).toBe(AT)
      // A JSON text cannot tell −0 from 0.
      const asJson = (value: unknown) => JSON.stringify(value)
      expect(lines.map((line) => [line.collection, line.id, asJson(line.row), line.json.toString()])).toEqual(
        operations.map((line) => [line.collection, line.id, asJson(line.row), line.json]),
      )
    }),
  )
})

test('any chunk reads back as it was, and each record is where the index says', () => {
  fc.assert(
    fc.property(
      text,
      fc.array(fc.record({ id: text, row, json }), { minLength: 1 }),
      (collection, records) => {
        const lines = records.map(({ json }) => Buffer.from(json))
        const body = chunkBody(collection, lines)
        expect(parseChunk(body)).toEqual({ collection, records: lines })

        const entries = records.map(({ id, row }, index) => ({ id, row, length: lines[index]?.length ?? 0 }))
        const [described] = parseIndex(Buffer.from(`${indexLine({ collection, entries })}\n`))
        let at = firstRecordOffset(collection)
        for (const [index, { length }] of (described?.entries ?? []).entries()) {
          expect(body.subarray(at, at + length)).toEqual(lines[index])
          at += length + 1
        }
        expect(at).toBe(body.length)
        expect(described?.entries.map(({ id, row }) => [id, JSON.stringify(row)])).toEqual(
          records.map(({ id, row }) => [id, JSON.stringify(row)]),
        )
      },
    ),
  )
})

test('any end of a snapshot reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(), fc.nat(), (meta, records, counter) => {
      const read = parseSnapshotEnd(snapshotEndBody({ at: AT, meta, records, counter }))
      expect(JSON.stringify(read)).toBe(JSON.stringify({ at: AT, meta, records, counter }))
    }),
  )
})

describe('what was written wrongly is damage', () => {
  const head = `${transactionHead(AT)}\n`

  test.each([
    ['nothing', ''],
    ['no time', '{}\n'],
    ['more than a time', '{"at":"x","y":1}\n'],
    ['a last line without its end', `${head}["a","b"]\n{}`],
    ['an operation without its record', `${head}["a","b"]\n`],
    ['an operation without an id', `${head}["a"]\n{}\n`],
    ['an operation that is no list', `${head}{"a":"b"}\n{}\n`],
    ['no JSON', `${head}[\n{}\n`],
  ])('a transaction: %s', (_name, body) => {
    const thrown = thrownBy(() => parseTransactionPart(Buffer.from(body)))
    expect(thrown).toBeInstanceOf(VaultFailure)
    expect(thrown).toMatchObject(DAMAGED)
  })

  test.each([
    ['an object', '{}\n'],
    ['no entries', '["a"]\n'],
    ['a collection without a name', '[1,[]]\n'],
    ['an entry without a length', '["a",[["x"]]]\n'],
    ['an entry without an id', '["a",[[1,2]]]\n'],
    ['no line feed', '["a",[]]'],
    ['more records than a chunk may have', `["a",[${Array.from({ length: 20_001 }, () => '["x",1]')}]]\n`],
  ])('an index: %s', (_name, body) => {
    expect(thrownBy(() => parseIndex(Buffer.from(body)))).toMatchObject(DAMAGED)
  })

  test.each([
    ['nothing', ''],
    ['no name', '1\n{}\n'],
    ['no line feed', '"a"\n{}'],
  ])('a chunk: %s', (_name, body) => {
    expect(thrownBy(() => parseChunk(Buffer.from(body)))).toMatchObject(DAMAGED)
  })

  test.each([
    ['no number of records', '{"at":"x","meta":1,"counter":1}\n'],
    ['a negative one', '{"at":"x","meta":1,"counter":1,"records":-1}\n'],
    ['something else as well', '{"at":"x","meta":1,"counter":1,"records":1,"y":1}\n'],
  ])('the end of a snapshot: %s', (_name, body) => {
    expect(thrownBy(() => parseSnapshotEnd(Buffer.from(body)))).toMatchObject(DAMAGED)
  })

  test('any bytes are refused with a code, or taken; never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (junk) => {
        for (const parse of [parseTransactionPart, parseIndex, parseChunk, parseSnapshotEnd]) {
          const thrown = thrownBy(() => parse(Buffer.from(junk)))
          expect(thrown === null || thrown instanceof VaultFailure).toBe(true)
        }
      }),
    )
  })
})

test('a record that no reader would accept is refused before it is written', () => {
  const long = 'x'.repeat(33 * 1024 * 1024)
  expect(thrownBy(() => operationText('a', 'b', undefined, long))).toMatchObject({
    error: { code: 'vault/too-large' },
  })
})
