/** Says in our codes what a record schema refused: which field, why, and what stood there. */
import type { z } from 'zod'
import { type AnyRecord, type Kind, SCHEMAS } from '../core/records.ts'
import type { Result } from '../core/result.ts'
import { showValue } from './showValue.ts'

/** One refused field; the path is dotted, list positions included. */
export interface FieldIssue {
  readonly path: string
  readonly code: string
  readonly value: string
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Parses one record of a kind that is only known at run time. */
export function parseRecord(
  kind: Kind,
  untrusted: unknown,
): Result<AnyRecord, readonly [FieldIssue, ...FieldIssue[]]> {
  const parsed: z.ZodSafeParseResult<AnyRecord> = SCHEMAS[kind].safeParse(untrusted)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, error: issuesOf(parsed.error, untrusted) }
}

/** What a schema refused, at least one issue. */
export function issuesOf(error: z.ZodError, untrusted: unknown): readonly [FieldIssue, ...FieldIssue[]] {
  const [first, ...rest] = error.issues.flatMap((issue) => fieldIssues(issue, [], untrusted))
  return [first ?? { path: '', code: 'import/value-invalid', value: '' }, ...rest]
}

function fieldIssues(issue: Issue, above: Path, untrusted: unknown): FieldIssue[] {
  const path = [...above, ...issue.path]
  const at = (p: Path, code: string): FieldIssue => {
    const value = valueAt(untrusted, p)
    return { path: p.map(String).join('.'), code, value: value === undefined ? '' : showValue(value) }
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at([...path, key], 'import/unknown-field'))
  }
  if (issue.code === 'invalid_union') {
    // Lists take an object or its short form: speak of the form that was meant, which is the one that got furthest.
    const meant = issue.errors.find((errors) =>
      errors.every((e) => e.path.length > 0 || e.code !== 'invalid_type'),
    )
    if (meant) return meant.flatMap((inner) => fieldIssues(inner, path, untrusted))
  }
  return [at(path, codeOf(issue, path, valueAt(untrusted, path)))]
}

function codeOf(issue: Issue, path: Path, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return 'import/field-missing'
  const last = path.at(-1)
  if (last === 'lat' || last === 'lon') return 'import/coordinates-unreadable'
  if (issue.code !== 'custom') return 'import/value-invalid'
  switch (issue.params?.code) {
    case 'date/unreadable':
      return 'import/date-unreadable'
    case 'place/half-coordinates':
      return 'import/coordinates-unreadable'
    case 'count/low-above-high':
    case 'count/best-out-of-range':
      return 'import/number-order'
    case 'contact/nothing-to-reach':
      return 'import/field-missing'
    default:
      return 'import/value-invalid'
  }
}

function valueAt(untrusted: unknown, path: Path): unknown {
  let value = untrusted
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
