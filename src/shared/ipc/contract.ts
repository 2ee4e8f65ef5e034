/**
 * The contract between renderer and main: channel → {input, output}. Main parses what comes in and what goes out;
 * every type of the bridge is derived from here. The renderer never sends a path, HTML or a URL.
 */
import { z } from 'zod'
import { credibilitySchema, daySchema } from '../../core/claim.ts'
import { DUPLICATE_VERDICTS } from '../../core/duplicates/duplicateVerdict.ts'
import { reasonSchema } from '../../core/history/historyEntry.ts'
import { idSchema } from '../../core/ids.ts'
import { draftIdSchema, draftSchema, OPT_INS } from '../../core/log.ts'
import { MERGE_FIELDS } from '../../core/mergeFields.ts'
import { codeSchema as codeOfTermSchema } from '../../core/recordBase.ts'
import { leftTableSchema, savedViewSchema, tableStateSchema } from '../../core/tableView.ts'
import { VOCABULARY_LANGUAGES } from '../../core/vocabulary.ts'
import { CLAIM_STATUSES, CONFIDENTIALITIES, STANDARDS } from '../../core/vocabularyCodes.ts'
import { VOCABULARY_NAMES } from '../../core/vocabularyNames.ts'
import { briefOutlineSchema } from '../briefOutline.ts'
import { appInfoSchema, settingsSchema } from './app.ts'
import {
  briefLikeSchema,
  briefPagesSchema,
  briefPreviewSchema,
  briefRequestSchema,
  pagesRequestSchema,
  releasedBriefSchema,
  rowRecordSchema,
  settledBriefSchema,
  settleRequestSchema,
  withheldRecordsSchema,
  writeRequestSchema,
  writtenSchema,
} from './brief.ts'
import { bulkPlanSchema, bulkRequestSchema, bulkSaveSchema } from './bulk.ts'
import type { Call, EventName } from './channels.ts'
import { DATE_ORDERS } from './dateOrders.ts'
import { duplicateListSchema, duplicateSuggestionSchema, importTwinsSchema } from './duplicates.ts'
import { historyPageSchema, historyRequestSchema, restoreRequestSchema } from './history.ts'
import { importChoiceSchema, importPreviewSchema } from './imports.ts'
import { keyIdSchema, keyMakeSchema, recipientKeyAddSchema } from './keyring.ts'
import { logPageSchema, logStateSchema, openingFields } from './log.ts'
import { briefImportSchema, importedBriefSchema, openedBriefSchema } from './reading.ts'
import { releaseRowSchema, releasesOfRecordSchema, statedRecallSchema } from './releases.ts'
import { ROW_KINDS } from './rows.ts'
import { tokenSchema } from './token.ts'
import { backupReportSchema, rescueReportSchema, vaultInfoSchema } from './vault.ts'
import {
  logPatchSchema,
  revealedPersonSchema,
  revealedSourceSchema,
  SAVED_KINDS,
  wholeRecordsSchema,
} from './views.ts'

/** A passphrase crosses once, inwards; nothing ever returns it. */
const passphraseSchema = z.string().min(1).max(1_024)
const nothing = z.strictObject({})
/** Number of the step that undo can take back; null when nothing had to be changed. */
const stepSchema = z.strictObject({ step: z.int().nullable() })
const slotIdSchema = z.string().min(1).max(64)

