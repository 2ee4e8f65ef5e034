/**
 * The contract between renderer and main: channel → {input, output}. Main parses what comes in and what goes out;
 * every type of the bridge is derived from here. The renderer never sends a path, HTML or a URL.
 */
import { z } from 'zod'
import { credibilitySchema, daySchema } from '../../core/claim.ts'
import { idSchema } from '../../core/ids.ts'
import { BRIEF_LANGUAGES, briefDataSchema } from '../../core/redaction/briefData.ts'
import { CLAIM_STATUSES, CONFIDENTIALITIES, STANDARDS } from '../../core/vocabularyCodes.ts'
import type { Call, EventName } from './channels.ts'
import { EDITABLE_KINDS, logPatchSchema, logViewSchema } from './views.ts'

export const LANGUAGES = ['en', 'ru', 'ar', 'en-XB'] as const
export const THEMES = ['system', 'light', 'dark'] as const

/** `language` null follows the system. `en-XB` is the right-to-left pseudo-locale for tests and translators. */
export const settingsSchema = z.strictObject({
  language: z.enum(LANGUAGES).nullable(),
  theme: z.enum(THEMES),
})
export type Settings = z.infer<typeof settingsSchema>

export const appInfoSchema = z.strictObject({
  version: z.string(),
  systemLanguage: z.string(),
  settings: settingsSchema,
  /** Today by the machine's clock, YYYY-MM-DD: the default of every "as of". */
  today: daySchema,
})

export const logStateSchema = z.strictObject({
  phase: z.enum(['closed', 'locked', 'open']),
  /** File name without folder or extension; null when no log is chosen. */
  name: z.string().nullable(),
  demo: z.boolean(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  /** Instant of the last durable save of this log; null when unknown. */
  savedAt: z.string().nullable(),
})
export type LogState = z.infer<typeof logStateSchema>

/** A passphrase crosses once, inwards; nothing ever returns it. */
const passphraseSchema = z.string().min(1).max(1_024)
const token = z.string().regex(/^[0-9a-f]{32}$/)
const nothing = z.strictObject({})

export const rejectedRowSchema = z.strictObject({
  row: z.int().positive(),
  column: z.string(),
  code: z.string(),
  value: z.string(),
})
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export const importPreviewSchema = z.strictObject({
  token,
  fileName: z.string(),
  format: z.string(),
  rows: z.int(),
  new: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  possibleDuplicates: z.int(),
  rejected: z.array(rejectedRowSchema),
  confidentiality: z.enum(CONFIDENTIALITIES),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  /** New and changed records by kind. */
  records: z.record(z.string(), z.int()),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** `mapping-needed`: the file is a table Daybook does not recognise; its headers, so that the user sees which. */
export const importChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('preview'), preview: importPreviewSchema }),
  z.strictObject({
    kind: z.literal('mapping-needed'),
    token,
    fileName: z.string(),
    headers: z.array(z.string()),
  }),
])

export const briefRequestSchema = z.strictObject({
  profile: z.literal('public'),
  language: z.enum(BRIEF_LANGUAGES),
  /** Empty for the standard title of the language. */
  title: z.string().max(300),
  asOf: daySchema,
  incidents: z.array(idSchema),
  claims: z.array(idSchema),
  contacts: z.array(idSchema),
  actions: z.array(idSchema),
})

/** Rows of the brief that form classes smaller than five by period, place and kind (redaction.md, "Re-identification"). */
export const disclosureSchema = z.strictObject({ smallestClass: z.int().nullable(), rowsBelowFive: z.int() })
export const briefPreviewSchema = z.strictObject({
  token,
  data: briefDataSchema,
  withheld: z.array(z.strictObject({ reason: z.string(), count: z.int().positive() })),
  disclosure: disclosureSchema,
  /** Every kept free text, as it will stand in the brief. */
  texts: z.array(z.strictObject({ where: z.string(), text: z.string() })),
})
export type BriefPreview = z.infer<typeof briefPreviewSchema>

