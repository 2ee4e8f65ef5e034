/** A typed date on its way to a field. Pure. */
import { typedToEdtf } from '../../core/typedDate.ts'

/** The stored form of what was typed; what cannot be read goes through, for the schema to refuse. */
export function typedDateToField(typed: string): string | null {
  const trimmed = typed.trim()
  return trimmed === '' ? null : (typedToEdtf(trimmed) ?? trimmed)
}
