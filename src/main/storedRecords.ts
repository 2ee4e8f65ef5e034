/** Reads records of an open log that nobody has asked for yet: very many, each once, without parsing them where it can. */
import { type AnyRecord, SCHEMAS } from '../core/records.ts'
import { shapeCheck } from '../core/storedShape.ts'
import type { LogView } from '../shared/ipc/views.ts'
import type { OpenLog } from './openLog.ts'

type ViewKind = keyof LogView

/** Kinds whose stored form can be told without parsing each record; the others are few. */
const SHAPE_BY_KIND: Readonly<Partial<Record<ViewKind, (value: unknown) => boolean>>> = {
  incidents: shapeCheck(SCHEMAS.incidents),
  claims: shapeCheck(SCHEMAS.claims),
  sources: shapeCheck(SCHEMAS.sources),
  sourceItems: shapeCheck(SCHEMAS.sourceItems),
}

/** The record of an id; undefined when there is none any more. Throws a `VaultFailure` where it is no record. */
export function storedRecord<K extends ViewKind>(
  log: OpenLog,
  kind: K,
  id: string,
): OpenLog['data'][K][string] | undefined {
  const untrusted = SHAPE_BY_KIND[kind] === undefined ? undefined : log.session.stored(kind, id)
  if (SHAPE_BY_KIND[kind]?.(untrusted) === true) return untrusted as AnyRecord as OpenLog['data'][K][string]
  return log.data[kind][id] as OpenLog['data'][K][string] | undefined
}
