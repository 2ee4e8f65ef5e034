/**
 * A small map of where: whole countries shaded, and grid cells where the brief shows any. It shows nothing finer than the
 * brief says in words, and the table beside it says the same.
 */
import type { BriefData, BriefPlace, ShownCount } from '../../core/redaction/briefData.ts'
import { compareRecordCounts, recordCountInWords } from '../../shared/briefWords/numberWords.ts'
import type { PageWords } from '../briefPage.ts'
import { placeInWords } from '../placeWords.ts'
import { countryOutlines, mainExtent } from './outline.ts'
import {
  areaOf,
  type Extent,
  type Frame,
  frameAround,
  middleOf,
  type Point,
  projectRing,
  WORLD,
} from './project.ts'

type Ring = readonly Point[]

export interface BriefMap {
  readonly title: string
  readonly note: string
  readonly alt: string
  /** Points of the page; rings are in them, from the upper left corner. */
  readonly width: number
  readonly height: number
  readonly land: readonly Ring[]
  readonly areas: readonly { readonly mark: string; readonly at: Point; readonly rings: readonly Ring[] }[]
  readonly cells: readonly Ring[]
  readonly columns: readonly string[]
  /** Mark, name, number. */
  readonly rows: readonly (readonly string[])[]
  /** What is not on the map, and what the outline is. */
  readonly remarks: readonly string[]
}

const WIDTH = 300
const HEIGHTS = [130, 190] as const
/** Degrees of room around what is shown. */
const COUNTRY_MARGIN = 4
const CELL_MARGIN = 7
const MOST_ROWS = 24

/** Null when no place that the outline has is shown. */
export function briefMap(data: BriefData, words: PageWords): BriefMap | null {
  const { say } = words
  const areas = areasOf(data, words)
  const marked = markedCountries(areas)
  if (marked.size === 0) return null
  const cells = data.statistics.byCell.map(({ cell }) => ({
    west: cell.west,
    south: cell.south,
    east: cell.west + cell.size,
    north: cell.south + cell.size,
  }))
  const frame = frameOf(marked, cells)
  const shapes = countryOutlines().map(({ code, rings }) => ({
    mark: marked.get(code) ?? null,
    rings: rings.map((ring) => projectRing(ring, frame)).filter((ring) => ring.length > 0),
  }))
  const rows = tableRows(areas, marked, words)
  const unplaced = areas.filter(({ country }) => !marked.has(country ?? ''))
  const title = say('map.title')
  return {
    title,
    note: [say('map.note'), ...(cells.length === 0 ? [] : [say('map.cells')])].join(' '),
    alt: say('map.alt', {
      rows: rows
        .filter(([mark]) => mark !== '')
        .map(([mark = '', name = '', count = '']) => say('map.row', { mark, name, count }))
        .join(say('list.separator')),
    }),
    width: frame.width,
    height: frame.height,
    land: shapes.flatMap(({ mark, rings }) => (mark === null ? rings : [])),
    areas: shapes.flatMap(({ mark, rings }) => {
      const [largest] = [...rings].sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))
      return mark === null || largest === undefined ? [] : [{ mark, at: middleOf(largest), rings }]
    }),
    cells: cells.map((cell) => projectRing(corners(cell), frame)).filter((ring) => ring.length > 0),
    columns: [say('map.column.mark'), say('map.column.area'), say('map.column.incidents')],
    rows,
    remarks: [
      ...(unplaced.length === 0
        ? []
        : [say('map.unplaced', { count: recordCountInWords(sum(unplaced.map(({ count }) => count)), say) })]),
      say('map.outline'),
    ],
  }
}

interface Area {
  readonly country: string | null
  readonly name: string
  readonly count: ShownCount
}

/** Places to the first-order division, which is the finest a map of this size has room to name. */
function areasOf({ statistics }: BriefData, words: PageWords): Area[] {
  const known = Map.groupBy(statistics.byPlace, ({ place }) => nameOf(place, words))
  return [...known]
    .map(([name, parts]) => ({
      country: parts[0]?.place.country ?? null,
      name,
      count: parts.length === 1 ? (parts[0]?.count ?? null) : sum(parts.map(({ count }) => count)),
    }))
    .sort((a, b) => compareRecordCounts(a.count, b.count) || (a.name < b.name ? -1 : 1))
}

const nameOf = ({ region, country, admin1 }: BriefPlace, words: PageWords): string =>
  placeInWords({ region, country, admin1, admin2: null, town: null, site: null }, words) ??
  words.say('place.unknown')

/** The sum of counts that are all shown; with a hidden one it would give that one back. */
function sum(counts: readonly ShownCount[]): ShownCount {
  const shown = counts.filter((count) => typeof count === 'number')
  return shown.length === counts.length ? shown.reduce((all, count) => all + count, 0) : null
}

/** Country → its letter, in the order of the areas; numbers when letters run out. */
function markedCountries(areas: readonly Area[]): ReadonlyMap<string, string> {
  const drawn = new Set(countryOutlines().map(({ code }) => code))
  const countries = [...new Set(areas.flatMap(({ country }) => country ?? []))].filter((code) =>
    drawn.has(code),
  )
  return new Map(countries.map((code, at) => [code, at < 26 ? String.fromCharCode(65 + at) : String(at + 1)]))
}

function frameOf(marked: ReadonlyMap<string, string>, cells: readonly Extent[]): Frame {
  const countries = countryOutlines().flatMap((each) => (marked.has(each.code) ? [mainExtent(each)] : []))
  const [shown, margin] = cells.length > 0 ? [cells, CELL_MARGIN] : [countries, COUNTRY_MARGIN]
  const extent = shown.reduce(joined)
  const isWorld = extent.east - extent.west > 200
  return frameAround(isWorld ? WORLD : extent, isWorld ? 0 : margin, WIDTH, HEIGHTS)
}

const joined = (a: Extent, b: Extent): Extent => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
})

const corners = ({ west, south, east, north }: Extent): Point[] => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
]

function tableRows(
  areas: readonly Area[],
  marked: ReadonlyMap<string, string>,
  { say }: PageWords,
): string[][] {
  const row = ({ country, name, count }: Area) => [
    marked.get(country ?? '') ?? '',
    name,
    recordCountInWords(count, say),
  ]
  if (areas.length <= MOST_ROWS) return areas.map(row)
  const rest = areas.slice(MOST_ROWS - 1)
  return [
    ...areas.slice(0, MOST_ROWS - 1).map(row),
    row({ country: null, name: say('map.others'), count: sum(rest.map(({ count }) => count)) }),
  ]
}
