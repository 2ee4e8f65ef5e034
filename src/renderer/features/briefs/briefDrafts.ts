/**
 * The drafts of briefs: kept in the log like half-typed forms, so encrypted, saved a moment after each change, and
 * found again after a lock or a restart. Which of them is open is state of the window alone.
 */
import { useMemo } from 'react'
import { discardDraft, saveDraftsNow, typeDraft, typedBefore } from '../../drafts/drafts.ts'
import { type DraftFields, type KeptDraft, keptDraft, useKeptDrafts } from '../../drafts/keptDrafts.ts'
import { createExternalValue } from '../../externalValue.ts'
import {
  type BriefDraft,
  briefDraftId,
  briefOfName,
  briefRecordsId,
  briefTextsId,
  readBriefDraft,
  recordsOf,
  settingsOf,
} from './briefDraft.ts'

/** What was changed since the log was opened, by id; null for a draft that was deleted. */
const changedNow = createExternalValue<ReadonlyMap<string, BriefDraft | null>>(new Map())
/** The draft on screen, as it was opened. */
const openNow = createExternalValue<BriefDraft | null>(null)

/** The draft on screen with all its changes; null when the list is. */
export function useOpenBrief(): BriefDraft | null {
  const open = openNow.use()
  const changed = changedNow.use()
  return open === null ? null : (changed.get(open.id) ?? open)
}

/** Shows a draft; null goes back to the list. A new one is kept from its first change on. */
export function openBrief(draft: BriefDraft | null): void {
  openNow.set(draft)
}

/** A draft has changed: it is shown so at once, and saved a moment later. */
export function setBriefDraft(draft: BriefDraft): void {
  const { id } = draft
  const before = changedNow.get().get(id) ?? keptBrief(id)
  changedNow.set(new Map(changedNow.get()).set(id, draft))
  const isNew = before === null
  if (isNew || before.chosen !== draft.chosen || before.passedOver !== draft.passedOver)
    typeDraft(briefRecordsId(id), recordsOf(draft))
  typeDraft(briefDraftId(id), settingsOf(draft))
}

export interface ListedBrief {
  readonly draft: BriefDraft
  /** Instant of its last save; null while none has been made. */
  readonly savedAt: string | null
}

/** All drafts of the log, last saved first. */
export function useBriefDrafts(): readonly ListedBrief[] {
  const kept = useKeptDrafts()
  const changed = changedNow.use()
  return useMemo(() => {
    const listed: ListedBrief[] = []
    for (const name of kept.keys()) {
      const id = briefOfName(name)
      const draft = id === null || changed.has(id) ? null : keptBrief(id)
      if (draft !== null) listed.push({ draft, savedAt: savedAtOf(draft.id, kept) })
    }
    for (const draft of changed.values())
      if (draft !== null) listed.push({ draft, savedAt: savedAtOf(draft.id, kept) })
    // What is not saved yet was touched last.
    const age = ({ savedAt }: ListedBrief) => savedAt ?? '9'
    return listed.toSorted((a, b) => (age(a) < age(b) ? 1 : -1))
  }, [kept, changed])
}

/** Adds a copy of a draft, with what was decided on its texts: that is bound to the texts, not to the draft. */
export function duplicateBrief(draft: BriefDraft, id: string, name: string): BriefDraft {
  const copy: BriefDraft = { ...draft, id, name, releasedAt: null }
  const texts = typedBefore(briefTextsId(draft.id))
  if (texts !== null) typeDraft(briefTextsId(id), texts.fields)
  setBriefDraft(copy)
  return copy
}

/** Deletes a draft at once. The answer brings it back as it was. */
export function deleteBrief(draft: BriefDraft): () => void {
  const { id } = draft
  const texts: DraftFields | undefined = typedBefore(briefTextsId(id))?.fields
  changedNow.set(new Map(changedNow.get()).set(id, null))
  if (openNow.get()?.id === id) openNow.set(null)
  for (const name of [briefDraftId(id), briefRecordsId(id), briefTextsId(id)]) void discardDraft(name)
  return () => {
    if (texts !== undefined) typeDraft(briefTextsId(id), texts)
    setBriefDraft(draft)
    void saveDraftsNow()
  }
}

/** Forgets what the window holds of drafts: on lock. What was saved stays in the log. */
export function dropBriefDrafts(): void {
  changedNow.set(new Map())
  openNow.set(null)
}

const readDrafts = new WeakMap<KeptDraft, { readonly records: unknown; readonly draft: BriefDraft | null }>()

/** A draft as the log keeps it; read once for each state of its entries. */
function keptBrief(id: string): BriefDraft | null {
  const settings = keptDraft(briefDraftId(id))
  if (settings === undefined) return null
  const records = keptDraft(briefRecordsId(id))
  const known = readDrafts.get(settings)
  if (known !== undefined && known.records === records) return known.draft
  const draft = readBriefDraft(id, settings.fields, records?.fields)
  readDrafts.set(settings, { records, draft })
  return draft
}

function savedAtOf(id: string, kept: ReadonlyMap<string, KeptDraft>): string | null {
  return kept.get(briefDraftId(id))?.savedAt ?? null
}
