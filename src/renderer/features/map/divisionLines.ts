/** The lines between the first-order divisions of a country, unpacked for drawing; read when a map first comes so near. */
import { inSlices } from '../../nextTask.ts'
import { type Extent, project } from './mapProjection.ts'

/** Those of one country. */
export interface DivisionLines {
  readonly path: Path2D
  readonly extent: Extent
}

let read: readonly DivisionLines[] | null = null
let reading: Promise<void> | null = null

/** What has been read already; null before. */
export const divisionLinesNow = (): readonly DivisionLines[] | null => read

/** Reads them once. Where they cannot be read a map does without: none are there then. */
export function readDivisionLines(): Promise<void> {
  reading ??= unpack().then(
    (lines) => {
      read = lines
    },
    () => {
      read = []
    },
  )
  return reading
}

async function unpack(): Promise<readonly DivisionLines[]> {
  const { countries } = (await import('../../../../resources/map/divisionLines.json')).default
  const lines: DivisionLines[] = []
  await inSlices(linesOf(countries, lines))
  return lines
}

function* linesOf(
  countries: readonly (readonly (readonly number[])[])[],
  into: DivisionLines[],
): Generator<void> {
  for (const lines of countries) {
    const path = new Path2D()
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const line of lines)
      for (const { x, y, isFirst } of pointsOf(line)) {
        if (isFirst) path.moveTo(x, y)
        else path.lineTo(x, y)
        west = Math.min(west, x)
        east = Math.max(east, x)
        north = Math.min(north, y)
        south = Math.max(south, y)
      }
    into.push({ path, extent: { west, north, east, south } })
    yield
  }
}

/** A line is written as its first point and the steps from there, in hundredths of a degree. */
function* pointsOf(line: readonly number[]): Generator<{ x: number; y: number; isFirst: boolean }> {
  let [longitude, latitude] = [0, 0]
  for (let at = 0; at < line.length; at += 2) {
    longitude += line[at] ?? 0
    latitude += line[at + 1] ?? 0
    yield { ...project(longitude / 100, latitude / 100), isFirst: at === 0 }
  }
}
