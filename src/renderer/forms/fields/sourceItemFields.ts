/** The form of a source item. */
import { DERIVATIONS } from '../../../core/vocabularyCodes.ts'
import { ACCESS_POINT_FIELDS, type KindForm, NOTE, SHARED_FIELDS } from './sharedFields.ts'

export const SOURCE_ITEM_FIELDS: KindForm<'sourceItems'> = {
  fields: {
    ...SHARED_FIELDS,
    title: { control: 'line' },
    itemType: { control: 'code', vocabulary: 'item-types' },
    itemTypeNote: NOTE,
    source: { control: 'link', kinds: ['sources'] },
    accessedAt: { control: 'date', startsToday: true },
    publishedAt: { control: 'date' },
    author: { control: 'line' },
    publisher: { control: 'line' },
    url: { control: 'line', isCode: true },
    archiveUrl: { control: 'line', isCode: true },
    language: { control: 'language' },
    originalText: { control: 'text' },
    translation: { control: 'text' },
    translator: { control: 'line' },
    quote: { control: 'text', rows: 3 },
    accessPoint: { control: 'group', look: 'columns', words: 'accessPoint', fields: ACCESS_POINT_FIELDS },
    derivesFrom: {
      control: 'rows',
      fields: {
        how: { control: 'choice', codes: DERIVATIONS, prefix: 'derivation', first: 'quotes' },
        item: { control: 'link', kinds: ['sourceItems'] },
      },
    },
    notDerivedFrom: { control: 'links', kinds: ['sourceItems'] },
    evidence: { control: 'links', kinds: ['evidence'] },
    receivedFrom: { control: 'line' },
    receivedHow: { control: 'line' },
  },
  layout: {
    short: ['title', 'itemType', 'source', 'publishedAt', 'accessedAt', 'url', 'derivesFrom'],
    more: [
      { heading: 'origin', fields: ['author', 'publisher', 'archiveUrl', 'notDerivedFrom'] },
      {
        heading: 'content',
        fields: ['quote', 'accessPoint', 'language', 'originalText', 'translation', 'translator'],
      },
      { heading: 'received', fields: ['receivedFrom', 'receivedHow', 'evidence'] },
      { heading: 'notes', fields: ['remarks'] },
    ],
  },
}
