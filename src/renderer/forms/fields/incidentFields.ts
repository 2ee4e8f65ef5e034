/** The form of an incident. */
import type { Incident } from '../../../core/incident.ts'
import { INCIDENT_STATUSES, WORK_STATUSES } from '../../../core/vocabularyCodes.ts'
import type { FieldSpecs, GroupSpec } from '../fieldSpec.ts'
import { ACTOR_KINDS, type KindForm, NOTE, SHARED_FIELDS } from './sharedFields.ts'

type Count = NonNullable<Incident['counts']['killed']>

const COUNT: GroupSpec<Count> = {
  control: 'group',
  look: 'count',
  fields: {
    low: { control: 'number', words: 'count.low' },
    best: { control: 'number', words: 'count.best' },
    high: { control: 'number', words: 'count.high' },
    reportedBy: { control: 'line', words: 'count.reportedBy' },
  },
}

export const PLACE_FIELDS: FieldSpecs<Incident['where']> = {
  text: { control: 'text', rows: 1 },
  name: { control: 'placeName', level: 'town' },
  admin2: { control: 'placeName', level: 'admin2' },
  admin1: { control: 'placeName', level: 'admin1' },
  country: { control: 'country' },
  lat: { control: 'number' },
  lon: { control: 'number' },
  precision: {
    control: 'choice',
    codes: [1, 2, 3, 4, 5, 6, 7],
    prefix: 'precision',
    first: 6,
    showsCode: true,
  },
}

export const INCIDENT_FIELDS: KindForm<'incidents'> = {
  fields: {
    ...SHARED_FIELDS,
    title: { control: 'line' },
    summary: { control: 'text', isNeeded: true },
    when: { control: 'date' },
    where: { control: 'group', look: 'place', words: 'place', fields: PLACE_FIELDS },
    violationTypes: { control: 'codes', vocabulary: 'violation-types' },
    violationTypesNote: NOTE,
    statusNote: NOTE,
    status: { control: 'choice', codes: INCIDENT_STATUSES, prefix: 'status.incident', first: 'unknown' },
    claims: { control: 'links', kinds: ['claims'] },
    placeType: { control: 'code', vocabulary: 'place-types' },
    placeTypeNote: NOTE,
    victimGroups: { control: 'codes', vocabulary: 'victim-groups' },
    victimGroupsNote: NOTE,
    acts: {
      control: 'rows',
      fields: {
        victim: { control: 'link', kinds: ['persons'] },
        act: { control: 'code', vocabulary: 'violation-types' },
        actNote: NOTE,
        method: { control: 'code', vocabulary: 'methods' },
        methodNote: NOTE,
        attribution: { control: 'code', vocabulary: 'attributions' },
        attributionNote: NOTE,
        statusAtEnd: { control: 'code', vocabulary: 'end-statuses' },
        statusAtEndNote: NOTE,
        key: { control: 'line', isCode: true },
      },
    },
    involvements: {
      control: 'rows',
      fields: {
        who: { control: 'link', kinds: ACTOR_KINDS },
        role: { control: 'code', vocabulary: 'involvement-roles' },
        roleNote: NOTE,
        degree: { control: 'code', vocabulary: 'involvement-degrees' },
        degreeNote: NOTE,
      },
    },
    counts: {
      control: 'group',
      look: 'counts',
      fields: { killed: COUNT, injured: COUNT, detained: COUNT, missing: COUNT },
    },
    rightsAffected: { control: 'codes', vocabulary: 'rights' },
    rightsAffectedNote: NOTE,
    related: {
      control: 'rows',
      fields: {
        relation: { control: 'code', vocabulary: 'incident-relations' },
        relationNote: NOTE,
        incident: { control: 'link', kinds: ['incidents'] },
      },
    },
    duplicateOf: { control: 'link', kinds: ['incidents'] },
    possibleDuplicateOf: { control: 'links', kinds: ['incidents'] },
    notDuplicateOf: { control: 'links', kinds: ['incidents'], isAbsentWhenEmpty: true },
    sensitivity: { control: 'codes', vocabulary: 'sensitivities' },
    sensitivityNote: NOTE,
    workStatus: { control: 'choice', codes: WORK_STATUSES, prefix: 'workStatus' },
  },
  layout: {
    short: ['title', 'summary', 'when', 'status', 'where', 'violationTypes', 'claims'],
    more: [
      { heading: 'whoDidWhat', fields: ['acts', 'involvements'] },
      { heading: 'harm', fields: ['counts', 'victimGroups', 'rightsAffected', 'placeType', 'sensitivity'] },
      {
        heading: 'otherIncidents',
        fields: ['related', 'duplicateOf', 'possibleDuplicateOf', 'notDuplicateOf'],
      },
      { heading: 'work', fields: ['workStatus', 'remarks'] },
    ],
  },
}
