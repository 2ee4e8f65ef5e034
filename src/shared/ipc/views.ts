/**
 * What the renderer is shown of the log: the records, less the locked fields (real names, contacts, protocols,
 * consents, seeds). The schemas are strict, so a locked field that slipped in would be refused at the door.
 */
import { z } from 'zod'
import { actionSchema } from '../../core/action.ts'
import { claimSchema } from '../../core/claim.ts'
import { contactSchema } from '../../core/contact.ts'
import { idSchema } from '../../core/ids.ts'
import { incidentSchema } from '../../core/incident.ts'
import { ownKeySchema } from '../../core/keyring/ownKey.ts'
import { recipientKeySchema } from '../../core/keyring/recipientKey.ts'
import { organisationSchema } from '../../core/organisation.ts'
import { personSchema } from '../../core/person.ts'
import { ownPlaceSchema } from '../../core/places/ownPlace.ts'
import { KINDS } from '../../core/records.ts'
import { ownProfileSchema } from '../../core/redaction/ownProfile.ts'
import { sourceSchema } from '../../core/source.ts'
import { sourceItemSchema } from '../../core/sourceItem.ts'
import { TABLE_KINDS } from '../../core/tableView.ts'
import { localTermSchema, termIdSchema } from '../../core/terms.ts'
import { LEFT_OUT_OF_INCIDENT, LEFT_OUT_OF_ITEM } from './rows.ts'

/** A field that is added to sources or persons is locked until it is named here. */
const SHOWN_OF_SOURCE = {
  id: true,
  createdAt: true,
  updatedAt: true,
  confidentiality: true,
  tags: true,
  remarks: true,
  externalId: true,
  importedFrom: true,
  name: true,
  kind: true,
  kindNote: true,
  reliability: true,
  reliabilityReason: true,
  reliabilityOn: true,
  access: true,
  accessNote: true,
  person: true,
  gotItFrom: true,
  bias: true,
  languages: true,
  scale: true,
  scaleNote: true,
} as const
const SHOWN_OF_PERSON = {
  id: true,
  createdAt: true,
  updatedAt: true,
  confidentiality: true,
  tags: true,
  codeName: true,
  kind: true,
  roles: true,
  atRisk: true,
} as const

export const sourceViewSchema = sourceSchema.pick(SHOWN_OF_SOURCE)
export const personViewSchema = personSchema.pick(SHOWN_OF_PERSON)
/** What is shown of one record at a time, when somebody asks for it. */
export const revealedSourceSchema = sourceSchema.omit(SHOWN_OF_SOURCE)
export const revealedPersonSchema = personSchema.omit(SHOWN_OF_PERSON)

export const binViewSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(KINDS),
  title: z.string(),
  deletedAt: z.string(),
  /** Of a source item or a source: where it comes from, since others may still derive from it. */
  trace: z
    .union([
      sourceItemSchema.pick({ id: true, source: true, derivesFrom: true }),
      sourceSchema.pick({ id: true, reliability: true, gotItFrom: true }),
    ])
    .optional(),
})

/** Rows are without their remarks, and tell whether there are any. */
const hasRemarks = z.literal(true).optional()
export const incidentRowSchema = incidentSchema.omit(LEFT_OUT_OF_INCIDENT).extend({ hasRemarks })
export const sourceItemRowSchema = sourceItemSchema.omit(LEFT_OUT_OF_ITEM).extend({ hasRemarks })
export type IncidentRow = z.infer<typeof incidentRowSchema>
export type SourceItemRow = z.infer<typeof sourceItemRowSchema>

export const logViewSchema = z.strictObject({
  incidents: z.record(idSchema, incidentRowSchema),
  sources: z.record(idSchema, sourceViewSchema),
  sourceItems: z.record(idSchema, sourceItemRowSchema),
  claims: z.record(idSchema, claimSchema),
  persons: z.record(idSchema, personViewSchema),
  organisations: z.record(idSchema, organisationSchema),
  contacts: z.record(idSchema, contactSchema),
  actions: z.record(idSchema, actionSchema),
  places: z.record(idSchema, ownPlaceSchema),
  profiles: z.record(idSchema, ownProfileSchema),
  keys: z.record(idSchema, ownKeySchema),
  recipientKeys: z.record(idSchema, recipientKeySchema),
  bin: z.record(idSchema, binViewSchema),
  terms: z.record(termIdSchema, localTermSchema),
})

export type LogView = z.infer<typeof logViewSchema>
export type ViewKind = keyof LogView
export type SourceView = z.infer<typeof sourceViewSchema>
export type PersonView = z.infer<typeof personViewSchema>
export type RevealedSource = z.infer<typeof revealedSourceSchema>
export type RevealedPerson = z.infer<typeof revealedPersonSchema>
export type BinView = z.infer<typeof binViewSchema>

/** Kinds that are typed and corrected in the window: those that have a table. */
export const EDITABLE_KINDS = TABLE_KINDS
export type EditableKind = (typeof EDITABLE_KINDS)[number]

/** Kinds that the window saves and deletes; places and profiles have no table, and are kept in the settings. */
export const SAVED_KINDS = [...EDITABLE_KINDS, 'places', 'profiles'] as const
export type SavedKind = (typeof SAVED_KINDS)[number]

/** Kinds with locked fields, and which those are: never told with the records, only one record at a time. */
export const LOCKED_FIELDS: Readonly<Partial<Record<EditableKind, readonly string[]>>> = {
  sources: Object.keys(revealedSourceSchema.shape),
  persons: Object.keys(revealedPersonSchema.shape),
}

/** Records put or removed since the last message: kind → id → record, null when it is gone. */
export const logPatchSchema = z.strictObject({
  incidents: z.record(idSchema, incidentSchema.nullable()).optional(),
  sources: z.record(idSchema, sourceViewSchema.nullable()).optional(),
  sourceItems: z.record(idSchema, sourceItemSchema.nullable()).optional(),
  claims: z.record(idSchema, claimSchema.nullable()).optional(),
  persons: z.record(idSchema, personViewSchema.nullable()).optional(),
  organisations: z.record(idSchema, organisationSchema.nullable()).optional(),
  contacts: z.record(idSchema, contactSchema.nullable()).optional(),
  actions: z.record(idSchema, actionSchema.nullable()).optional(),
  places: z.record(idSchema, ownPlaceSchema.nullable()).optional(),
  profiles: z.record(idSchema, ownProfileSchema.nullable()).optional(),
  keys: z.record(idSchema, ownKeySchema.nullable()).optional(),
  recipientKeys: z.record(idSchema, recipientKeySchema.nullable()).optional(),
  bin: z.record(idSchema, binViewSchema.nullable()).optional(),
  terms: z.record(termIdSchema, localTermSchema.nullable()).optional(),
})
export type LogPatch = z.infer<typeof logPatchSchema>

/** A portion of the rows of a log that was just opened. */
export type LogPortion = Partial<LogView>

/** Whole records of one of those kinds. */
export const wholeRecordsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('incidents'), records: z.array(incidentSchema) }),
  z.strictObject({ kind: z.literal('sourceItems'), records: z.array(sourceItemSchema) }),
])
export type WholeRecords = z.infer<typeof wholeRecordsSchema>
