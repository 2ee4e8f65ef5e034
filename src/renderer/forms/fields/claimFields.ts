/** The form of a claim. The grades of one that exists move only by an assessment, which has a form of its own. */
import type { Claim } from '../../../core/claim.ts'
import {
  CLAIM_KINDS,
  CLAIM_STATUSES,
  CONFIDENCES,
  CREDIBILITIES,
  STANDARDS,
} from '../../../core/vocabularyCodes.ts'
import type { RowsSpec } from '../fieldSpec.ts'
import { ABOUT_KINDS, ACCESS_POINT_FIELDS, type KindForm, NOTE, SHARED_FIELDS } from './sharedFields.ts'

const EVIDENCE: Pick<RowsSpec<Claim['evidenceFor'][number]>, 'control' | 'fields' | 'countsSources'> = {
  control: 'rows',
  countsSources: true,
  fields: {
    item: { control: 'link', kinds: ['sourceItems'], words: 'evidenceLink.item' },
    accessPoint: { control: 'group', look: 'columns', words: 'accessPoint', fields: ACCESS_POINT_FIELDS },
    quote: { control: 'text', rows: 2, words: 'evidenceLink.quote' },
    connection: { control: 'code', vocabulary: 'connections', words: 'evidenceLink.connection' },
    connectionNote: NOTE,
    note: { control: 'text', rows: 2, words: 'evidenceLink.note' },
  },
}

/** Fields that an assessment sets in a claim that exists. */
export const GRADE_FIELDS: readonly string[] = ['status', 'credibility', 'standardMet']

export const CLAIM_FIELDS: KindForm<'claims'> = {
  fields: {
    ...SHARED_FIELDS,
    statement: { control: 'text', rows: 2 },
    kind: { control: 'choice', codes: CLAIM_KINDS, prefix: 'claimKind', first: 'event' },
    kindNote: NOTE,
    status: { control: 'choice', codes: CLAIM_STATUSES, prefix: 'status.claim', first: 'not-assessed' },
    credibility: {
      control: 'choice',
      codes: CREDIBILITIES,
      prefix: 'credibility',
      first: 6,
      showsCode: true,
    },
    about: {
      control: 'rows',
      fields: {
        id: { control: 'link', kinds: ABOUT_KINDS },
        act: { control: 'act', of: 'id' },
        field: { control: 'fieldName', of: 'id' },
        value: { control: 'fieldValue', of: 'id', field: 'field' },
      },
    },
    madeBy: { control: 'line' },
    madeOn: { control: 'date' },
    value: {
      control: 'group',
      look: 'count',
      fields: {
        low: { control: 'number', words: 'count.low' },
        best: { control: 'number', words: 'count.best' },
        high: { control: 'number', words: 'count.high' },
        reportedBy: { control: 'line', words: 'count.reportedBy' },
        unit: { control: 'code', vocabulary: 'count-units' },
      },
    },
    evidenceFor: EVIDENCE,
    evidenceAgainst: EVIDENCE,
    standardMet: { control: 'choice', codes: STANDARDS, prefix: 'standard', first: 'none' },
    confidence: { control: 'choice', codes: CONFIDENCES, prefix: 'confidence' },
    confidenceNote: NOTE,
    safeWording: { control: 'text', rows: 3, checksWording: true },
    nextStep: { control: 'text', rows: 2 },
    reviewBy: { control: 'date' },
    supersededBy: { control: 'link', kinds: ['claims'] },
  },
  layout: {
    short: [
      'statement',
      'kind',
      'status',
      'credibility',
      'about',
      'evidenceFor',
      'evidenceAgainst',
      'safeWording',
    ],
    more: [
      { heading: 'said', fields: ['madeBy', 'madeOn', 'value'] },
      { heading: 'judged', fields: ['standardMet', 'confidence', 'supersededBy'] },
      { heading: 'work', fields: ['nextStep', 'reviewBy', 'remarks'] },
    ],
  },
}
