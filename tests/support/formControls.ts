/** Every control of the forms, as tests walk them. */
import { isNote } from '../../src/renderer/forms/fieldOrder.ts'
import type { FieldSpec } from '../../src/renderer/forms/fieldSpec.ts'
import { fieldsOf, wordsInside, wordsOf } from '../../src/renderer/forms/kindForms.ts'
import type { EditableKind } from '../../src/shared/ipc/views.ts'

type Specs = Readonly<Record<string, FieldSpec>>

export interface FormControl {
  /** Dotted path of its field. */
  readonly path: string
  readonly spec: FieldSpec
  /** Where its words are found, below `records.`. */
  readonly words: string
  /** Is it the note of another field, and named after that? */
  readonly isNote: boolean
}

/** The controls of a kind, outer ones before the ones inside them. */
export function controlsOf(kind: EditableKind): readonly FormControl[] {
  return walk(fieldsOf(kind), (field, spec) => wordsOf(kind, field, spec), [])
}

function walk(
  specs: Specs,
  wordsFor: (field: string, spec: FieldSpec) => string,
  path: readonly string[],
): readonly FormControl[] {
  return Object.entries(specs).flatMap(([field, spec]) => {
    const here = [...path, field]
    const words = wordsFor(field, spec)
    const own = { path: here.join('.'), spec, words, isNote: isNote(field, specs) }
    if (!('fields' in spec)) return [own]
    const inside = (inner: string, innerSpec: FieldSpec) => wordsInside(words, inner, innerSpec)
    return [own, ...walk(spec.fields as Specs, inside, here)]
  })
}
