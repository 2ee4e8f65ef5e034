/**
 * Numbers and coordinates as they stand in cells. "1.0" is one (spreadsheets write it); "1,5" could be read two
 * ways and is not read.
 */

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i

/** A finite decimal with a point, or null. */
export function readDecimal(cell: string): number | null {
  const text = cell.trim()
  if (!DECIMAL.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** A whole number from 0 up, or null. */
export function readWhole(cell: string): number | null {
  const value = readDecimal(cell)
  return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null
}

export interface Coordinates {
  readonly lat: number
  readonly lon: number
}

/** Both read, both empty, or the halves that are wrong. An empty half beside a full one is wrong. */
export type CoordinatesRead =
  | { readonly kind: 'read'; readonly value: Coordinates }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly halves: readonly ('lat' | 'lon')[] }

/** Reads decimal degrees; latitude within 90, longitude within 180. */
export function readCoordinates(latCell: string, lonCell: string): CoordinatesRead {
  if (latCell.trim() === '' && lonCell.trim() === '') return { kind: 'none' }
  const lat = within(readDecimal(latCell), 90)
  const lon = within(readDecimal(lonCell), 180)
  if (lat !== null && lon !== null) return { kind: 'read', value: { lat, lon } }
  const halves: ('lat' | 'lon')[] = []
  if (lat === null) halves.push('lat')
  if (lon === null) halves.push('lon')
  return { kind: 'unreadable', halves }
}

/** Reads "lat, lon" from one cell; `;`, `|` and blanks also part the two. */
export function readCoordinatePair(cell: string): CoordinatesRead {
  const text = cell.trim().replace(/^[[(](.*)[\])]$/, '$1')
  if (text === '') return { kind: 'none' }
  const halves = text.split(/\s*[,;|]\s*|\s+/)
  if (halves.length !== 2) return { kind: 'unreadable', halves: ['lat', 'lon'] }
  return readCoordinates(halves[0] ?? '', halves[1] ?? '')
}

const within = (value: number | null, limit: number): number | null =>
  value !== null && Math.abs(value) <= limit ? value : null
