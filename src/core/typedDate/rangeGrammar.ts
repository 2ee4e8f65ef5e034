/** The whole of a typed text: a date, an interval, or what is set off from a date ("since", "before"). */
import type { Edtf, EdtfDate } from '../edtf.ts'
import type { Boundary, Lexeme } from './lexeme.ts'
import { LexemeReader, refuse } from './lexemeReader.ts'
import { endsBefore, unitAfter, unitBefore } from './neighbours.ts'
import { dateOf, type Point, readPoint } from './pointGrammar.ts'

/** The meaning of a row of lexemes. Throws DateRefused when it has none that is sure. */
export function readRange(lexemes: readonly Lexeme[]): Edtf {
  const reader = new LexemeReader(lexemes.filter(({ kind }) => kind !== 'filler'))
  const edtf = readWhole(reader)
  if (!reader.isAtEnd) refuse('not-a-date')
  return edtf
}

function readWhole(reader: LexemeReader): Edtf {
  const doubt = readDoubt(reader)
  const first = reader.peek()
  switch (first?.kind) {
    case 'between': {
      reader.next()
      const from = withDoubt(readPoint(reader), doubt)
      const joint = reader.peek()?.kind
      if (joint !== 'and' && joint !== 'to') refuse('not-a-date')
      reader.next()
      return rangeOf(from, readPoint(reader))
    }
    case 'from':
      return readFrom(reader, first.isStrong, doubt)
    case 'boundary':
      return readBoundary(reader, first.value, doubt)
    case 'unknownDate':
      return readUnknownStart(reader)
    default:
      return readPlain(reader, doubt)
  }
}

type Doubt = Pick<Point, 'isAbout' | 'isUncertain'>

/** "Possibly since April": the doubt is about the date. Only before a word that opens something. */
function readDoubt(reader: LexemeReader): Doubt {
  let ahead = 0
  while (reader.peek(ahead)?.kind === 'about' || reader.peek(ahead)?.kind === 'uncertain') ahead += 1
  const opener = reader.peek(ahead)?.kind
  const doubt = { isAbout: false, isUncertain: false }
  if (opener !== 'between' && opener !== 'from' && opener !== 'boundary') return doubt
  for (; ahead > 0; ahead -= 1) {
    if (reader.peek()?.kind === 'about') doubt.isAbout = true
    else doubt.isUncertain = true
    reader.next()
  }
  return doubt
}

function withDoubt(point: Point, doubt: Doubt): Point {
  return {
    ...point,
    isAbout: point.isAbout || doubt.isAbout,
    isUncertain: point.isUncertain || doubt.isUncertain,
  }
}

const isEndWord = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'to' || (lexeme?.kind === 'boundary' && lexeme.value === 'until')

function readFrom(reader: LexemeReader, isStrong: boolean, doubt: Doubt): Edtf {
  reader.next()
  if (reader.peek()?.kind === 'unknownDate') return readUnknownStart(reader)
  const from = withDoubt(readPoint(reader), doubt)
  if (isEndWord(reader.peek())) return readEnd(reader, from)
  if (reader.peek()?.kind === 'onwards') return openEnd(reader, from)
  if (reader.peek()?.kind === 'unknownDate') return unknownEnd(reader, from)
  // "Of April", or the date on a letter.
  if (!isStrong) refuse('not-a-date')
  return sinceOf(from)
}

function readUnknownStart(reader: LexemeReader): Edtf {
  reader.next()
  if (reader.peek()?.kind !== 'to') refuse('not-a-date')
  reader.next()
  return { kind: 'interval', from: 'unknown', to: dateOf(readPoint(reader)) }
}

/** What stands behind the first date: another, the present, an end nobody knows. */
function readEnd(reader: LexemeReader, from: Point): Edtf {
  const sign = reader.peek()
  reader.next()
  if (reader.peek()?.kind === 'present') return openEnd(reader, from)
  if (reader.peek()?.kind === 'unknownDate') return unknownEnd(reader, from)
  const to = readPoint(reader)
  const isSeasonPair =
    sign?.kind === 'to' &&
    sign.sign !== 'word' &&
    from.season !== undefined &&
    unitless(to) &&
    from.year !== undefined
  if (isSeasonPair && to.year === (from.year ?? 0) + 1) return pairOf({ ...from, isPair: true }, to)
  // "Spring 2016–2018": every spring, or from a spring to a year?
  if (isSeasonPair) refuse('not-a-date')
  if (sign?.kind === 'to' && sign.sign === 'slash' && from.day !== undefined && unitless(to))
    refuse('not-a-date')
  return rangeOf(from, to)
}

const unitless = (point: Point): boolean =>
  point.year !== undefined &&
  point.month === undefined &&
  point.season === undefined &&
  point.quarter === undefined &&
  point.day === undefined &&
  !point.isPart &&
  !point.isDecade

