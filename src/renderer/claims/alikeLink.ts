/** The link that says of an incident that it is like an earlier one: what is there of it, and how it is saved. */
import type { Translate } from '../../shared/i18n/format.ts'
import type { IncidentRow } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { answerOfSave, tellRefusal } from '../saveTrouble.ts'

/** Of the vocabulary of relations between incidents. */
const ALIKE = 'resembles'

export type AlikeLink =
  /** Neither names the other. */
  | { readonly is: 'none' }
  /** This one says that it is like the other, which can be taken back where it was said. */
  | { readonly is: 'alike' }
  /** They are linked in another way already. */
  | { readonly is: 'other'; readonly relation: string }

type Linked = Pick<IncidentRow, 'id' | 'related'>

/** What stands for an incident that was merged into another. */
export type StandsFor = (incident: string) => string

/** What of a link there is between an incident and another one, also one that names what was merged into it. */
export function alikeLink(incident: Linked, other: Linked, standsFor: StandsFor): AlikeLink {
  const own = incident.related.filter((each) => standsFor(each.incident) === other.id)
  // What somebody wrote beside a link is not thrown away by one key: that is done in the form.
  if (own.some(({ relation, relationNote }) => relation === ALIKE && relationNote === undefined))
    return { is: 'alike' }
  const relation = (own[0] ?? other.related.find((each) => standsFor(each.incident) === incident.id))
    ?.relation
  return relation === undefined ? { is: 'none' } : { is: 'other', relation }
}

/** Saves that link, or takes it away where it is; true when it was saved. Over nothing that was changed meanwhile. */
export async function toggleAlikeLink(
  incident: Linked,
  other: string,
  standsFor: StandsFor,
  t: Translate,
): Promise<boolean> {
  const before = incident.related.map(({ relationNote, ...each }) =>
    relationNote === undefined ? each : { ...each, relationNote },
  )
  const isThis = (each: (typeof before)[number]) =>
    standsFor(each.incident) === other && each.relation === ALIKE && !('relationNote' in each)
  const related = before.some(isThis)
    ? before.filter((each) => !isThis(each))
    : [...before, { incident: other, relation: ALIKE }]
  const request = {
    kind: 'incidents' as const,
    id: incident.id,
    fields: { related },
    seen: { related: before },
  }
  const reply = await answerOfSave(daybook().recordsSave(request), {
    owner: `alike/${incident.id}`,
    what: t('records.incidents.one'),
    retry: () => void toggleAlikeLink(incident, other, standsFor, t),
  })
  if (!reply.ok) tellRefusal(t, reply.error)
  return reply.ok
}
