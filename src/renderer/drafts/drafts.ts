/**
 * Keeps what is typed in a form before it is saved: in the log, hence encrypted, a moment after the last key, and at
 * once when the window loses the focus or the log is about to be locked. Saving or discarding the form ends its draft.
 */
import type { AppError } from '../../core/appError.ts'
import type { DaybookApi } from '../../shared/ipc/api.ts'
import { daybook } from '../bridge.ts'
import { answerOf } from '../errorText.ts'
import { clearTrouble, isTroubleOfPlace, noteTrouble } from '../saveTrouble.ts'
import { addKeptDraft, type DraftFields, forgetKeptDrafts, keptDraft, removeKeptDraft } from './keptDrafts.ts'

/** From the last key to the save of the draft. */
export const DRAFT_DELAY_MS = 1_500
const OWNER = 'drafts'

interface OpenDraft {
  readonly fields: DraftFields
  readonly isKept: boolean
}

/** Drafts of open forms with something typed, whether the log keeps their last state yet or not. */
const openDrafts = new Map<string, OpenDraft>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** Something was typed: `fields` is all of it, as plain values. It is saved a moment after the last call. */
export function typeDraft(id: string, typed: object): void {
  openDrafts.set(id, { fields: JSON.parse(JSON.stringify(typed)), isKept: false })
  clearTimeout(timers.get(id))
  timers.set(
    id,
    setTimeout(() => void saveDraft(id, daybook()), DRAFT_DELAY_MS),
  )
}

/** The form was saved, and its draft with it. */
export function finishDraft(id: string): void {
  stopTimer(id)
  openDrafts.delete(id)
  removeKeptDraft(id)
}

/** What was typed is not wanted. The log forgets it too, if it has seen it. */
export async function discardDraft(id: string): Promise<void> {
  const isKnown = openDrafts.has(id) || keptDraft(id) !== undefined
  finishDraft(id)
  clearTrouble(id)
  if (isKnown) await answerOf(daybook().draftsDiscard({ id }))
}

/** What was typed in a form before, newest first: in this window, or as the log keeps it. */
export function typedBefore(id: string): { readonly fields: DraftFields; readonly savedAt: string } | null {
  const kept = keptDraft(id)
  const open = openDrafts.get(id)
  if (open !== undefined) return { fields: open.fields, savedAt: kept?.savedAt ?? new Date().toISOString() }
  return kept === undefined ? null : { fields: kept.fields, savedAt: kept.savedAt }
}

/** Is something typed that the log does not keep yet? */
export function hasUnkeptDrafts(): boolean {
  return [...openDrafts.values()].some(({ isKept }) => !isKept)
}

/** Saves every draft that has changed, now. The reason when one could not be saved. */
export async function saveDraftsNow(api: DaybookApi = daybook()): Promise<AppError | null> {
  const unkept = [...openDrafts].filter(([, { isKept }]) => !isKept)
  const failures = await Promise.all(unkept.map(([id]) => saveDraft(id, api)))
  return failures.find((failure) => failure !== null) ?? null
}

async function saveDraft(id: string, api: DaybookApi): Promise<AppError | null> {
  stopTimer(id)
  const draft = openDrafts.get(id)
  if (draft === undefined || draft.isKept) return null
  const reply = await answerOf(api.draftsSave({ id, fields: draft.fields }))
  if (!reply.ok) {
    if (openDrafts.has(id) && isTroubleOfPlace(reply.error)) {
      const retry = () => void saveDraftsNow(api)
      noteTrouble({ owner: OWNER, what: null, error: reply.error, retry })
    }
    return reply.error
  }
  clearTrouble(OWNER)
  // Saved, discarded or typed on meanwhile?
  if (openDrafts.get(id) !== draft) return null
  openDrafts.set(id, { ...draft, isKept: true })
  addKeptDraft({ id, fields: draft.fields, savedAt: new Date().toISOString() })
  return null
}

function stopTimer(id: string): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
}

/** Before the log is locked everything half-typed is saved, and main is told so. Returns the function that stops it. */
export function keepDraftsWhenLocking(api: DaybookApi): () => void {
  return api.onLogLocking(() => {
    void saveDraftsNow(api).then(() => answerOf(api.draftsSettled({})))
  })
}

/** Saves drafts when the window loses the focus or goes away. */
export function keepDraftsWhenLeaving(): void {
  const save = () => void saveDraftsNow()
  window.addEventListener('blur', save)
  window.addEventListener('pagehide', save)
}

/** Forgets everything typed: the log is locked. */
export function dropDrafts(): void {
  for (const id of timers.keys()) stopTimer(id)
  openDrafts.clear()
  forgetKeptDrafts()
}
