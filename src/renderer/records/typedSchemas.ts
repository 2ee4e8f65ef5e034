/** Schemas of what forms keep of their typed fields. A field that was not touched is not there. */
import { z } from 'zod'
import { CONFIDENTIALITIES } from '../../core/vocabularyCodes.ts'

export const typedText = z.string().exactOptional()
export const typedList = z.array(z.string()).exactOptional()

/** A closed list of codes. */
export const typedCode = <const T extends readonly string[]>(codes: T) => z.enum(codes).exactOptional()

/** The fields every record form has. */
export const typedSharing = {
  confidentiality: typedCode(CONFIDENTIALITIES),
  tags: typedText,
  remarks: typedText,
}
