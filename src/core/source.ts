/** Source: a person, outlet or body that says things; carries the reliability grade A–F (records.md). */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  baseShape,
  codeNote,
  consentSchema,
  contactDetailsSchema,
  edtfSchema,
  identityLine,
  identityText,
  languageSchema,
  protectedText,
} from './recordBase.ts'
import { RELIABILITIES, SOURCE_ACCESS, SOURCE_KINDS, SOURCE_SCALES } from './vocabularyCodes.ts'

const protectionSchema = z.strictObject({
  realIdentityHeld: z.boolean().optional(),
  realIdentityWhere: identityText.meta({ locked: true }).optional(),
  /** On for a person unless somebody turns it off (recordDefaults.ts). */
  doNotContact: z.boolean().optional(),
  communicationMayBeIntercepted: z.boolean().optional(),
  safeContactProtocol: identityText.meta({ locked: true }).optional(),
})

export const sourceSchema = z.strictObject({
  ...baseShape,
  name: identityLine,
  kind: z.enum(SOURCE_KINDS),
  kindNote: codeNote,
  reliability: z.enum(RELIABILITIES),
  reliabilityReason: protectedText.optional(),
  reliabilityOn: edtfSchema.optional(),
  access: z.enum(SOURCE_ACCESS).optional(),
  accessNote: codeNote,
  /** The person's own record, where there is one. */
  person: idSchema.optional(),
  gotItFrom: idSchema.optional(),
  bias: protectedText.optional(),
  languages: z.array(languageSchema).default([]),
  scale: z.enum(SOURCE_SCALES).optional(),
  scaleNote: codeNote,
  protection: protectionSchema.default({}),
  contacts: contactDetailsSchema.meta({ locked: true }),
  consents: z.array(consentSchema).default([]),
})

export type Source = z.infer<typeof sourceSchema>
