/**
 * One collection of a log in memory, in layers, so that nothing shows before it is on the disk:
 *
 * durable   what the file holds
 * ahead     newest value from updates that are being saved; seen by the next update only
 * assigned  values put in place by `data.collection[id] = …` outside an update, seen at once as lowdb's users expect,
 *           and saved by the next `write`
 *
 * Records are replaced, never changed, and frozen when handed out.
 */
import { asBuffer } from '../asBuffer.ts'
import type { IndexedChunk } from '../format/lines.ts'
import { VaultFailure } from '../vaultError.ts'
import { deepFreeze } from './deepFreeze.ts'
import type { Location, RecordChunks } from './RecordChunks.ts'

export type StoredRecord = object

/** JSON of a record that nobody has asked for yet. */
class Unparsed {
  readonly json: Uint8Array

  constructor(json: Uint8Array) {
    this.json = json
  }
}

type Durable = Location | Unparsed | StoredRecord

/** A chunk of the snapshot: ids of its records, what its index says of them, where the first of them stands. */
interface PlacedChunk {
  readonly ids: readonly string[]
  readonly rows: readonly unknown[] | null
  readonly first: Location
}

/** An operation of the journal. */
interface Replayed {
  readonly id: string
  readonly row: unknown
  readonly json: Uint8Array
}

interface Waiting {
  readonly value: StoredRecord | undefined
  /** Number of the transaction that carries it; null while it is not on its way. */
  readonly transaction: number | null
}

/** Records put in their place in one step: well below a millisecond. */
const PLACED_AT_ONCE = 1_000

/** Turns the JSON of a record into a record; throws when it is none. */
export type ParseRecord = (untrusted: unknown) => object

export class RecordCollection {
  readonly name: string
  readonly #chunks: RecordChunks
  readonly #parse: ParseRecord
  /**
   * What was read from the file and is not put in its place yet, in order. To note where each of a few hundred thousand
   * records stands takes a good part of a second, and the first screen asks for those of one collection only.
   */
  #unplaced: (PlacedChunk | Replayed)[] = []
  /** Index of the first that is not placed. */
  #nextUnplaced = 0
  #unplacedCount = 0
  /** Of those, some that were looked for one by one. */
  readonly #located = new Map<string, Durable>()
  readonly #durableById = new Map<string, Durable>()
  /** Rows of what is in the journal; those of the snapshot stay with its chunks. */
  readonly #rowById = new Map<string, unknown>()
  readonly #ahead = new Map<string, Waiting>()
  readonly #assigned = new Map<string, Waiting>()

  constructor(name: string, chunks: RecordChunks, parse: ParseRecord) {
    this.name = name
    this.#chunks = chunks
    this.#parse = parse
  }

  /** Takes in a chunk of the snapshot. */
  addChunk({ entries }: IndexedChunk, first: Location): void {
    this.#unplaced.push({ ids: entries.map(({ id }) => id), rows: this.#chunks.rows(first), first })
    this.#unplacedCount += entries.length
  }

  /** Takes in an operation of the journal while the log is read; empty JSON deletes. */
  replay(id: string, row: unknown, json: Uint8Array): void {
    this.#unplaced.push({ id, row, json })
    this.#unplacedCount += 1
  }

