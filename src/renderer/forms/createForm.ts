/** The form of a kind of record, made from the controls of its fields. Pure. */
import { z } from 'zod'
import type { EditableKind } from '../../shared/ipc/views.ts'
import type { RecordForm } from '../records/recordForm.ts'
import { draftSchema, toDraftGroup, toStored } from './fieldCodec.ts'
import type { FieldSpec } from './fieldSpec.ts'

type Specs = Readonly<Record<string, FieldSpec>>

/** A form over the fields named in `specs`; others of the record are left as they are. */
export function createForm(kind: EditableKind, specs: Specs): RecordForm {
  return {
    kind,
    toDraft: (record, today) => toDraftGroup(specs, record ?? {}, record === null ? today : undefined),
    toFields: (draft) =>
      Object.fromEntries(Object.entries(specs).map(([field, spec]) => [field, toStored(spec, draft[field])])),
    typedSchema: z.object(
      Object.fromEntries(
        Object.entries(specs).map(([field, spec]) => [field, draftSchema(spec).exactOptional()]),
      ),
    ),
  }
}

/** Values of fields, as stored, as a form has them: what a new record begins with. */
export function presetDraft(
  specs: Specs,
  preset: Readonly<Record<string, unknown>>,
): RecordForm['toDraft'] extends (...given: never[]) => infer D ? D : never {
  const named = Object.fromEntries(Object.entries(specs).filter(([field]) => Object.hasOwn(preset, field)))
  return toDraftGroup(named, preset)
}
