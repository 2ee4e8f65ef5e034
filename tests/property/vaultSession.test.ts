/**
 * A session against a plain map, in arbitrary orders of work: updates (also several at once, also ones that throw),
 * lowdb's own update and write, compaction, backup, closing, a killed process, a power cut.
 *
 * Ids and values are arbitrary too: what JSON can say must come back, under whatever name.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { VaultSchema } from '../../src/vault/data/vaultSchema.ts'
import { KDF_FLOOR } from '../../src/vault/kdfParams.ts'
import { createVault, openVault } from '../../src/vault/openVault.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import type { VaultSession } from '../../src/vault/VaultSession.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import { expectValue, testPorts } from '../support/vault/testLog.ts'

const PATH = '/logs/log.daybook'
const COLLECTIONS = ['people', 'places'] as const
type CollectionName = (typeof COLLECTIONS)[number]

interface AnyRecord {
  id: string
  value: unknown
}

interface AnyLog {
  meta: { note: unknown }
  people: Record<string, AnyRecord>
  places: Record<string, AnyRecord>
}

const recordSchema = z.strictObject({ id: z.string(), value: z.unknown() })
const schema: VaultSchema<AnyLog> = {
  collections: COLLECTIONS,
  parseMeta: (untrusted) => z.strictObject({ note: z.unknown() }).parse(untrusted),
  parseRecord: (_collection, untrusted) => recordSchema.parse(untrusted),
  summarise: (collection, record) =>
    collection === 'people' ? { id: recordSchema.parse(record).id } : undefined,
}

type Edit =
  | {
      readonly kind: 'put'
      readonly collection: CollectionName
      readonly id: string
      readonly value: unknown
    }
  | {
      readonly kind: 'edit'
      readonly collection: CollectionName
      readonly id: string
      readonly value: unknown
    }
  | { readonly kind: 'delete'; readonly collection: CollectionName; readonly id: string }
  | { readonly kind: 'meta'; readonly value: unknown }

type Step =
  | { readonly kind: 'update' | 'lowUpdate' | 'throwing' | 'assign'; readonly edits: readonly Edit[] }
  | { readonly kind: 'together'; readonly updates: readonly (readonly Edit[])[] }
  | { readonly kind: 'write' | 'compact' | 'compactMeanwhile' | 'backup' | 'close' | 'kill' | 'powerCut' }

/** `collection/id` → JSON of the value; `meta`. */
type Model = ReadonlyMap<string, string>

