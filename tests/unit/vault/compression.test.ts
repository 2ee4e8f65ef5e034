import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { compressSmall, DictionaryCompressor, decompress } from '../../../src/vault/format/compression.ts'

const dictionary = Buffer.from(
  Array.from({ length: 20_000 }, (_, n) => `word${(n * 7919) % 5_003}`).join(' '),
)

function compressor(): DictionaryCompressor {
  const made = new DictionaryCompressor(dictionary)
  onTestFinished(() => made.close())
  return made
}

/** Some of the dictionary and some noise, of any length up to megabytes. */
const body = fc
  .tuple(fc.nat(dictionary.length), fc.nat(2_000_000), fc.nat(3_000))
  .map(([from, length, noise]) => {
    const parts = [dictionary.subarray(from), randomBytes(noise), dictionary]
    return Buffer.concat([...parts, ...parts, ...parts, ...parts]).subarray(0, length)
  })

test('one compressor makes bodies that each open alone, whatever came before them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 6 }), async (bodies) => {
      const shared = new DictionaryCompressor(dictionary)
      const made = []
      for (const each of bodies) made.push(await shared.compress(each))
      shared.close()
      const opened = made.map((each) => decompress(each.body, each.flags, dictionary))
      expect(opened.reverse().map((each) => each.toString('hex'))).toEqual(
        bodies.reverse().map((each) => each.toString('hex')),
      )
    }),
    { numRuns: 20 },
  )
})

test('what is in the dictionary costs next to nothing', async () => {
  const made = await compressor().compress(dictionary.subarray(1_000, 61_000))
  expect(made.body.length).toBeLessThan(200)
})

test('closed while it works, it gives no half of a chunk', async () => {
  const closing = compressor()
  const working = closing.compress(randomBytes(500_000))
  closing.close()
  await expect(working).rejects.toThrow()
  await expect(closing.compress(Buffer.from('more'))).rejects.toThrow()
})

test('without a dictionary, short and long bodies are compressed alike', async () => {
  for (const length of [0, 1, 16_383, 16_384, 300_000]) {
    const given = Buffer.alloc(length, 'так и так ')
    const made = await compressSmall(given)
    expect(decompress(made.body, made.flags).equals(given)).toBe(true)
  }
})
