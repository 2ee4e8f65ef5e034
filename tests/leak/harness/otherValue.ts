/** A value that may stand in a log instead of another: valid by the same schema, and showing no more or less. */
import fc from 'fast-check'
import { z } from 'zod'
import { compareDays } from '../../../src/core/edtfDays.ts'
import { edtfSpan } from '../../../src/core/edtfSpan.ts'
import { languageSchema } from '../../../src/core/recordBase.ts'
import type { Random } from '../../support/vault/random.ts'
import { madeUpName, madeUpText } from './madeUpTexts.ts'
import type { Leaf } from './schemaLeaves.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
/** Codes of no vocabulary: well-formed is all that a stored code must be. */
const OTHER_CODES = ['local:qzx', '9999', '888877776666', 'zz-unknown-kind']

const two = (number: number): string => String(number).padStart(2, '0')

/** Any other moment. */
export function otherInstant(random: Random): string {
  const day = `${1995 + random.below(30)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
  return `${day}T${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}${random.pick(['Z', '.5Z', '.123456Z'])}`
}

/** An EDTF text of any precision between two years. */
export function anyDate(random: Random, from = 1990, to = 2025): string {
  const year = from + random.below(to - from + 1)
  const month = two(1 + random.below(12))
  const day = two(1 + random.below(28))
  return random.pick([
    `${year}`,
    `${year}-${month}`,
    `${year}-${month}-${day}`,
    `${year}-${month}-${day}~`,
    `${year}-${month}?`,
    `${year}-2${1 + random.below(4)}`,
    `${year}-${month}-${day}/${year + 1}-${month}`,
    `${year}-${month}/..`,
  ])
}

/** A date that a brief shows in the same way; the same one when no other was found. */
export function dateAlike(date: string, shown: (edtf: string) => string, random: Random): string {
  const wanted = shown(date)
  const span = edtfSpan(date)
  const year = Number((span?.earliest ?? span?.latest ?? '').slice(0, 4))
  if (!Number.isInteger(year) || year < 1000) return date
  const mark = /[?~%]$/.exec(date)?.[0] ?? ''
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const day = `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}${mark}`
    const tried = random.chance(0.8) ? day : anyDate(random, year, year)
    if (tried !== date && shown(tried) === wanted) return tried
  }
  return date
}

/** A date on the same side of a day. */
export function dateOnSameSide(date: string, day: string, random: Random): string {
  const isPast = (text: string) => {
    const latest = edtfSpan(text)?.latest ?? null
    return latest !== null && compareDays(latest, day) < 0
  }
  for (;;) {
    const tried = anyDate(random, 1990, 2060)
    if (tried !== date && isPast(tried) === isPast(date)) return tried
  }
}

interface Count {
  readonly low?: number | undefined
  readonly best?: number | undefined
  readonly high?: number | undefined
}

/** Other figures that a brief shows in the same way; the same ones when no others were found. */
export function countAlike(count: Count, shown: (count: Count) => string, random: Random): Count {
  const wanted = shown(count)
  const people = count.best ?? count.low ?? count.high ?? 0
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const best = Math.max(0, people + random.below(11) - 5)
    const low = random.below(best + 1)
    const tried = random.pick<Count>([
      { low, best, high: best + random.below(30) },
      { best },
      { low: best },
      { high: best },
    ])
    if (shown(tried) === wanted) return tried
  }
  return count
}

/** Another age that a brief shows in the same way, or none where it shows none. */
export function ageAlike(age: string, shown: (age: string) => string, random: Random): string {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const tried = random.pick([`${random.below(90)}`, `about ${random.below(90)}`, madeUpText(random)])
    if (tried !== age && shown(tried) === shown(age)) return tried
  }
  return age
}

/**
 * Another value of a field that nobody sees. Undefined takes an optional field away, where it may go. Throws when the schema holds a kind
 * of value that nobody taught this to replace: a new protected field must not go unnoticed.
 */
export function hiddenValue(leaf: Leaf, random: Random, mayGo = true): unknown {
  const { schema, value } = leaf
  if (mayGo && leaf.isOptional && random.chance(0.2)) return undefined
  const tried = candidate(leaf, random)
  if (!schema.safeParse(tried).success)
    throw new Error(`no other value for ${leaf.field}: ${JSON.stringify(value)}`)
  return tried
}

function candidate({ schema, value, vocabulary, ...leaf }: Leaf, random: Random): unknown {
  if (schema instanceof z.ZodEnum) return random.pick(schema.options)
  if (schema instanceof z.ZodLiteral) return random.pick([...schema.values])
  if (schema instanceof z.ZodBoolean) return value !== true
  if (schema instanceof z.ZodNumber) return numberWithin(schema, random)
  if (vocabulary !== undefined) return random.pick(OTHER_CODES.filter((code) => code !== value))
  if (leaf.protected === 'date' || schema instanceof z.ZodISODate) {
    const instant = otherInstant(random)
    if (typeof value === 'string' && INSTANT.test(value) && schema.safeParse(instant).success) return instant
    const day = `20${two(random.below(25))}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
    return leaf.protected === 'date' ? anyDate(random) : day
  }
  if (schema === languageSchema) return random.pick(['en', 'ru', 'ar', 'ce', 'zh-Hant', 'ka'])
  const matching = textsMatching(schema)
  if (matching !== null) return random.pick(matching)
  if (isName(leaf.field)) return madeUpName(random)
  return madeUpText(random, typeof value === 'string' ? value : '')
}

/** What texts may name (baseLog.ts). */
const isName = (field: string): boolean => field === 'realName' || field.startsWith('where.')

function numberWithin(schema: z.ZodNumber, random: Random): number {
  const isWhole = schema.format === 'safeint'
  // The least itself may be shut out, as zero is where a whole number must be positive.
  const least = Math.max(schema.minValue ?? 0, -1_000) + (isWhole ? 1 : 0)
  const most = Math.min(schema.maxValue ?? 1_000, 1_000)
  const number = least + random.next() * (most - least)
  return isWhole ? Math.round(number) : Math.round(number * 1e6) / 1e6
}

const matchingBySchema = new WeakMap<z.ZodType, readonly string[] | null>()
const MATCHING = { seed: 7, numRuns: 50 }

/** Texts that fit the pattern of a schema; null for free text. Making them is slow, so they are made once. */
function textsMatching(schema: z.ZodType): readonly string[] | null {
  let texts = matchingBySchema.get(schema)
  if (texts === undefined) {
    const { pattern } = z.toJSONSchema(schema, { io: 'input' })
    texts = pattern === undefined ? null : fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), MATCHING)
    matchingBySchema.set(schema, texts)
  }
  return texts
}
