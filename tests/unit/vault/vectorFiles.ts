/** The test vectors in docs/format/vectors, as they are stored. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sha256 } from '../../support/primitivesByTheBook.ts'

const folder = new URL('../../../docs/format/vectors/', import.meta.url)
const load = (name: string) => readFileSync(new URL(name, folder))

const hex = z
  .string()
  .regex(/^([0-9a-f]{2})*$/)
  .transform((text) => Buffer.from(text, 'hex'))
const kdf = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.int(),
  passes: z.int(),
  lanes: z.int(),
})
const slotSchema = z.strictObject({
  slotKey: hex,
  text: z.string(),
  wrappingKey: hex,
  nonce: hex,
  slot: z.strictObject({
    id: z.string(),
    kind: z.enum(['passphrase', 'recovery']),
    kdf: kdf.nullable(),
    salt: z.string(),
    commitment: z.string(),
    wrappedKey: z.string(),
  }),
})
const frameSchema = z.strictObject({
  name: z.string(),
  offset: z.int(),
  type: z.literal([1, 2, 3, 4]),
  flags: z.int(),
  sequence: z.int(),
  settled: z.int(),
  nonce: hex,
  text: z.string(),
  body: hex,
  chainBefore: hex,
  bytes: hex,
  chainAfter: hex,
})
const contentSchema = z.record(z.string(), z.unknown())

export const VECTORS = z
  .strictObject({
    passphrase: z.string(),
    recoveryKey: hex,
    fileId: hex,
    epoch: hex,
    dataKey: hex,
    slots: z.array(slotSchema).length(2),
    epochKeys: z.strictObject({ superblock: hex, commit: hex, frames: hex }),
    chainStart: hex,
    superblocks: z.array(z.strictObject({ counter: z.int(), generation: z.int(), page: hex })).length(2),
    commitRecords: z
      .array(z.strictObject({ counter: z.int(), length: z.int(), sequence: z.int(), chain: hex, bytes: hex }))
      .length(2),
    frames: z.array(frameSchema),
    log: z.strictObject({
      sizeBytes: z.int(),
      counter: z.int(),
      savedAt: z.string(),
      content: contentSchema,
      tornTail: z.strictObject({
        truncateTo: z.int(),
        tornBytes: z.int(),
        counter: z.int(),
        content: contentSchema,
      }),
    }),
  })
  .parse(JSON.parse(load('vault-v1.json').toString('utf8')))

/** Pages, records and frames at their places. */
export function assembledLog(): Buffer {
  const file = Buffer.alloc(VECTORS.log.sizeBytes)
  for (const [index, { page }] of VECTORS.superblocks.entries()) page.copy(file, index * 4096)
  for (const [index, { bytes }] of VECTORS.commitRecords.entries()) bytes.copy(file, 8192 + index * 4096)
  for (const { offset, bytes } of VECTORS.frames) bytes.copy(file, offset)
  return file
}

const changesSchema = z.array(z.strictObject({ at: z.int(), xor: hex }))
const refusedSchema = z.strictObject({
  name: z.string(),
  changes: changesSchema.default([]),
  truncateTo: z.int().optional(),
  zerosBehind: z.int().default(0),
  fixChecksums: z.boolean().default(false),
  error: z.looseObject({ code: z.string(), where: z.string().optional() }),
})
export type RefusedVector = z.infer<typeof refusedSchema>

export const SMALL_LOG = load('small.daybook')
export const SMALL = z
  .strictObject({
    sizeBytes: z.int(),
    sha256: z.string(),
    passphrases: z.tuple([z.string(), z.string()]),
    recoveryKey: hex,
    fileId: z.string(),
    counter: z.int(),
    generation: z.int(),
    content: contentSchema,
    accepted: z.array(
      z.strictObject({
        name: z.string(),
        changes: changesSchema,
        zerosBehind: z.int().default(0),
        repaired: z.boolean(),
      }),
    ),
    refused: z.array(refusedSchema),
  })
  .parse(JSON.parse(load('small.json').toString('utf8')))

/** Long texts are given as a piece and how often it stands there. */
export function withLongTexts(content: unknown): unknown {
  const repeated = z.strictObject({ repeat: z.string(), times: z.int() })
  return JSON.parse(JSON.stringify(content), (_key, value: unknown) => {
    const parsed = repeated.safeParse(value)
    return parsed.success ? parsed.data.repeat.repeat(parsed.data.times) : value
  })
}

/** small.daybook with such a change. */
export function changedLog({
  changes = [],
  truncateTo,
  zerosBehind = 0,
  fixChecksums = false,
}: Partial<Omit<RefusedVector, 'name' | 'error'>>): Buffer {
  const file = Buffer.concat([SMALL_LOG.subarray(0, truncateTo), Buffer.alloc(zerosBehind)])
  for (const { at, xor } of changes) file[at] = (file[at] ?? 0) ^ (xor[0] ?? 0)
  if (fixChecksums) {
    for (const page of [file.subarray(0, 4096), file.subarray(4096, 8192)]) {
      page.set(sha256(page.subarray(0, 24)), 24)
      page.set(sha256(page.subarray(0, 4064)), 4064)
    }
  }
  return file
}
