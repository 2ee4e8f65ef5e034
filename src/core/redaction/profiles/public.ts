/**
 * Public: for anybody at all, so the most careful. Records labelled CLEAR; no person, no text that was not written
 * for release.
 */
import type { StatedProfile } from '../profile.ts'
import { ACTION, COUNTS, FOR_EVERY_READER, GRADED_CLAIM } from './everyReader.ts'

export const PUBLIC = {
  name: 'public',
  version: 3,
  labels: ['CLEAR'],
  purposes: ['publish-anonymised'],
  personPurposes: [],
  staleContacts: 'block',
  precision: {
    date: 'quarter',
    place: 'admin1',
    coordinates: 'none',
    age: 'none',
    count: 'banded',
    category: 'exact',
  },
  disclosure: {
    k: 5,
    l: 2,
    mode: 'enforce',
    quasiIdentifiers: ['date', 'place', 'counts', 'category'],
    sensitive: ['category'],
  },
  fields: {
    incidents: {
      title: 'drop',
      summary: 'drop',
      when: 'date',
      'where.text': 'drop',
      'where.name': 'drop',
      'where.admin1': 'place',
      'where.admin2': 'drop',
      'where.country': 'place',
      'where.lat': 'drop',
      'where.lon': 'drop',
      violationTypes: 'category',
      status: 'keep',
      claims: 'link',
      placeType: 'drop',
      victimGroups: 'drop',
      'acts.victim': 'drop',
      'involvements.who': 'drop',
      'involvements.role': 'drop',
      ...COUNTS,
    },
    claims: { ...GRADED_CLAIM, statement: 'drop' },
    ...FOR_EVERY_READER,
    persons: { roles: 'drop', age: 'drop', birthDate: 'drop', sex: 'drop' },
    actions: { ...ACTION, askedFor: 'drop' },
  },
} as const satisfies StatedProfile
