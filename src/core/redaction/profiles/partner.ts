/**
 * Advocacy partner: an organisation that works on the same matter. Texts are kept when a person has read them;
 * people appear under pseudonyms when they agreed to be shared.
 */
import type { StatedProfile } from '../profile.ts'
import { ACTION, COUNTS, FOR_EVERY_READER, GRADED_CLAIM, PSEUDONYMS } from './everyReader.ts'

export const PARTNER = {
  name: 'partner',
  version: 2,
  labels: ['CLEAR', 'GREEN', 'AMBER'],
  purposes: ['share-with-organisation'],
  personPurposes: ['share-with-organisation'],
  staleContacts: 'block',
  precision: {
    date: 'month',
    place: 'admin1',
    coordinates: '1',
    age: '20',
    count: 'rounded',
    category: 'exact',
  },
  disclosure: {
    k: 5,
    l: 2,
    mode: 'enforce',
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
      'where.admin2': 'drop',
      'where.country': 'place',
      'where.lat': 'coordinates',
      'where.lon': 'coordinates',
      violationTypes: 'category',
      status: 'keep',
      claims: 'link',
      placeType: 'drop',
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