const sinceOf = (point: Point): Edtf =>
  point.isPair
    ? { kind: 'interval', from: { ...pairYears(point)[0] }, to: 'open' }
    : { kind: 'interval', from: dateOf(point), to: 'open' }

function openEnd(reader: LexemeReader, from: Point): Edtf {
  reader.next()
  return sinceOf(from)
}

function unknownEnd(reader: LexemeReader, from: Point): Edtf {
  reader.next()
  return { kind: 'interval', from: dateOf(from), to: 'unknown' }
}

function readBoundary(reader: LexemeReader, boundary: Boundary, doubt: Doubt): Edtf {
  reader.next()
  const point = withDoubt(readPoint(reader), doubt)
  if (boundary === 'since' && isEndWord(reader.peek())) return readEnd(reader, point)
  if (boundary === 'since' && reader.peek()?.kind === 'onwards') return openEnd(reader, point)
  // Which day a winter over two years begins or ends on is anybody's guess.
  if (point.isPair) refuse('not-a-date')
  const date = dateOf(point)
  // The edge of "about 2017" or "early 2017" is not sharp enough to step over.
  const isSharp = date.qualifier === '' && !point.isPart
  switch (boundary) {
    case 'since':
      return { kind: 'interval', from: date, to: 'open' }
    case 'until':
      return { kind: 'interval', from: 'open', to: date }
    case 'before':
      return { kind: 'interval', from: 'open', to: isSharp ? unitBefore(date) : date }
    case 'after':
      return { kind: 'interval', from: isSharp ? unitAfter(date) : date, to: 'open' }
  }
}

function readPlain(reader: LexemeReader, doubt: Doubt): Edtf {
  const point = withDoubt(readPoint(reader), doubt)
  const after = reader.peek()
  if (isEndWord(after)) return readEnd(reader, point)
  if (after?.kind === 'onwards') return openEnd(reader, point)
  if (after?.kind === 'unknownDate') return unknownEnd(reader, point)
  if (after?.kind === 'orEarlier') {
    reader.next()
    return { kind: 'interval', from: 'open', to: dateOf(point) }
  }
  if (point.isPair) return pairOf(point, point)
  return { kind: 'date', date: dateOf(point) }
}

/** "Winter 2016/17": the two years. EDTF ties a season to one year, and months would be sharper than what was said. */
function pairOf(point: Point, end: Point): Edtf {
  const isAbout = point.isAbout || end.isAbout
  const [from, to] = pairYears({ ...point, isAbout, isUncertain: point.isUncertain || end.isUncertain })
  if (point.season !== 2 && point.season !== 4) refuse('not-a-date')
  return { kind: 'interval', from, to }
}

function pairYears({ season: _, isPair: __, ...point }: Point): readonly [EdtfDate, EdtfDate] {
  const from = dateOf({ ...point, isPart: false })
  return [from, { ...from, year: from.year + 1 }]
}

/** Both ends, each with what it takes from the other. */
function rangeOf(first: Point, second: Point): Edtf {
  if (first.isPair || second.isPair) refuse('not-a-date')
  const [from, to] = shareParts(first, second)
  const [start, end] = [dateOf(from), dateOf(to)]
  if (isReversed(start, end)) refuse('reversed')
  return { kind: 'interval', from: start, to: end }
}

function shareParts(from: Point, to: Point): readonly [Point, Point] {
  const isBareDay = (point: Point) => point.day !== undefined && point.month === undefined
  let [start, end] = [from, to]
  // April 1–3, 2017.
  if (isBareDay(end)) {
    if (start.day === undefined || start.month === undefined || start.year !== undefined) refuse('not-a-date')
    end = { ...end, month: start.month }
  }
  if (isBareDay(start)) {
    // A bare number before something that has no day is no day either.
    if (start.year !== undefined || end.day === undefined || end.month === undefined) refuse('not-a-date')
    start = { ...start, month: end.month }
  }
  if (start.year === undefined && end.year !== undefined) {
    // "From April to 2018": an April of some year before, and nobody says which.
    if (isWholeYear(end)) refuse('no-year')
    // What was said once for both ends holds for both.
    const doubt = { isAbout: start.isAbout || end.isAbout, isUncertain: start.isUncertain || end.isUncertain }
    return [{ ...withDoubt(start, doubt), year: end.year }, withDoubt(end, doubt)]
  }
  return [start, end]
}

const isWholeYear = ({ month, season, quarter }: Point): boolean =>
  month === undefined && season === undefined && quarter === undefined

/** Ends before it begins; a later season of one year before an earlier one too. */
function isReversed(from: EdtfDate, to: EdtfDate): boolean {
  if (from.unit === 'season' && to.unit === 'season' && from.year === to.year) {
    return (from.part ?? 0) > (to.part ?? 0)
  }
  return endsBefore(from, to)
}
