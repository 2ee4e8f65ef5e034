/** The log that the window is measured with: incidents, three source items for each, their sources; the same every time. */
import { type Claim, claimSchema } from '../src/core/claim.ts'
import { createId } from '../src/core/ids.ts'
import { emptyLog, LOG_SCHEMA } from '../src/core/log.ts'
import { type Source, sourceSchema } from '../src/core/source.ts'
import { type SourceItem, sourceItemSchema } from '../src/core/sourceItem.ts'
import { KDF_PROBE } from '../src/vault/kdfParams.ts'
import { createVault } from '../src/vault/openVault.ts'
import { passphraseSecret } from '../src/vault/secret.ts'
import { unwrap } from '../src/vault/vaultError.ts'
import { makeIncidents } from './incidents.ts'
import { inventName, LANGUAGES, writeProse } from './prose.ts'
import { createRandom, pick, pickInt, type Random } from './random.ts'

export const UI_PASSPHRASE = 'seven quiet herons under glass'
const SEED = 42
/** How much there is besides the incidents, for each of them. */
export interface Shares {
  readonly items: number
  /** Claims about an incident that cite an item. */
  readonly claims: number
}
const USUAL: Shares = { items: 3, claims: 0 }
const ITEMS_PER_SOURCE = 60
const CREATED_AT = '2026-02-03T09:00:00.000Z'
const QUOTE_LENGTH = 160

/** Writes the log to `path`, which must be free. @param n number of incidents. */
export async function createUiLog(path: string, n: number, shares = USUAL): Promise<void> {
  const random = createRandom(SEED)
  const count = Math.ceil(n * shares.items)
  const sources = Array.from({ length: Math.ceil(count / ITEMS_PER_SOURCE) }, () => makeSource(random))
  const items = Array.from({ length: count }, () => makeItem(random, pick(random, sources)))
  const incidents = makeIncidents(SEED, n)
  const ids = Object.keys(incidents)
  const claims = Array.from({ length: Math.floor(n * shares.claims) }, () =>
    makeClaim(random, pick(random, ids), pick(random, items).id),
  )
  const initial = {
    ...emptyLog(CREATED_AT),
    incidents,
    claims: byId(claims),
    sources: byId(sources),
    sourceItems: byId(items),
  }
  const passphrase = passphraseSecret(UI_PASSPHRASE)
  const session = unwrap(await createVault({ path, passphrase, initial, schema: LOG_SCHEMA, kdf: KDF_PROBE }))
  await session.close()
}

function makeSource(random: Random): Source {
  return sourceSchema.parse({
    ...base(random),
    name: inventName(random, pick(random, LANGUAGES)),
    kind: 'media',
    reliability: pick(random, ['A', 'B', 'C', 'D', 'E', 'F'] as const),
  })
}

function makeItem(random: Random, source: Source): SourceItem {
  const language = pick(random, LANGUAGES)
  const day = new Date(Date.UTC(2014, 0, 1) + pickInt(random, 0, 4000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  return sourceItemSchema.parse({
    ...base(random),
    title: writeProse(random, language, 60),
    itemType: 'news-article',
    source: source.id,
    accessedAt: day,
    publishedAt: day,
    quote: `${writeProse(random, language, QUOTE_LENGTH)} ${inventName(random, language)}`,
  })
}

function makeClaim(random: Random, incident: string, item: string): Claim {
  return claimSchema.parse({
    ...base(random),
    statement: writeProse(random, 'en', 60),
    kind: 'event',
    status: 'rumour',
    credibility: 6,
    about: [incident],
    evidenceFor: [item],
    assessments: [{ when: '2019-05-06', from: 'not-assessed', to: 'rumour', reason: 'One source.' }],
  })
}

const base = (random: Random) => ({
  id: createId((length) => Uint8Array.from({ length }, () => pickInt(random, 0, 255))),
  createdAt: CREATED_AT,
  updatedAt: CREATED_AT,
  confidentiality: 'AMBER',
})

const byId = <R extends { readonly id: string }>(records: readonly R[]): Record<string, R> =>
  Object.fromEntries(records.map((record) => [record.id, record]))
