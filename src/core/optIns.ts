/**
 * Fields that a log holds only when it was set to: what must not be asked of anybody by habit (records.md). Off unless
 * switched on. Switching off removes nothing: what is there stays and can be taken out, but nothing is added.
 */
import { type LogMeta, OPT_INS, type OptIn } from './log.ts'
import { type Kind, SCHEMAS } from './records.ts'
import { shapeOf, unwrap } from './schemaWalk.ts'

export function isSwitchedOn(meta: LogMeta, optIn: OptIn): boolean {
  return meta.optIns?.includes(optIn) ?? false
}

/** The next settings of a log, with one switch set. */
export function switchOptIn(meta: LogMeta, optIn: OptIn, isOn: boolean): LogMeta {
  const { optIns: before = [], ...rest } = meta
  const optIns = OPT_INS.filter((each) => (each === optIn ? isOn : before.includes(each)))
  return optIns.length === 0 ? rest : { ...rest, optIns }
}

/** The switch a field of a kind waits for; null for every other field. */
export function optInOf(kind: Kind, field: string): OptIn | null {
  return switchesOf(kind).get(field) ?? null
}

/**
 * The first field that is given a value though its switch is off; null when there is none. A value that was there
 * before is no news.
 */
export function firstSwitchedOff(
  meta: LogMeta,
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> | undefined,
): string | null {
  for (const [field, optIn] of switchesOf(kind)) {
    const value = fields[field]
    if (value === undefined || value === null || isSwitchedOn(meta, optIn)) continue
    if (before === undefined || before[field] !== value) return field
  }
  return null
}

const switchesByKind = new Map<Kind, ReadonlyMap<string, OptIn>>()

function switchesOf(kind: Kind): ReadonlyMap<string, OptIn> {
  const known = switchesByKind.get(kind)
  if (known !== undefined) return known
  const switches = new Map<string, OptIn>()
  for (const [field, schema] of Object.entries(shapeOf(SCHEMAS[kind]) ?? {})) {
    const optIn = OPT_INS.find((each) => each === unwrap(schema).meta.optIn)
    if (optIn !== undefined) switches.set(field, optIn)
  }
  switchesByKind.set(kind, switches)
  return switches
}
