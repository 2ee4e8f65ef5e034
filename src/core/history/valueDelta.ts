/**
 * What takes a record back to an earlier state, as steps on its fields. A step holds what stood there before, and of
 * long texts and lists only what is not there any more: a change costs what changed.
 */
import { z } from 'zod'
import { applyTextDelta, textDelta } from './textDelta.ts'

const pathSchema = z.array(z.union([z.string(), z.int().nonnegative()]))
const copySchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()])
const listPartSchema = z.union([copySchema, z.strictObject({ put: z.array(z.json()) })])

/**
 * path alone: nothing stood there · was: this did · text: as {@link textDelta} · list: entries copied from the later
 * list, and those put between them.
 */
export const stepSchema = z.union([
  z.strictObject({ path: pathSchema, was: z.json() }),
  z.strictObject({ path: pathSchema, text: z.array(z.union([z.string(), copySchema])) }),
  z.strictObject({ path: pathSchema, list: z.array(listPartSchema) }),
  z.strictObject({ path: pathSchema }),
])
export type Step = Readonly<z.infer<typeof stepSchema>>
type Json = z.infer<ReturnType<typeof z.json>>
type Path = Step['path']
type ListPart = z.infer<typeof listPartSchema>

/** Shorter texts are kept whole: the numbers would take as much room. */
const SHORTEST_DELTA = 64

export type Plain = Readonly<Record<string, unknown>>

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equal as JSON: a field that is undefined is not there. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isSameJson(each, b[index]))
  if (!isPlain(a) || !isPlain(b)) return false
  for (const key of Object.keys(a)) if (!isSameJson(a[key], b[key])) return false
  for (const key of Object.keys(b)) if (b[key] !== undefined && !Object.hasOwn(a, key)) return false
  return true
}

/** The steps that turn `later` into `earlier`, both JSON; none when they are equal. */
export function stepsBack(later: unknown, earlier: unknown): readonly Step[] {
  return steps([], later, earlier)
}

/** The state before, made of the state after; null when the steps do not fit it. Nothing given is changed. */
export function applySteps(later: unknown, back: readonly Step[]): { readonly value: unknown } | null {
  let value = later
  for (const step of back) {
    const changed = changeAt(value, step.path, (found) => valueBefore(found, step))
    if (changed === null) return null
    value = changed.value
  }
  return { value }
}

function keysOf(a: Plain, b: Plain): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

function steps(path: Path, later: unknown, earlier: unknown): readonly Step[] {
  if (isSameJson(later, earlier)) return []
  if (earlier === undefined) return [{ path }]
  if (isPlain(later) && isPlain(earlier)) {
    return keysOf(later, earlier).flatMap((key) => steps([...path, key], later[key], earlier[key]))
  }
  const whole: readonly Step[] = [{ path, was: earlier as Json }]
  if (Array.isArray(later) && Array.isArray(earlier)) {
    return shortest([whole, entrySteps(path, later, earlier), [{ path, list: listDelta(later, earlier) }]])
  }
  if (typeof later === 'string' && typeof earlier === 'string' && earlier.length >= SHORTEST_DELTA) {
    const text = textDelta(later, earlier).map((part) => (typeof part === 'string' ? part : copyOf(part)))
    return shortest([whole, [{ path, text }]])
  }
  return whole
}

const copyOf = ([start, length]: readonly [number, number]): [number, number] => [start, length]

/** Entry by entry, for lists of one length: an entry that was edited costs what changed in it. */
function entrySteps(path: Path, later: readonly unknown[], earlier: readonly unknown[]): readonly Step[] {
  if (later.length !== earlier.length) return []
  return earlier.flatMap((entry, index) => steps([...path, index], later[index], entry))
}

/** The one that takes least room; ways that do not apply are empty. */
function shortest(ways: readonly (readonly Step[])[]): readonly Step[] {
  let best: readonly Step[] = []
  let least = Number.POSITIVE_INFINITY
  for (const way of ways) {
    const size = way.length === 0 ? Number.POSITIVE_INFINITY : JSON.stringify(way).length
    if (size < least) {
      best = way
      least = size
    }
  }
  return best
}

/** Runs of entries that stand in the later list too, and those that do not. */
function listDelta(later: readonly unknown[], earlier: readonly unknown[]): ListPart[] {
  const places = new Map<string, number>()
  const keys = later.map((entry) => JSON.stringify(entry))
  for (const [index, key] of keys.entries()) if (!places.has(key)) places.set(key, index)
  const parts: ListPart[] = []
  for (const entry of earlier) {
    const key = JSON.stringify(entry)
    const last = parts.at(-1)
    if (Array.isArray(last) && keys[last[0] + last[1]] === key) {
      last[1] += 1
      continue
    }
    const place = places.get(key)
    if (place !== undefined) parts.push([place, 1])
    else if (last !== undefined && !Array.isArray(last)) last.put.push(entry as Json)
    else parts.push({ put: [entry as Json] })
  }
  return parts
}

/** What stood at the place of a step; undefined for nothing, null when the step does not fit. */
function valueBefore(found: unknown, step: Step): { readonly value: unknown } | null {
  if ('was' in step) return { value: step.was }
  if ('text' in step) {
    const text = typeof found === 'string' ? applyTextDelta(found, step.text) : null
    return text === null ? null : { value: text }
  }
  if (!('list' in step)) return { value: undefined }
  if (!Array.isArray(found)) return null
  const entries: unknown[] = []
  for (const part of step.list) {
    if (!Array.isArray(part)) entries.push(...part.put)
    else if (part[0] + part[1] > found.length) return null
    else entries.push(...found.slice(part[0], part[0] + part[1]))
  }
  return { value: entries }
}

function changeAt(
  value: unknown,
  path: Path,
  change: (found: unknown) => { readonly value: unknown } | null,
): { readonly value: unknown } | null {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  const isEntry = Array.isArray(value) && typeof key === 'number' && key < value.length
  if (!isEntry && !(isPlain(value) && typeof key === 'string')) return null
  const inner: unknown = Reflect.get(Object(value), key)
  const changed = changeAt(inner, rest, change)
  if (changed === null) return null
  if (Array.isArray(value)) return { value: value.with(Number(key), changed.value) }
  const others = Object.entries(value as Plain).filter(([name]) => name !== key)
  const next = changed.value === undefined ? others : [...others, [key, changed.value] as const]
  return { value: Object.fromEntries(next) }
}
