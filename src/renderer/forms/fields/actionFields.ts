/** The form of an action. */
import { ABOUT_KINDS, type KindForm, NOTE, SHARED_FIELDS } from './sharedFields.ts'

export const ACTION_FIELDS: KindForm<'actions'> = {
  fields: {
    ...SHARED_FIELDS,
    what: { control: 'code', vocabulary: 'action-kinds' },
    whatNote: NOTE,
    addressedTo: { control: 'line' },
    about: { control: 'links', kinds: ABOUT_KINDS },
    date: { control: 'date' },
    askedFor: { control: 'text', rows: 3 },
    response: { control: 'code', vocabulary: 'action-responses' },
    responseNote: NOTE,
    impact: { control: 'code', vocabulary: 'action-impacts' },
    impactNote: NOTE,
    status: { control: 'code', vocabulary: 'action-statuses' },
    statusNote: NOTE,
    priority: { control: 'code', vocabulary: 'action-priorities' },
    priorityNote: NOTE,
    followUpDate: { control: 'date' },
  },
  layout: {
    short: ['what', 'addressedTo', 'about'],
    more: [
      { heading: 'request', fields: ['date', 'askedFor'] },
      { heading: 'outcome', fields: ['status', 'priority', 'followUpDate', 'response', 'impact'] },
      { heading: 'notes', fields: ['remarks'] },
    ],
  },
}
