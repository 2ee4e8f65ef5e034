/** Actions that are about something in the brief, or about nothing in particular. */
import type { Action } from '../../action.ts'
import { resolveIncident } from '../../resolveIncident.ts'
import type { BriefAction } from '../briefData.ts'
import { coarsenDate } from '../policies/date.ts'
import { isShown, policyOf } from '../profile.ts'
import type { WithheldReason } from '../report.ts'
import { whyActionStays } from '../select.ts'
import { chosen, cleanCode, codeOrNull, isRefused, ofRecord, type RowContext } from './rowContext.ts'

export function actionRows(context: RowContext): BriefAction[] {
  const { log, selection } = context
  return chosen(selection.actions, log.actions).flatMap((action): BriefAction[] => {
    const own = ofRecord(context, action.id)
    const about = shownAbout(action, context)
    const reason = whyStays(action, about, context)
    if (reason === null) return [actionRow(action, about, own)]
    own.withheld.add(reason)
    return []
  })
}

function whyStays(action: Action, about: readonly string[], context: RowContext): WithheldReason | null {
  const reason = whyActionStays(action, context)
  if (reason !== null) return reason
  if (context.mentions(action.addressedTo, 'inside')) return 'record/mention'
  if (isRefused(action.addressedTo, context.refused)) return 'field/not-accepted'
  return action.about.length > 0 && about.length === 0 ? 'record/not-linked' : null
}

/** Ids of the incidents and claims of the brief that it is about. */
function shownAbout({ about }: Action, { log, incidentIds, claimIds }: RowContext): string[] {
  return [...new Set(about.map((id) => resolveIncident(log.incidents, id)))].filter(
    (id) => incidentIds.has(id) || claimIds.has(id),
  )
}

function actionRow(action: Action, about: readonly string[], context: RowContext): BriefAction {
  const { profile, withheld, keeper } = context
  const shown = (path: string) => isShown(profile, 'actions', path)
  const showsText = policyOf(profile, 'actions', 'askedFor') === 'text'
  if (action.askedFor && !showsText) withheld.add('field/free-text')
  return {
    id: action.id,
    what: cleanCode(action.what, context),
    addressedTo: action.addressedTo,
    askedFor: showsText
      ? keeper.keep({ kind: 'actions', id: action.id, field: 'askedFor' }, action.askedFor)
      : null,
    when:
      action.date === undefined || !shown('date') ? null : coarsenDate(action.date, profile.precision.date),
    status: shown('status') ? codeOrNull(action.status, context) : null,
    about: [...about],
  }
}