export const CONTRACT = {
  'app.info': { input: nothing, output: appInfoSchema },
  'settings.set': { input: settingsSchema, output: settingsSchema },
  'log.state': { input: nothing, output: logStateSchema },
  'log.choose': { input: nothing, output: logStateSchema },
  'log.create': {
    input: z.strictObject({ passphrase: passphraseSchema, demo: z.boolean() }),
    output: logStateSchema,
  },
  'log.unlock': {
    input: z.strictObject({ passphrase: passphraseSchema, ...openingFields }),
    output: logStateSchema,
  },
  /** The 24 words as they were typed from paper. */
  'log.unlockWithRecovery': {
    input: z.strictObject({ words: z.string().min(1).max(4_096), ...openingFields }),
    output: logStateSchema,
  },
  /** Makes an unlocking that is under way fail with `vault/cancelled`. */
  'log.cancelUnlock': { input: nothing, output: nothing },
  'log.lock': { input: nothing, output: logStateSchema },
  'log.close': { input: nothing, output: logStateSchema },
  /** Null begins anew: the first portion holds the newest incidents, for a first screen. */
  'log.page': { input: z.strictObject({ cursor: z.string().max(100).nullable() }), output: logPageSchema },
  'log.dismissNotice': { input: z.strictObject({ code: z.string().max(100) }), output: logStateSchema },
  /** Sets what the log holds besides; what is there already stays. */
  'log.switchOptIn': {
    input: z.strictObject({ optIn: z.enum(OPT_INS), isOn: z.boolean() }),
    output: logStateSchema,
  },
  'vault.info': { input: nothing, output: vaultInfoSchema },
  'vault.changePassphrase': {
    input: z.strictObject({ current: passphraseSchema, next: passphraseSchema }),
    output: vaultInfoSchema,
  },
  /** For whoever has forgotten the passphrase: `next` takes the place of all there are. Words as typed from paper. */
  'vault.resetPassphrase': {
    input: z.strictObject({ words: z.string().min(1).max(4_096), next: passphraseSchema }),
    output: vaultInfoSchema,
  },
  'vault.addPassphrase': {
    input: z.strictObject({ current: passphraseSchema, next: passphraseSchema }),
    output: vaultInfoSchema,
  },
  /** The one secret that crosses outwards, once: the user writes it down. */
  'vault.addRecoveryKey': {
    input: z.strictObject({ current: passphraseSchema }),
    output: z.strictObject({ words: z.string() }),
  },
  'vault.removeSlot': {
    input: z.strictObject({ current: passphraseSchema, id: slotIdSchema }),
    output: vaultInfoSchema,
  },
  /** A new data key, which this passphrase alone opens. */
  'vault.rekey': { input: z.strictObject({ passphrase: passphraseSchema }), output: vaultInfoSchema },
  'vault.backup': { input: nothing, output: backupReportSchema },
  /** Null when the user closed the dialog. */
  'vault.saveElsewhere': { input: nothing, output: logStateSchema.nullable() },
  /**
   * Of the log that is chosen and locked, into a new file with the same passphrase; with recovery words, typed as from
   * paper, `next` is that of the new file.
   */
  'vault.rescue': {
    input: z.union([
      z.strictObject({ passphrase: passphraseSchema }),
      z.strictObject({ words: z.string().min(1).max(4_096), next: passphraseSchema }),
    ]),
    output: rescueReportSchema,
  },
  /** Makes a backup, a copy elsewhere, a rescue or a new encryption that is under way fail with `vault/cancelled`. */
  'vault.cancelTask': { input: nothing, output: nothing },
  /** Without the locked fields of persons and sources: those come with `drafts.read`. */
  'drafts.list': { input: nothing, output: z.array(draftSchema) },
  /** All of one draft, for the form that goes on with it; null when there is none. */
  'drafts.read': { input: z.strictObject({ id: draftIdSchema }), output: draftSchema.nullable() },
  'drafts.save': {
    input: z.strictObject({ id: draftIdSchema, fields: z.record(z.string(), z.json()) }),
    output: nothing,
  },
  'drafts.discard': { input: z.strictObject({ id: draftIdSchema }), output: nothing },
  /** The answer to `log.locking`: whatever was half-typed is saved. */
  'drafts.settled': { input: nothing, output: nothing },
  'records.save': {
    /** `id` null makes a new record. A field set to null is removed; fields not named stay. */
    input: z.strictObject({
      kind: z.enum(SAVED_KINDS),
      id: idSchema.nullable(),
      fields: z.record(z.string(), z.json()),
      /** Name of the draft that this finishes; it goes with the same save. */
      draft: draftIdSchema.optional(),
      /** Why, for the history of the record. */
      reason: reasonSchema.optional(),
      /** What some fields held when their editing began, null for nothing: when they hold something else, nothing is saved. */
      seen: z.record(z.string(), z.json()).optional(),
    }),
    output: z.strictObject({ id: idSchema }),
  },
  'records.delete': {
    input: z.strictObject({ kind: z.enum(SAVED_KINDS), ids: z.array(idSchema).min(1) }),
    output: stepSchema,
  },
  /** What one change would do to many records; nothing is saved. */
  'records.planEdit': { input: bulkRequestSchema, output: bulkPlanSchema },
  /** Makes it as one step, while the log is as it was for the plan. What cannot take it stays as it is. */
  'records.editMany': {
    input: bulkSaveSchema,
    output: z.strictObject({ ...stepSchema.shape, edited: z.int() }),
  },
  'records.restore': { input: z.strictObject({ id: idSchema }), output: stepSchema },
  /** The last step, or the one of that number when no later step has changed its records again. */
  'history.undo': {
    input: z.strictObject({ step: z.int().optional() }),
    output: z.strictObject({ done: z.boolean() }),
  },
  /** Whole records of a kind of which the window holds rows; those that are gone are left out. */
  'records.whole': {
    input: z.strictObject({ kind: z.enum(ROW_KINDS), ids: z.array(idSchema).max(200) }),
    output: wholeRecordsSchema,
  },
  /** Items that say the same in the same words as this one. The first answer takes as long as reading all items. */
  'items.alike': {
    input: z.strictObject({ id: idSchema }),
    output: z.array(
      z.strictObject({
        other: idSchema,
        direction: z.enum(['derives-from', 'source-of', 'undecided']),
        how: z.enum(['republishes', 'quotes']),
        similarity: z.number(),
        passage: z.string(),
      }),
    ),
  },
  /** The locked fields of one record, for the form that is open; kept nowhere else in the window. */
  'records.reveal': {
    input: z.strictObject({ kind: z.enum(['persons', 'sources']), id: idSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('persons'), fields: revealedPersonSchema }),
      z.strictObject({ kind: z.literal('sources'), fields: revealedSourceSchema }),
    ]),
  },
  /** One incident becomes a redirect to another, which takes what it lists. */
  'incidents.merge': {
    input: z.strictObject({
      from: idSchema,
      into: idSchema,
      /** Single values that are to be those of `from`. */
      take: z.array(z.enum(MERGE_FIELDS)).optional(),
    }),
    output: stepSchema,
  },
  /** Records of what may be the same incident as the one that is being typed; `fields` as for a save, finished or not. */
  'duplicates.suggest': {
    input: z.strictObject({ id: idSchema.nullable(), fields: z.record(z.string(), z.json()) }),
    output: z.array(duplicateSuggestionSchema),
  },
  /** All pairs that wait for a decision, or the first of them; a later search ends an earlier one. */
  'duplicates.list': { input: nothing, output: duplicateListSchema },
  'duplicates.judge': {
    input: z.strictObject({ id: idSchema, other: idSchema, verdict: z.enum(DUPLICATE_VERDICTS) }),
    output: stepSchema,
  },
  /** Makes a search that is under way fail with `duplicates/stopped`. */
  'duplicates.cancel': { input: nothing, output: nothing },
  /** A term of the log's own, under the words it has in the language of the window. */
  'terms.add': {
    input: z.strictObject({
      vocabulary: z.enum(VOCABULARY_NAMES),
      language: z.enum(VOCABULARY_LANGUAGES),
      label: z.string().trim().min(1).max(300),
    }),
    output: z.strictObject({ code: codeOfTermSchema }),
  },
  /** How the tables of the log were left, and their saved views. */
  'tables.list': { input: nothing, output: z.array(tableStateSchema) },
  /** No step that undo takes back; the next two are such steps. */
  'tables.leave': { input: leftTableSchema, output: nothing },
  /** `id` null makes a new one. */
  'tables.saveView': {
    input: z.strictObject({ ...savedViewSchema.shape, id: idSchema.nullable() }),
    output: z.strictObject({ id: idSchema }),
  },
  'tables.deleteView': { input: z.strictObject({ id: idSchema }), output: stepSchema },
  /** A key pair of the log's own; its secret stays in main. */
  'keys.make': { input: keyMakeSchema, output: keyIdSchema },
  /** A new pair in place of this one, which is retired. */
  'keys.rotate': { input: keyIdSchema, output: keyIdSchema },
  'keys.retire': { input: keyIdSchema, output: stepSchema },
  /** Somebody else's public key. */
  'recipientKeys.add': { input: recipientKeyAddSchema, output: keyIdSchema },
  'recipientKeys.retire': { input: keyIdSchema, output: stepSchema },
  'history.redo': { input: nothing, output: z.strictObject({ done: z.boolean() }) },
  'history.of': { input: historyRequestSchema, output: historyPageSchema },
  /** Takes a record back to a version, by a change like any other. */
  'history.restore': { input: restoreRequestSchema, output: stepSchema },
  /** Removes these deleted records for good, or all of them. `isCleared`: this file and its `.bak` hold them no more. */
  'bin.empty': {
    input: z.strictObject({ ids: z.array(idSchema).min(1).nullable() }),
    output: z.strictObject({ removed: z.int(), isCleared: z.boolean() }),
  },
  'claims.assess': {
    input: z.strictObject({
      id: idSchema,
      status: z.enum(CLAIM_STATUSES),
      credibility: credibilitySchema.nullable(),
      standardMet: z.enum(STANDARDS).nullable(),
      /** The claim that replaces this one, when that is what the assessment says. */
      supersededBy: idSchema.exactOptional(),
      reason: z.string().max(20_000),
      /** What was known on that day. */
      knownThen: z.string().max(200_000).optional(),
      when: daySchema,
      draft: draftIdSchema.optional(),
    }),
    output: stepSchema,
  },
  'import.choose': { input: nothing, output: importChoiceSchema },
  'import.chooseMapping': { input: z.strictObject({ token: tokenSchema }), output: importChoiceSchema },
  'import.setOptions': {
    input: z.strictObject({
      token: tokenSchema,
      confidentiality: z.enum(CONFIDENTIALITIES),
      dateOrder: z.enum(DATE_ORDERS).nullable(),
    }),
    output: importPreviewSchema,
  },
  /** Which of the new incidents are likely one with a record of the log; stopped by `duplicates.cancel`. */
  'import.compare': { input: z.strictObject({ token: tokenSchema }), output: importTwinsSchema },
  'import.apply': {
    input: z.strictObject({ token: tokenSchema }),
    output: z.strictObject({ ...importPreviewSchema.shape, ...stepSchema.shape }),
  },
  'import.cancel': { input: z.strictObject({ token: tokenSchema }), output: nothing },
  'brief.preview': { input: briefRequestSchema, output: briefPreviewSchema },
  /** The brief as it would leave, once each of its texts was accepted or left out. */
  'brief.settle': { input: settleRequestSchema, output: settledBriefSchema },
  /** Null when the user closed the dialog: nothing was written. */
  'brief.write': { input: writeRequestSchema, output: writtenSchema },
  /** Which records a count of what was withheld stands for. */
  'brief.withheldBy': {
    input: z.strictObject({ token: tokenSchema, reason: z.string() }),
    output: withheldRecordsSchema,
  },
  /** The record behind a row of the preview, and what of it was withheld; null when there is none. */
  'brief.rowRecord': {
    input: z.strictObject({ token: tokenSchema, row: z.string() }),
    output: rowRecordSchema.nullable(),
  },
  /** The pages as they would leave, texts that nobody has read yet included; a later call ends an earlier one. */
  'brief.pages': { input: pagesRequestSchema, output: briefPagesSchema },
  'brief.stopPages': { input: nothing, output: nothing },
  /** What these pages say, in their order. */
  'brief.text': { input: pagesRequestSchema, output: briefOutlineSchema },
  /** The newest releases, last first. */
  'brief.released': { input: nothing, output: z.array(releasedBriefSchema) },
  /** What a release was made with; null when there is none of that id. */
  'brief.likeRelease': { input: z.strictObject({ id: idSchema }), output: briefLikeSchema.nullable() },
  'releases.list': { input: nothing, output: z.array(releaseRowSchema) },
  'releases.ofRecord': { input: z.strictObject({ id: idSchema }), output: releasesOfRecordSchema },
  /** Null takes the recall back. */
  'releases.recall': {
    input: z.strictObject({ id: idSchema, recall: statedRecallSchema.nullable() }),
    output: stepSchema,
  },
  'releases.supersede': {
    input: z.strictObject({ id: idSchema, later: idSchema.nullable() }),
    output: stepSchema,
  },
  /** Null when the user closed the dialog. */
  'reading.choose': { input: nothing, output: openedBriefSchema.nullable() },
  'reading.import': { input: briefImportSchema, output: importedBriefSchema },
  'reading.close': { input: z.strictObject({ token: tokenSchema }), output: nothing },
  'brief.cancel': { input: z.strictObject({ token: tokenSchema }), output: nothing },
} satisfies Record<Call, { input: z.ZodType; output: z.ZodType }>

