/**
 * Where the incidents of a brief lie, as GeoJSON (RFC 7946), for maps and statistics. What the brief knows as an area
 * is never drawn as a point: a cell of the grid is a square, and a place known by name alone has no geometry.
 */
import { z } from 'zod'
import {
  BRIEF_LANGUAGES,
  type BriefData,
  type BriefIncident,
  briefIncidentSchema,
  briefPlaceSchema,
} from '../../core/redaction/briefData.ts'
import { CONFIDENTIALITIES } from '../../core/vocabularyCodes.ts'
import { canonicalJson } from '../canonicalJson.ts'

export const PLACES_FORMAT = 'daybook-brief-places'
export const PLACES_VERSION = '1.0.0'

/** Longitude first, then latitude; degrees. */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** Published as docs/format/brief-places-v1.schema.json. Every feature has the same keys; what is withheld is null. */
export const placesGeoJsonSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  format: z.literal(PLACES_FORMAT),
  version: z.literal(PLACES_VERSION),
  title: z.string(),
  language: z.enum(BRIEF_LANGUAGES),
  asOf: z.iso.date(),
  label: z.enum(CONFIDENTIALITIES),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      geometry: z
        .strictObject({ type: z.literal('Polygon'), coordinates: z.tuple([z.array(position).length(5)]) })
        .nullable(),
      properties: z.strictObject({
        ...briefIncidentSchema.pick({
          id: true,
          title: true,
          when: true,
          violationTypes: true,
          placeType: true,
          status: true,
          killed: true,
          injured: true,
          detained: true,
          missing: true,
        }).shape,
        ...briefPlaceSchema.shape,
      }),
    }),
  ),
})

/** Canonical (RFC 8785), UTF-8, one newline at the end. Features in the order of the brief's rows. */
export function placesGeoJson({ title, language, asOf, label, incidents }: BriefData): Uint8Array {
  const collection = placesGeoJsonSchema.parse({
    type: 'FeatureCollection',
    format: PLACES_FORMAT,
    version: PLACES_VERSION,
    title,
    language,
    asOf,
    label,
    features: incidents.map((incident) => ({
      type: 'Feature',
      geometry: squareOf(incident.cell),
      properties: propertiesOf(incident),
    })),
  })
  return new TextEncoder().encode(`${canonicalJson(collection)}\n`)
}

/** The cell, counterclockwise from its south-western corner; cells do not cross the date line. */
function squareOf(cell: BriefIncident['cell']) {
  if (cell === null) return null
  const { south, west, size } = cell
  const [north, east] = [south + size, west + size]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

function propertiesOf(incident: BriefIncident) {
  const { id, title, when, violationTypes, placeType, status, killed, injured, detained, missing } = incident
  return {
    id,
    title,
    when,
    violationTypes,
    placeType,
    status,
    killed,
    injured,
    detained,
    missing,
    ...incident.place,
  }
}
