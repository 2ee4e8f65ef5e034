/**
 * UN or court submission: a mechanism that examines single cases. Days, districts and exact numbers, since a case
 * must be recognisable; real names go by another way, with the consent of whoever bears them.
 */
import type { StatedProfile } from '../profile.ts'
import { ACTION, COUNTS, FOR_EVERY_READER, GRADED_CLAIM, PSEUDONYMS } from './everyReader.ts'

export const UN = {
  name: 'un',
  version: 1,
  labels: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT'],
  purposes: ['share-with-un', 'share-with-court'],
  personPurposes: ['share-with-un', 'share-with-court'],
  staleContacts: 'warn',
  precision: {
    date: 'day',
    place: 'admin2',
    coordinates: '0.5',
    age: '10',
    count: 'exact',
    category: 'exact',
  },
  disclosure: {
    k: 5,
    l: 2,
    mode: 'report',
    quasiIdentifiers: ['date', 'place', 'counts', 'category', 'age', 'sex', 'role'],
    sensitive: ['category', 'victimGroups'],
  },
  fields: {
    incidents: {
      title: 'text',
      summary: 'text',
      when: 'date',
      'where.text': 'drop',
      'where.name': 'drop',
      'where.admin1': 'place',
      'where.admin2': 'place',
      'where.country': 'place',
      'where.lat': 'coordinates',
      'where.lon': 'coordinates',
      violationTypes: 'keep',
      status: 'keep',
      claims: 'link',
      placeType: 'keep',
      victimGroups: 'keep',
      'acts.victim': 'link',
      'involvements.who': 'link',
      'involvements.role': 'keep',
      ...COUNTS,
    },
    claims: { ...GRADED_CLAIM, statement: 'text' },
    ...FOR_EVERY_READER,
    persons: PSEUDONYMS,
    actions: { ...ACTION, askedFor: 'text' },
  },
} as const satisfies StatedProfile
