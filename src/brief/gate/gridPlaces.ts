/**
 * Places as soldiers and surveyors write them: metres of a UTM zone, and the squares of MGRS made of them (NGA.SIG.0012).
 * Enough of both to know a place again; the odd zones of Norway and Svalbard are left out.
 */

export interface GridPlace {
  readonly zone: number
  /** Letter of the band of latitude, small. */
  readonly band: string
  /** Metres; south of the equator from ten million. */
  readonly easting: number
  readonly northing: number
}

const RADIUS = 6_378_137
const FLATTENING = 1 / 298.257223563
const SCALE = 0.9996
const BANDS = 'cdefghjklmnpqrstuvwx'

/** Where a place is in its zone; null near the poles, which have another grid. Right to a metre (Krüger's series). */
export function gridPlace(latitude: number, longitude: number): GridPlace | null {
  if (!(latitude >= -80 && latitude <= 84)) return null
  const zone = Math.min(60, Math.floor((longitude + 180) / 6) + 1)
  const radians = Math.PI / 180
  const [phi, away] = [latitude * radians, (longitude - (zone * 6 - 183)) * radians]
  const n = FLATTENING / (2 - FLATTENING)
  const meridian = (RADIUS / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
  const alpha = [
    n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3,
    (13 / 48) * n ** 2 - (3 / 5) * n ** 3,
    (61 / 240) * n ** 3,
  ]
  const root = (2 * Math.sqrt(n)) / (1 + n)
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - root * Math.atanh(root * Math.sin(phi)))
  const xi = Math.atan2(t, Math.cos(away))
  const eta = Math.atanh(Math.sin(away) / Math.sqrt(1 + t * t))
  let [north, east] = [xi, eta]
  alpha.forEach((factor, at) => {
    const times = 2 * (at + 1)
    north += factor * Math.sin(times * xi) * Math.cosh(times * eta)
    east += factor * Math.cos(times * xi) * Math.sinh(times * eta)
  })
  return {
    zone,
    band: BANDS.charAt(Math.min(19, Math.floor((latitude + 80) / 8))),
    easting: 500_000 + SCALE * meridian * east,
    northing: (latitude < 0 ? 10_000_000 : 0) + SCALE * meridian * north,
  }
}

const SQUARE = 100_000
const COLUMNS = ['abcdefgh', 'jklmnpqr', 'stuvwxyz']
const ROWS = 'abcdefghjklmnpqrstuv'

/** Zone, band and square of a hundred kilometres: "37tfj". */
export function squareOf({ zone, band, easting, northing }: GridPlace): string {
  const column = (COLUMNS[(zone - 1) % 3] ?? '').charAt(Math.floor(easting / SQUARE) - 1)
  const row = ROWS.charAt((Math.floor(northing / SQUARE) + (zone % 2 === 0 ? 5 : 0)) % 20)
  return `${zone}${band}${column}${row}`
}

const MGRS =
  /(?<![\p{L}\p{N}])0?(\d{1,2}[c-hj-np-x]) ?([a-hj-np-z][a-hj-np-v]) ?(\d{2,5} ?\d{2,5})(?![\p{L}\p{N}])/gu
/** Six digits beside six or seven, with no more between them than units and signs. */
const METRES =
  /(?<![\p{N}.,])(\d{6,7})(?:[.,]\d{1,4})?(?!\p{N})(?=([^\p{N}]{1,16})(\d{6,7})(?:[.,]\d{1,4})?(?!\p{N}))/gu
/** A brief may say no place to so many metres. */
const NEAR = 60

/** Squares and metres that a folded text says, as a question to be asked of places: is it there? */
export function gridQuestions(folded: string): ((place: GridPlace) => boolean)[] {
  const squares = [...folded.matchAll(MGRS)].flatMap(([, zone = '', square = '', digits = '']) => {
    const number = digits.replace(' ', '')
    if (number.length % 2 !== 0) return []
    const unit = 10 ** (5 - number.length / 2)
    const [east, north] = [number.slice(0, number.length / 2), number.slice(number.length / 2)].map(
      (half) => Number(half) * unit,
    )
    const isIn = (metres: number, from = 0) =>
      metres % SQUARE > from - NEAR && metres % SQUARE < from + unit + NEAR
    return [
      (place: GridPlace) =>
        squareOf(place) === zone + square && isIn(place.easting, east) && isIn(place.northing, north),
    ]
  })
  const metres = [...folded.matchAll(METRES)].map(([, first = '', , second = '']) => {
    const [one, other] = [Number(first), Number(second)]
    const isAt = ({ easting, northing }: GridPlace, east: number, north: number) =>
      Math.abs(easting - east) < NEAR && Math.abs(northing - north) < NEAR
    return (place: GridPlace) => isAt(place, one, other) || isAt(place, other, one)
  })
  return [...squares, ...metres]
}