  /**
   * Puts some of what was read in its place; false when all of it is. Whoever asks for anything has the rest put in place
   * first: this is for doing it in steps before.
   */
  placeSome(): boolean {
    let placed = 0
    while (placed < PLACED_AT_ONCE) {
      const next = this.#unplaced[this.#nextUnplaced]
      if (next === undefined) break
      this.#nextUnplaced += 1
      placed += 'id' in next ? 1 : next.ids.length
      this.#place(next)
    }
    if (this.#nextUnplaced < this.#unplaced.length) return true
    this.#forgetPlaced()
    return false
  }

  /** Finds a few records where they stand, so that asking for them does not have all put in their place. */
  locate(ids: Iterable<string>): void {
    const wanted = new Set(ids)
    for (const part of this.#unplaced) {
      if ('id' in part) {
        if (!wanted.has(part.id)) continue
        if (part.json.length === 0) this.#located.delete(part.id)
        else this.#located.set(part.id, new Unparsed(part.json))
        continue
      }
      let location = part.first
      for (const id of part.ids) {
        if (wanted.has(id)) this.#located.set(id, location)
        location += 1
      }
    }
  }

  /** Records on the disk. */
  get durableSize(): number {
    return this.#durable.size
  }

  /** No fewer than there are to see; known without putting anything in its place. */
  get sizeAtMost(): number {
    return this.#durableById.size + this.#unplacedCount + this.#assigned.size
  }

  /** What everybody sees. */
  visible(id: string): StoredRecord | undefined {
    const assigned = this.#assigned.get(id)
    return assigned === undefined ? this.#durableRecord(id) : assigned.value
  }

  /**
   * What everybody sees, without parsing it: the record if it is in memory, otherwise the JSON that was stored, as an
   * object of its own that nothing has checked. For whoever reads through very many, each once.
   */
  stored(id: string): unknown {
    const assigned = this.#assigned.get(id)
    if (assigned !== undefined) return assigned.value
    const stored = this.#find(id)
    if (typeof stored === 'number') return this.#chunks.parsed(stored) ?? readJson(this.#chunks.json(stored))
    return stored instanceof Unparsed ? readJson(asBuffer(stored.json)) : stored
  }

  /** What the next update builds on. */
  latest(id: string): StoredRecord | undefined {
    const ahead = this.#ahead.get(id)
    return ahead === undefined ? this.visible(id) : ahead.value
  }

  hasVisible(id: string): boolean {
    const assigned = this.#assigned.get(id)
    return assigned === undefined ? this.#find(id) !== undefined : assigned.value !== undefined
  }

  hasLatest(id: string): boolean {
    const ahead = this.#ahead.get(id)
    return ahead === undefined ? this.hasVisible(id) : ahead.value !== undefined
  }

  visibleIds(): string[] {
    return withLayers(this.#durable.keys(), [this.#assigned])
  }

  latestIds(): string[] {
    return withLayers(this.#durable.keys(), [this.#assigned, this.#ahead])
  }

  /** What the index of the file says of each record: durable, and in no order. */
  *rows(): Generator<readonly [id: string, row: unknown]> {
    if (this.#durableById.size === 0) {
      yield* rowsOf(this.#unplaced)
      return
    }
    for (const [id, stored] of this.#durable) {
      const row = this.#rowOf(id, stored)
      if (row !== undefined) yield [id, row]
    }
  }

  /** Puts a value in place without saving it. */
  assign(id: string, value: StoredRecord | undefined): void {
    this.#ahead.delete(id)
    this.#assigned.set(id, { value, transaction: null })
  }

  /** Ids and values assigned since they were last saved. */
  unsaved(): [string, StoredRecord | undefined][] {
    return [...this.#assigned].flatMap(([id, { value, transaction }]) =>
      transaction === null ? [[id, value]] : [],
    )
  }

  /** Notes that a transaction carries this value of a record. */
  send(id: string, value: StoredRecord | undefined, transaction: number): void {
    const assigned = this.#assigned.get(id)
    // Either it is this value, or this value takes its place: in both cases it goes when the transaction is saved.
    if (assigned !== undefined && assigned.transaction === null) {
      this.#assigned.set(id, { value: assigned.value, transaction })
    }
    if (assigned === undefined || assigned.value !== value) this.#ahead.set(id, { value, transaction })
  }

  /** The transaction is on the disk. */
  settle(id: string, value: StoredRecord | undefined, row: unknown, transaction: number): void {
    this.#setDurable(id, value, row)
    for (const layer of [this.#ahead, this.#assigned]) {
      if (layer.get(id)?.transaction === transaction) layer.delete(id)
    }
  }

  /** Nothing of what is on its way was saved: updates are forgotten, assignments wait for the next `write`. */
  takeBack(): void {
    this.#ahead.clear()
    for (const [id, { value }] of this.#assigned) this.#assigned.set(id, { value, transaction: null })
  }

  /** Forgets assignments that are not on their way. */
  discardAssigned(): void {
    for (const [id, { transaction }] of this.#assigned) if (transaction === null) this.#assigned.delete(id)
  }

  /** Forgets everything, and wipes the JSON that nobody has asked for. */
  clear(): void {
    for (const part of this.#unplaced) if ('id' in part) part.json.fill(0)
    for (const stored of this.#durableById.values()) if (stored instanceof Unparsed) stored.json.fill(0)
    this.#forgetPlaced()
    this.#unplacedCount = 0
    for (const layer of [this.#durableById, this.#rowById, this.#ahead, this.#assigned]) layer.clear()
  }

  /** JSON of every durable record, for a copy made from memory. */
  *durableLines(): Generator<{ readonly id: string; readonly row: unknown; readonly json: string }> {
    for (const [id, stored] of this.#durable) {
      const row = this.#rowOf(id, stored)
      if (typeof stored === 'number') yield { id, row, json: this.#chunks.json(stored).toString('utf8') }
      else if (stored instanceof Unparsed) yield { id, row, json: asBuffer(stored.json).toString('utf8') }
      else yield { id, row, json: JSON.stringify(stored) }
    }
  }

  #rowOf(id: string, stored: Durable): unknown {
    return typeof stored === 'number' ? this.#chunks.row(stored) : this.#rowById.get(id)
  }

  #find(id: string): Durable | undefined {
    return this.#located.get(id) ?? this.#durable.get(id)
  }

  get #durable(): Map<string, Durable> {
    this.#placeAll()
    return this.#durableById
  }

  #placeAll(): void {
    if (this.#unplaced.length === 0) return
    for (const part of this.#unplaced.slice(this.#nextUnplaced)) this.#place(part)
    this.#forgetPlaced()
  }

  #forgetPlaced(): void {
    this.#unplaced = []
    this.#nextUnplaced = 0
    this.#located.clear()
  }

  #place(part: PlacedChunk | Replayed): void {
    if ('id' in part) {
      this.#unplacedCount -= 1
      this.#putDurable(part.id, part.json.length === 0 ? undefined : new Unparsed(part.json), part.row)
      return
    }
    const { ids, first } = part
    this.#unplacedCount -= ids.length
    let location = first
    for (const id of ids) {
      this.#durableById.set(id, location)
      location += 1
    }
  }

  #setDurable(id: string, value: Durable | undefined, row: unknown): void {
    this.#placeAll()
    this.#putDurable(id, value, row)
  }

  #putDurable(id: string, value: Durable | undefined, row: unknown): void {
    const former = this.#durableById.get(id)
    if (former instanceof Unparsed) former.json.fill(0)
    if (value === undefined) this.#durableById.delete(id)
    else this.#durableById.set(id, value)
    if (value === undefined || row === undefined) this.#rowById.delete(id)
    else this.#rowById.set(id, row)
  }

  #durableRecord(id: string): StoredRecord | undefined {
    const stored = this.#find(id)
    if (typeof stored === 'number') {
      const known = this.#chunks.parsed(stored)
      if (known !== undefined) return known
      const record = this.#parseJson(this.#chunks.json(stored))
      this.#chunks.remember(stored, record)
      return record
    }
    if (stored instanceof Unparsed) {
      const record = this.#parseJson(asBuffer(stored.json))
      stored.json.fill(0)
      this.#durable.set(id, record)
      return record
    }
    return stored
  }

  #parseJson(json: Buffer): StoredRecord {
    const untrusted = readJson(json)
    try {
      return deepFreeze(this.#parse(untrusted))
    } catch {
      throw invalidContent()
    }
  }
}

/** The parsers' own words may quote the record: they stop here. */
const invalidContent = () => new VaultFailure({ code: 'vault/invalid-content' })

function readJson(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    throw invalidContent()
  }
}

/** What the index says of records that are not in their place: what the journal says of one counts alone. */
function* rowsOf(parts: readonly (PlacedChunk | Replayed)[]): Generator<readonly [id: string, row: unknown]> {
  const replayed = new Map<string, unknown>()
  for (const part of parts)
    if ('id' in part) replayed.set(part.id, part.json.length === 0 ? undefined : part.row)
  for (const part of parts) {
    if ('id' in part || part.rows === null) continue
    for (const [index, id] of part.ids.entries()) {
      const row = part.rows[index]
      if (row !== undefined && !replayed.has(id)) yield [id, row]
    }
  }
  for (const [id, row] of replayed) if (row !== undefined) yield [id, row]
}

function withLayers(durable: Iterable<string>, layers: readonly ReadonlyMap<string, Waiting>[]): string[] {
  if (layers.every(({ size }) => size === 0)) return [...durable]
  const ids = new Set(durable)
  for (const layer of layers) {
    for (const [id, { value }] of layer) {
      if (value === undefined) ids.delete(id)
      else ids.add(id)
    }
  }
  return [...ids]
}
