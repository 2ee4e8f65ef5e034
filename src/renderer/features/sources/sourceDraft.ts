/** The short form of a source as typed, and back. Locked fields are not in the window and are never sent. */
import { z } from 'zod'
import {
  RELIABILITIES,
  type Reliability,
  SOURCE_KINDS,
  type SourceKind,
} from '../../../core/vocabularyCodes.ts'
import type { SourceView } from '../../../shared/ipc/views.ts'
import type { SharedDraft } from '../../records/FormFrame.tsx'
import { type RecordForm, textOrNull, typedToTags } from '../../records/recordForm.ts'
import { typedDateToField } from '../../records/typedDateField.ts'
import { typedCode, typedSharing, typedText } from '../../records/typedSchemas.ts'

export interface SourceDraft extends SharedDraft {
  readonly name: string
  readonly kind: SourceKind
  readonly reliability: Reliability
  readonly reliabilityReason: string
  readonly reliabilityOn: string
}

export const SOURCE_FORM: RecordForm<SourceView, SourceDraft> = {
  kind: 'sources',
  toDraft: (record) => ({
    name: record?.name ?? '',
    kind: record?.kind ?? 'media',
    // A new source is F: there is no basis yet (records.md, "Admiralty grading").
    reliability: record?.reliability ?? 'F',
    reliabilityReason: record?.reliabilityReason ?? '',
    reliabilityOn: record?.reliabilityOn ?? '',
    remarks: record?.remarks ?? '',
    tags: record?.tags.join(', ') ?? '',
    confidentiality: record?.confidentiality ?? 'RED',
  }),
  toFields: (draft) => ({
    name: draft.name.trim(),
    kind: draft.kind,
    reliability: draft.reliability,
    reliabilityReason: textOrNull(draft.reliabilityReason),
    reliabilityOn: typedDateToField(draft.reliabilityOn),
    remarks: textOrNull(draft.remarks),
    tags: typedToTags(draft.tags),
    confidentiality: draft.confidentiality,
  }),
  typedSchema: z.object({
    ...typedSharing,
    name: typedText,
    kind: typedCode(SOURCE_KINDS),
    reliability: typedCode(RELIABILITIES),
    reliabilityReason: typedText,
    reliabilityOn: typedText,
  }),
}
