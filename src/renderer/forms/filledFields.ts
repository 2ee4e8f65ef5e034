/** In which fields something is said: a default that nobody chose does not count. Pure. */
import { toDraftValue } from './fieldCodec.ts'
import type { DraftValue, FieldSpec, FormDraft } from './fieldSpec.ts'

/** Names of the fields whose control holds more than a new record's would. */
export function filledFields(
  specs: Readonly<Record<string, FieldSpec>>,
  draft: FormDraft,
): ReadonlySet<string> {
  const isFilled = (spec: FieldSpec, value: DraftValue | undefined): boolean =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(toDraftValue(spec, undefined))
  return new Set(
    Object.entries(specs).flatMap(([field, spec]) => (isFilled(spec, draft[field]) ? [field] : [])),
  )
}
