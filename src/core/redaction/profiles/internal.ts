/**
 * Internal copy: for colleagues who may see all labels. Still no real name, no contact of anybody at risk and no
 * original of evidence: a copy gets lost more easily than a log.
 */
import type { StatedProfile } from '../profile.ts'
import { ACTION, COUNTS, FOR_EVERY_READER, GRADED_CLAIM, PSEUDONYMS } from './everyReader.ts'

export const INTERNAL = {
  name: 'internal',
  version: 1,
  labels: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'],
  purposes: ['keep-in-log', 'analyse'],
  personPurposes: ['analyse'],
  staleContacts: 'warn',
  precision: {
    date: 'day',
    place: 'point',
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
      'where.text': 'text',
      'where.name': 'place',
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
