/** The short form of an incident as typed, and back. */
import { z } from 'zod'
import type { Incident, Place } from '../../../core/incident.ts'
import { INCIDENT_STATUSES, type IncidentStatus } from '../../../core/vocabularyCodes.ts'
import type { SharedDraft } from '../../records/FormFrame.tsx'
import { type Fields, type RecordForm, textOrNull, typedToTags } from '../../records/recordForm.ts'
import { typedDateToField } from '../../records/typedDateField.ts'
import { typedCode, typedList, typedSharing, typedText } from '../../records/typedSchemas.ts'

export interface PlaceDraft {
  readonly text: string
  readonly name: string
  readonly admin1: string
  readonly admin2: string
  readonly country: string | null
  readonly lat: string
  readonly lon: string
  /** "1" to "7". */
  readonly precision: string
}

export interface IncidentDraft extends SharedDraft {
  readonly title: string
  readonly summary: string
  readonly when: string
  readonly where: PlaceDraft
  readonly violationTypes: readonly string[]
  readonly status: IncidentStatus
  readonly claims: readonly string[]
}

export const INCIDENT_FORM: RecordForm<Incident, IncidentDraft> = {
  kind: 'incidents',
  toDraft: (record) => ({
    title: record?.title ?? '',
    summary: record?.summary ?? '',
    when: record?.when ?? '',
    where: placeToDraft(record?.where),
    violationTypes: record?.violationTypes ?? [],
    status: record?.status ?? 'unknown',
    claims: record?.claims ?? [],
    remarks: record?.remarks ?? '',
    tags: record?.tags.join(', ') ?? '',
    confidentiality: record?.confidentiality ?? 'RED',
  }),
  toFields: (draft) => ({
    title: draft.title.trim(),
    summary: draft.summary,
    when: typedDateToField(draft.when),
    where: placeToField(draft.where),
    violationTypes: [...draft.violationTypes],
    status: draft.status,
    claims: [...draft.claims],
    remarks: textOrNull(draft.remarks),
    tags: typedToTags(draft.tags),
    confidentiality: draft.confidentiality,
  }),
  typedSchema: z.object({
    ...typedSharing,
    title: typedText,
    summary: typedText,
    when: typedText,
    where: z
      .object({
        text: z.string(),
        name: z.string(),
        admin1: z.string(),
        admin2: z.string(),
        country: z.string().nullable(),
        lat: z.string(),
        lon: z.string(),
        precision: z.string(),
      })
      .exactOptional(),
    violationTypes: typedList,
    status: typedCode(INCIDENT_STATUSES),
    claims: typedList,
  }),
}

function placeToDraft(place: Place | undefined): PlaceDraft {
  return {
    text: place?.text ?? '',
    name: place?.name ?? '',
    admin1: place?.admin1 ?? '',
    admin2: place?.admin2 ?? '',
    country: place?.country ?? null,
    lat: place?.lat === undefined ? '' : String(place.lat),
    lon: place?.lon === undefined ? '' : String(place.lon),
    precision: String(place?.precision ?? 6),
  }
}

function placeToField(place: PlaceDraft): Fields[string] {
  const texts = { text: place.text, name: place.name, admin1: place.admin1, admin2: place.admin2 }
  const given = Object.entries(texts).flatMap(([field, text]) => {
    const value = textOrNull(text)
    return value === null ? [] : [[field, value] as const]
  })
  return {
    ...Object.fromEntries(given),
    ...(place.country === null ? {} : { country: place.country }),
    ...coordinate('lat', place.lat),
    ...coordinate('lon', place.lon),
    precision: Number(place.precision),
  }
}

/** A number where it is one; otherwise what was typed, for the schema to refuse. Decimal comma is understood. */
function coordinate(field: 'lat' | 'lon', typed: string): Record<string, number | string> {
  const text = typed.trim()
  if (text === '') return {}
  const number = Number(text.replace(',', '.'))
  return { [field]: Number.isFinite(number) ? number : text }
}
