/** Forms that were not finished, as the log keeps them: by the name of the form. Dropped on lock. */
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { EDITABLE_KINDS } from '../../shared/ipc/views.ts'
import { createExternalValue } from '../externalValue.ts'

export type DraftFields = Input<'drafts.save'>['fields']
export type KeptDraft = Output<'drafts.list'>[number]

const keptNow = createExternalValue<ReadonlyMap<string, KeptDraft>>(new Map())
/** Those that were there when the log was opened and that nobody has looked at yet. */
const foundNow = createExternalValue<readonly string[]>([])

export const useKeptDrafts = keptNow.use
export const useFoundDrafts = foundNow.use

/** The draft of a form, if the log keeps one. */
export function keptDraft(id: string): KeptDraft | undefined {
  return keptNow.get().get(id)
}

/** Takes the drafts of a log that was just opened. */
export function acceptKeptDrafts(drafts: readonly KeptDraft[]): void {
  keptNow.set(new Map(drafts.map((draft) => [draft.id, draft])))
  foundNow.set(drafts.map(({ id }) => id))
}

/** The log keeps this one now. */
export function addKeptDraft(draft: KeptDraft): void {
  keptNow.set(new Map(keptNow.get()).set(draft.id, draft))
}

/** The log does not keep it any more. */
export function removeKeptDraft(id: string): void {
  const next = new Map(keptNow.get())
  if (next.delete(id)) keptNow.set(next)
}

/** Nobody needs to be told of the drafts that were found any more. */
export function dismissFoundDrafts(): void {
  foundNow.set([])
}

/** Forgets all of them: on lock. */
export function forgetKeptDrafts(): void {
  keptNow.set(new Map())
  foundNow.set([])
}

/** What a draft is of. */
export type DraftSubject =
  | { readonly form: 'record'; readonly kind: EditableKind; readonly id: string | null }
  | { readonly form: 'assess'; readonly claim: string }
  | { readonly form: 'profile'; readonly id: string }
  | { readonly form: 'recall'; readonly release: string }

/** Name of the draft of a record's form. */
export const recordDraftId = (kind: EditableKind, id: string | null): string =>
  `record/${kind}/${id ?? 'new'}`
/** Name of the draft of an assessment. */
export const assessDraftId = (claim: string): string => `assess/${claim}`

/** Name of the draft of a profile. */
export const profileDraftId = (id: string): string => `profile/${id}`

/** Name of the draft of a recall. */
export const recallDraftId = (release: string): string => `recall/${release}`

/** What the name of a draft stands for; null for a form that this version does not have. */
export function draftSubject(draftId: string): DraftSubject | null {
  const [form, first, second] = draftId.split('/')
  if (form === 'assess' && first !== undefined) return { form, claim: first }
  if (form === 'profile' && first !== undefined) return { form, id: first }
  if (form === 'recall' && first !== undefined) return { form, release: first }
  const kind = EDITABLE_KINDS.find((each) => each === first)
  if (form !== 'record' || kind === undefined || second === undefined) return null
  return { form, kind, id: second === 'new' ? null : second }
}
