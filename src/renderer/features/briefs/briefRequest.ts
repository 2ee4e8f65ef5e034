/** A draft as main is asked to make a brief of it. Pure. */
import type { Input } from '../../../shared/ipc/contract.ts'
import type { BriefDraft } from './briefDraft.ts'

export type BriefRequest = Input<'brief.preview'>

export function requestOf({ chosen, fixes, ...draft }: BriefDraft): BriefRequest {
  return {
    profile: draft.profile,
    series: draft.series.trim(),
    language: draft.language,
    layout: draft.layout,
    title: draft.title.trim(),
    introduction: draft.introduction.trim(),
    order: draft.order,
    claimOrder: draft.claimOrder,
    asOf: draft.asOf.trim(),
    ...(draft.recipient === null ? {} : { recipient: draft.recipient }),
    incidents: [...chosen.incidents],
    claims: [...chosen.claims],
    contacts: [...chosen.contacts],
    actions: [...chosen.actions],
    ...fixes,
  }
}
