/**
 * Coordinates of the log in codes and whole numbers: a geohash, a plus code, metres of a grid, millionths and
 * ten-millionths of a degree, as phones and maps keep them. The text is read and the places of the log are looked up, by cells small enough to tell
 * a village from the next one.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { type Finding, leakFinding } from './finding.ts'
import { type GridPlace, gridPlace, gridQuestions } from './gridPlaces.ts'

interface CodedPlaces {
  readonly geohashes: ReadonlyMap<string, Canary>
  readonly plusCodes: ReadonlyMap<string, Canary>
  readonly wholeNumbers: ReadonlyMap<string, Canary>
  readonly inGrid: readonly { readonly place: GridPlace; readonly canary: Canary }[]
}

/** Signs of a geohash: cells of a kilometre and of five metres. */
const [FEWEST, MOST] = [6, 9]
const GEOHASH = /(?<![\p{L}\p{N}])(?=[a-z]*\d)(?=\d*[a-z])[0-9b-hjkmnp-z]{6,12}(?![\p{L}\p{N}])/gu
const PLUS_CODE = /(?<![\p{L}\p{N}])[23456789cfghjmpqrvwx]{8}(?=\+)/gu
const WHOLE_NUMBER = /(?<![\p{L}\p{N}.,])\d{7,10}(?![\p{L}\p{N}]|[.,]\d)/gu
const ANY = /\d{6}|[0-9a-z]{6}|\d[c-x] ?[a-z]{2} ?\d\d/

/** Findings for the places that a folded text says in such a way. */
export function codedPlaceLeaks(canaries: readonly Canary[]): (folded: string, where: string) => Finding[] {
  return (folded, where) => {
    if (!ANY.test(folded)) return []
    const found = new Set<Canary>()
    const look = (pattern: RegExp, of: 'geohashes' | 'plusCodes' | 'wholeNumbers', longest: number): void => {
      for (const [code] of folded.matchAll(pattern)) {
        const canary = codedPlaces(canaries)[of].get(code.slice(0, longest))
        if (canary !== undefined) found.add(canary)
      }
    }
    look(GEOHASH, 'geohashes', MOST)
    look(PLUS_CODE, 'plusCodes', 8)
    look(WHOLE_NUMBER, 'wholeNumbers', 10)
    const questions = gridQuestions(folded)
    for (const { place, canary } of questions.length === 0 ? [] : codedPlaces(canaries).inGrid)
      if (questions.some((isThere) => isThere(place))) found.add(canary)
    return [...found].map((canary) => leakFinding(canary, where))
  }
}

const known = new WeakMap<readonly Canary[], CodedPlaces>()

function codedPlaces(canaries: readonly Canary[]): CodedPlaces {
  const before = known.get(canaries)
  if (before !== undefined) return before
  const geohashes = new Map<string, Canary>()
  const plusCodes = new Map<string, Canary>()
  const wholeNumbers = new Map<string, Canary>()
  const inGrid: { place: GridPlace; canary: Canary }[] = []
  const latitudes = new Map<string, number[]>()
  const numbers = canaries.flatMap((canary) => {
    const value = canary.protected === 'number' ? Number(canary.value.replace(',', '.')) : Number.NaN
    return Number.isFinite(value) ? [{ canary, value }] : []
  })
  for (const { canary, value } of numbers) {
    for (const number of inSmallUnits(value)) wholeNumbers.set(number, canary)
    if (!canary.where.field.endsWith('lat')) continue
    latitudes.set(canary.where.id, [...(latitudes.get(canary.where.id) ?? []), value])
  }
  // A record that was moved has several of each; which stood beside which is not told.
  for (const { canary, value } of numbers) {
    if (!canary.where.field.endsWith('lon')) continue
    for (const latitude of latitudes.get(canary.where.id) ?? []) {
      const code = geohash(latitude, value)
      for (let length = FEWEST; length <= MOST; length += 1) geohashes.set(code.slice(0, length), canary)
      plusCodes.set(plusCode(latitude, value), canary)
      const place = gridPlace(latitude, value)
      if (place !== null) inGrid.push({ place, canary })
    }
  }
  const made = { geohashes, plusCodes, wholeNumbers, inGrid }
  known.set(canaries, made)
  return made
}

function inSmallUnits(value: number): string[] {
  const size = Math.abs(value)
  return [1e6, 1e7].map((unit) => String(Math.round(size * unit))).filter((text) => text.length >= 7)
}

const BASE_32 = '0123456789bcdefghjkmnpqrstuvwxyz'

/** Halves of the world in turn, longitude first, five to a sign. */
function geohash(latitude: number, longitude: number): string {
  const ranges: [number, number][] = [
    [-180, 180],
    [-90, 90],
  ]
  let code = ''
  for (let bit = 0, sign = 0; code.length < MOST; bit += 1) {
    const range = ranges[bit % 2] ?? [0, 0]
    const middle = (range[0] + range[1]) / 2
    const isUpper = (bit % 2 === 0 ? longitude : latitude) >= middle
    range[isUpper ? 0 : 1] = middle
    sign = sign * 2 + (isUpper ? 1 : 0)
    if (bit % 5 !== 4) continue
    code += BASE_32.charAt(sign)
    sign = 0
  }
  return code
}

const BASE_20 = '23456789cfghjmpqrvwx'

/** The first eight signs of an open location code: pairs of latitude and longitude, each twenty times finer. */
function plusCode(latitude: number, longitude: number): string {
  let code = ''
  let [north, east] = [latitude + 90, longitude + 180]
  for (let step = 20; code.length < 8; step /= 20) {
    const [up, right] = [Math.floor(north / step), Math.floor(east / step)]
    code += BASE_20.charAt(up) + BASE_20.charAt(right)
    north -= up * step
    east -= right * step
  }
  return code
}
