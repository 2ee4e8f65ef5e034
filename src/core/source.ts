/** Source: a person, outlet or body that says things; carries the reliability grade A–F (records.md). */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  baseShape,
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
  realIdentityWhere: identityText.optional(),
  doNotContact: z.boolean().optional(),
  communicationMayBeIntercepted: z.boolean().optional(),
  safeContactProtocol: identityText.optional(),
})

export const sourceSchema = z.strictObject({
  ...baseShape,
  name: identityLine,
  kind: z.enum(SOURCE_KINDS),
  reliability: z.enum(RELIABILITIES),
  reliabilityReason: protectedText.optional(),
  reliabilityOn: edtfSchema.optional(),
  access: z.enum(SOURCE_ACCESS).optional(),
  gotItFrom: idSchema.optional(),
  bias: protectedText.optional(),
  languages: z.array(languageSchema).default([]),
  scale: z.enum(SOURCE_SCALES).optional(),
  protection: protectionSchema.default({}),
  contacts: contactDetailsSchema,
  consents: z.array(consentSchema).default([]),
})

export type Source = z.infer<typeof sourceSchema>