const id = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'c',
    'd',
    '0',
    '7',
    'constructor',
    'toString',
    'hasOwnProperty',
    'длинный',
    'a/b',
  ),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'binary' })
    .filter((text) => text !== '__proto__' && text.isWellFormed()),
)
const collection = fc.constantFrom(...COLLECTIONS)
// -0 and the like are not JSON.
const value = fc.jsonValue({ maxDepth: 3 }).map((json): unknown => JSON.parse(JSON.stringify(json)))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), collection, id, value }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), collection, id, value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), collection, id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('meta' as const), value }) },
)
const edits = fc.array(edit, { maxLength: 6 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('update' as const), edits }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lowUpdate' as const), edits }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('throwing' as const), edits }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('assign' as const), edits }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('together' as const),
      updates: fc.array(edits, { minLength: 2, maxLength: 5 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('write', 'compact', 'compactMeanwhile', 'backup', 'close', 'kill', 'powerCut')
      .map((kind) => ({ kind }) as Step),
  },
)

function applyToModel(model: Model, list: readonly Edit[]): Model {
  const next = new Map(model)
  for (const change of list) {
    if (change.kind === 'meta') next.set('meta', JSON.stringify(change.value))
    else {
      const key = `${change.collection}/${change.id}`
      if (change.kind === 'delete') next.delete(key)
      else if (change.kind === 'put' || next.has(key)) next.set(key, JSON.stringify(change.value))
    }
  }
  return next
}

function applyToDraft(draft: AnyLog, list: readonly Edit[]): void {
  for (const change of list) {
    if (change.kind === 'meta') draft.meta = { note: change.value }
    else if (change.kind === 'delete') delete draft[change.collection][change.id]
    else if (change.kind === 'put') {
      draft[change.collection][change.id] = { id: change.id, value: change.value }
    } else {
      const record = draft[change.collection][change.id]
      if (record !== undefined) record.value = change.value
    }
  }
}

/** Reads everything in several ways, which must agree. */
function modelOf(log: AnyLog): Model {
  const model = new Map([['meta', JSON.stringify(log.meta.note)]])
  for (const name of COLLECTIONS) {
    const keys = Object.keys(log[name])
    expect(Object.entries(log[name]).map(([key]) => key)).toEqual(keys)
    for (const key of keys) {
      const record = log[name][key]
      expect(key in log[name]).toBe(true)
      expect(record?.id).toBe(key)
      model.set(`${name}/${key}`, JSON.stringify(record?.value))
    }
  }
  return model
}

const sorted = (model: Model) => [...model].sort(([a], [b]) => (a < b ? -1 : 1))
const isSame = (a: Model, b: Model) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

class World {
  disk: PowerCutDisk
  session: VaultSession<AnyLog>
  model: Model = new Map([['meta', 'null']])
  #backups = 0

  constructor(disk: PowerCutDisk, session: VaultSession<AnyLog>) {
    this.disk = disk
    this.session = session
  }

  static async create(seed: number): Promise<World> {
    const disk = new PowerCutDisk(createRandom(seed), ['/logs', '/stick'])
    const session = expectValue(
      await createVault<AnyLog>({
        path: PATH,
        passphrase: passphraseSecret('p'),
        initial: { meta: { note: null }, people: {}, places: {} },
        schema,
        kdf: KDF_FLOOR,
        ports: testPorts({ disk }),
      }),
    )
    return new World(disk, session)
  }

  async open(path: string, readOnly = false): Promise<VaultSession<AnyLog>> {
    return expectValue(
      await openVault<AnyLog>({
        path,
        key: { kind: 'passphrase', secret: passphraseSecret('p') },
        schema,
        readOnly,
        ports: testPorts({ disk: this.disk }),
      }),
    )
  }

  async do(next: Step): Promise<void> {
    switch (next.kind) {
      case 'update':
      case 'lowUpdate': {
        const expected = applyToModel(this.model, next.edits)
        const change = (draft: AnyLog) => {
          applyToDraft(draft, next.edits)
          // What was put is seen at once.
          expect(sorted(modelOf(draft))).toEqual(sorted(expected))
        }
        if (next.kind === 'update') expectValue(await this.session.update(change))
        else await this.session.low.update(change)
        this.model = expected
        return
      }
      case 'assign': {
        // Outside an update records are frozen: they can be replaced, not edited.
        const assigned = next.edits.filter(({ kind }) => kind !== 'edit')
        applyToDraft(this.session.low.data, assigned)
        this.model = applyToModel(this.model, assigned)
        expect(sorted(modelOf(this.session.data))).toEqual(sorted(this.model))
        return this.session.low.write()
      }
      case 'throwing': {
        const failing = this.session.update((draft) => {
          applyToDraft(draft, next.edits)
          throw new Error('on purpose')
        })
        await expect(failing).rejects.toThrow('on purpose')
        return
      }
      case 'together': {
        const results = next.updates.map((list) => {
          this.model = applyToModel(this.model, list)
          return this.session.update((draft) => applyToDraft(draft, list))
        })
        for (const result of await Promise.all(results)) expectValue(result)
        return
      }
      case 'write':
        return this.session.low.write()
      case 'compact':
        expectValue(await this.session.compact())
        return
      case 'compactMeanwhile':
        // Left to go on during the next steps, whatever they are.
        void this.session.compact().catch(() => undefined)
        return nextTurn()
      case 'backup':
        return this.#backUp()
      case 'close':
        await this.session.close()
        this.session = await this.open(PATH)
        expect(this.session.report.tornTail).toBeNull()
        return
      case 'kill':
      case 'powerCut': {
        this.disk = next.kind === 'kill' ? this.disk.afterProcessDeath() : this.disk.afterPowerCut()
        this.disk.take(`${PATH}.lock`)
        await this.session.close()
        this.session = await this.open(PATH)
      }
    }
  }

  async #backUp(): Promise<void> {
    const path = `/stick/${this.#backups++}.daybook`
    expectValue(await this.session.backup(path))
    const copy = await this.open(path, true)
    expect(sorted(modelOf(copy.data))).toEqual(sorted(this.model))
    await copy.close()
  }
}

const seed = Date.now() % 1_000_000

test(`a session is a plain map that lasts (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.array(step, { maxLength: 25, size: 'max' }),
      async (diskSeed, steps) => {
        const world = await World.create(diskSeed)
        for (const next of steps) {
          await world.do(next)
          if (!isSame(modelOf(world.session.data), world.model)) {
            expect(sorted(modelOf(world.session.data)), `after ${next.kind}`).toEqual(sorted(world.model))
          }
        }
        await world.session.close()
        const last = await world.open(PATH)
        expect(sorted(modelOf(last.data))).toEqual(sorted(world.model))
        await last.close()
      },
    ),
    { numRuns: 100, seed },
  )
})
