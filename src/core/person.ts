/** Person: known by a code name; the real name and contacts are locked fields and never leave by default. */
import { z } from 'zod'
import { idSchema } from './ids.ts'
import {
  baseShape,
  codeNote,
  codeOf,
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

/** ISO 15924, such as `Cyrl`; older files may name the script in words. */
const otherNameSchema = z.strictObject({
  text: identityLine,
  script: lineSchema.optional(),
  /** Spellings in other scripts that people use for this name. */
  transliterations: z.array(identityLine).default([]),
})

/** Asked for only in a log that was set to hold it (optIns.ts). */
const SEXUALITY_AND_GENDER = { optIn: 'sexuality-and-gender', locked: true }

export const personSchema = z.strictObject({
  ...baseShape,
  codeName: protectedLine,
  realName: identityLine.meta({ locked: true }).optional(),
  otherNames: z.array(otherNameSchema).default([]).meta({ locked: true }),
  kind: z.enum(PERSON_KINDS).default('individual'),
  kindNote: codeNote,
  roles: z.array(z.enum(PERSON_ROLES)),
  rolesNote: codeNote,
  /** On for a victim, witness or source unless somebody turns it off (recordDefaults.ts). */
  atRisk: z.boolean().optional(),
  riskNote: identityText.optional(),
  safeContactProtocol: identityText.meta({ locked: true }).optional(),
  contacts: contactDetailsSchema.meta({ locked: true }),
  relativesAtRisk: z.array(idSchema).default([]),
  age: protectedLine.optional(),
  birthDate: edtfSchema.optional(),
  sex: codeOf('sexes').optional(),
  sexNote: codeNote,
  sexualOrientation: codeOf('sexual-orientations').meta(SEXUALITY_AND_GENDER).optional(),
  sexualOrientationNote: protectedText.meta(SEXUALITY_AND_GENDER).optional(),
  genderIdentity: codeOf('gender-identities').meta(SEXUALITY_AND_GENDER).optional(),
  genderIdentityNote: protectedText.meta(SEXUALITY_AND_GENDER).optional(),
  occupation: protectedLine.optional(),
  origin: protectedLine.optional(),
  health: protectedText.optional(),
  languages: z.array(languageSchema).default([]),
  consents: z.array(consentSchema).default([]),
})

export type Person = z.infer<typeof personSchema>
