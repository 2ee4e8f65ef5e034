/** Person: known by a code name; the real name and contacts are locked fields and never leave by default. */
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
  lineSchema,
  protectedLine,
  protectedText,
} from './recordBase.ts'
import { PERSON_KINDS, PERSON_ROLES } from './vocabularyCodes.ts'

const otherNameSchema = z.strictObject({ text: identityLine, script: lineSchema.optional() })

export const personSchema = z.strictObject({
  ...baseShape,
  codeName: protectedLine,
  realName: identityLine.optional(),
  otherNames: z.array(otherNameSchema).default([]),
  kind: z.enum(PERSON_KINDS).default('individual'),
  roles: z.array(z.enum(PERSON_ROLES)),
  atRisk: z.boolean().optional(),
  riskNote: identityText.optional(),
  safeContactProtocol: identityText.optional(),
  contacts: contactDetailsSchema,
  relativesAtRisk: z.array(idSchema).default([]),
  age: protectedLine.optional(),
  birthDate: edtfSchema.optional(),
  sex: lineSchema.optional(),
  occupation: protectedLine.optional(),
  origin: protectedLine.optional(),
  health: protectedText.optional(),
  languages: z.array(languageSchema).default([]),
  consents: z.array(consentSchema).default([]),
})

export type Person = z.infer<typeof personSchema>
