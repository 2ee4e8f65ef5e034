/** The short form of a source item as typed, and back. */
import { z } from 'zod'
import { type SourceItem, sourceItemSchema } from '../../../core/sourceItem.ts'
import type { SharedDraft } from '../../records/FormFrame.tsx'
import { type RecordForm, textOrNull, typedToTags } from '../../records/recordForm.ts'
import { typedDateToField } from '../../records/typedDateField.ts'
import { typedSharing, typedText } from '../../records/typedSchemas.ts'

export type Derivation = SourceItem['derivesFrom'][number]

export interface SourceItemDraft extends SharedDraft {
  readonly title: string
  readonly itemType: string | null
  readonly source: string | null
  readonly accessedAt: string
  readonly publishedAt: string
  readonly url: string
  readonly derivesFrom: readonly Derivation[]
}

export const SOURCE_ITEM_FORM: RecordForm<SourceItem, SourceItemDraft> = {
  kind: 'sourceItems',
  toDraft: (record, today) => ({
    title: record?.title ?? '',
    itemType: record?.itemType ?? null,
    source: record?.source ?? null,
    accessedAt: record?.accessedAt ?? today,
    publishedAt: record?.publishedAt ?? '',
    url: record?.url ?? '',
    derivesFrom: record?.derivesFrom ?? [],
    remarks: record?.remarks ?? '',
    tags: record?.tags.join(', ') ?? '',
    confidentiality: record?.confidentiality ?? 'RED',
  }),
  toFields: (draft) => ({
    title: draft.title.trim(),
    itemType: draft.itemType,
    source: draft.source,
    accessedAt: typedDateToField(draft.accessedAt),
    publishedAt: typedDateToField(draft.publishedAt),
    url: textOrNull(draft.url),
    derivesFrom: draft.derivesFrom.map(({ item, how }) => ({ item, how })),
    remarks: textOrNull(draft.remarks),
    tags: typedToTags(draft.tags),
    confidentiality: draft.confidentiality,
  }),
  typedSchema: z.object({
    ...typedSharing,
    title: typedText,
    itemType: z.string().nullable().exactOptional(),
    source: z.string().nullable().exactOptional(),
    accessedAt: typedText,
    publishedAt: typedText,
    url: typedText,
    derivesFrom: sourceItemSchema.shape.derivesFrom.unwrap().exactOptional(),
  }),
}