export const EVENT_CONTRACT = {
  'log.changed': z.strictObject({ state: logStateSchema, patch: logPatchSchema }),
  /** The log is about to be locked: save what is half-typed, then call `drafts.settled`. It waits a second at most. */
  'log.locking': nothing,
  'log.locked': z.strictObject({
    state: logStateSchema,
    reason: z.enum(['user', 'idle', 'suspend', 'screen-lock', 'quit']),
  }),
  'app.progress': z.strictObject({
    task: z.enum([
      'import',
      'brief',
      'pages',
      'unlock',
      'backup',
      'elsewhere',
      'rescue',
      'rekey',
      'duplicates',
    ]),
    step: z.string(),
    done: z.int(),
    total: z.int().nullable(),
  }),
  /** A menu item or its shortcut was used. */
  'app.command': z.strictObject({
    command: z.enum([
      'lock',
      'undo',
      'redo',
      'import',
      'brief',
      'reading',
      'new-record',
      'search',
      'guide',
      'first-steps',
      'keys',
    ]),
  }),
} satisfies Record<EventName, z.ZodType>

export type Input<C extends Call> = z.input<(typeof CONTRACT)[C]['input']>
export type Output<C extends Call> = z.infer<(typeof CONTRACT)[C]['output']>
export type EventValue<E extends EventName> = z.infer<(typeof EVENT_CONTRACT)[E]>