const writtenSchema = z.strictObject({ files: z.array(z.string()), pages: z.int().nullable() }).nullable()

export const CONTRACT = {
  'app.info': { input: nothing, output: appInfoSchema },
  'settings.set': { input: settingsSchema, output: settingsSchema },
  'log.state': { input: nothing, output: logStateSchema },
  'log.choose': { input: nothing, output: logStateSchema },
  'log.create': {
    input: z.strictObject({ passphrase: passphraseSchema, demo: z.boolean() }),
    output: logStateSchema,
  },
  'log.unlock': { input: z.strictObject({ passphrase: passphraseSchema }), output: logStateSchema },
  'log.lock': { input: nothing, output: logStateSchema },
  'log.close': { input: nothing, output: logStateSchema },
  'log.records': { input: nothing, output: logViewSchema },
  'records.save': {
    /** `id` null makes a new record. A field set to null is removed; fields not named stay. */
    input: z.strictObject({
      kind: z.enum(EDITABLE_KINDS),
      id: idSchema.nullable(),
      fields: z.record(z.string(), z.json()),
    }),
    output: z.strictObject({ id: idSchema }),
  },
  'records.delete': {
    input: z.strictObject({ kind: z.enum(EDITABLE_KINDS), ids: z.array(idSchema).min(1) }),
    output: nothing,
  },
  'records.restore': { input: z.strictObject({ id: idSchema }), output: nothing },
  'history.undo': { input: nothing, output: z.strictObject({ done: z.boolean() }) },
  'history.redo': { input: nothing, output: z.strictObject({ done: z.boolean() }) },
  'claims.assess': {
    input: z.strictObject({
      id: idSchema,
      status: z.enum(CLAIM_STATUSES),
      credibility: credibilitySchema.nullable(),
      standardMet: z.enum(STANDARDS).nullable(),
      reason: z.string().max(20_000),
      when: daySchema,
    }),
    output: nothing,
  },
  'import.choose': { input: nothing, output: importChoiceSchema },
  'import.chooseMapping': { input: z.strictObject({ token }), output: importChoiceSchema },
  'import.setOptions': {
    input: z.strictObject({
      token,
      confidentiality: z.enum(CONFIDENTIALITIES),
      dateOrder: z.enum(DATE_ORDERS).nullable(),
    }),
    output: importPreviewSchema,
  },
  'import.apply': { input: z.strictObject({ token }), output: importPreviewSchema },
  'import.cancel': { input: z.strictObject({ token }), output: nothing },
  'brief.preview': { input: briefRequestSchema, output: briefPreviewSchema },
  /** Null when the user closed the dialog: nothing was written. */
  'brief.write': {
    input: z.strictObject({ token, pdf: z.boolean(), json: z.boolean() }),
    output: writtenSchema,
  },
  'brief.cancel': { input: z.strictObject({ token }), output: nothing },
} satisfies Record<Call, { input: z.ZodType; output: z.ZodType }>

export const EVENT_CONTRACT = {
  'log.changed': z.strictObject({ state: logStateSchema, patch: logPatchSchema }),
  'log.locked': z.strictObject({
    state: logStateSchema,
    reason: z.enum(['user', 'idle', 'suspend', 'screen-lock', 'quit']),
  }),
  'app.progress': z.strictObject({
    task: z.enum(['import', 'brief', 'unlock']),
    step: z.string(),
    done: z.int(),
    total: z.int().nullable(),
  }),
  /** A menu item or its shortcut was used. */
  'app.command': z.strictObject({
    command: z.enum(['lock', 'undo', 'redo', 'import', 'brief', 'new-record', 'search']),
  }),
} satisfies Record<EventName, z.ZodType>

export type Input<C extends Call> = z.input<(typeof CONTRACT)[C]['input']>
export type Output<C extends Call> = z.infer<(typeof CONTRACT)[C]['output']>
export type EventValue<E extends EventName> = z.infer<(typeof EVENT_CONTRACT)[E]>
