/** Which fields stand by themselves, and which are the note beside another. Pure. */

/** The field that holds the note of a coded field ("clarifying note"). */
export const noteOf = (field: string): string => `${field}Note`

/** Is this the note of another of these fields? */
export function isNote(field: string, specs: Readonly<Record<string, unknown>>): boolean {
  return field.endsWith('Note') && Object.hasOwn(specs, field.slice(0, -'Note'.length))
}

/** The fields that stand by themselves, in their order. */
export function standingFields<S>(specs: Readonly<Record<string, S>>): readonly (readonly [string, S])[] {
  return Object.entries(specs).filter(([field]) => !isNote(field, specs))
}
