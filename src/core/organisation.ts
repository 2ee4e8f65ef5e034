/** Organisation: police, ministry, NGO, media, court … as perpetrator, source, helper or reader of briefs. */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { baseShape, codeNote, codeOf, languageSchema, lineSchema, protectedText } from './recordBase.ts'
import { ORGANISATION_ROLES } from './vocabularyCodes.ts'

export const organisationSchema = z.strictObject({
  ...baseShape,
  name: lineSchema.meta({ protected: 'text' }),
  translations: z
    .array(z.strictObject({ language: languageSchema, text: lineSchema.meta({ protected: 'text' }) }))
    .default([]),
  kind: codeOf('organisation-kinds'),
  kindNote: codeNote,
  parent: idSchema.optional(),
  roles: z.array(z.enum(ORGANISATION_ROLES)).default([]),
  rolesNote: codeNote,
  /** Public key (age or SSH) that briefs for this organisation are sealed with. */
  recipientKey: protectedText.optional(),
})

export type Organisation = z.infer<typeof organisationSchema>
