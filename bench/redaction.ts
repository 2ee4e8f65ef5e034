/**
 * `npm run bench -- redaction`: what it costs to make a brief, but for setting its pages: redaction, disclosure control
 * with its search for coarser steps, the comparison with earlier releases, and the gate over finished bytes; and the
 * search for mentions in long texts.
 */
import path from 'node:path'
import { briefJson } from '../src/brief/briefJson.ts'
import { briefPdf } from '../src/brief/briefPdf.ts'
import { excusesFor } from '../src/brief/gate/allowedStrings.ts'
import { createGate } from '../src/brief/gate/checkBytes.ts'
import { labelWithOwn } from '../src/brief/vocabularyLabel.ts'
import { readLedger } from '../src/core/disclosure/earlierReleases.ts'
import { shownClasses } from '../src/core/disclosure/shownClasses.ts'
import { suggestCoarsening } from '../src/core/disclosure/suggestCoarsening.ts'
import { judgeDisclosure } from '../src/core/disclosure/verdict.ts'
import { emptyLog, type Log } from '../src/core/log.ts'
import { personSchema } from '../src/core/person.ts'
import { PUBLIC_PROFILE } from '../src/core/redaction/profile.ts'
import { redact } from '../src/core/redaction/redact.ts'
import { makeIncident } from './incidents.ts'
import { type Measurement, type Row, toRows } from './measurement.ts'
import { measureMentions } from './mentions.ts'
import { inventName } from './prose.ts'
import { createRandom, pick } from './random.ts'
import { type SizeOptions, sizeOptions } from './sizeOptions.ts'

const SEED = 7
const CREATED_AT = '2026-02-03T09:00:00Z'
const ROUNDS = 5
/** A log names a person for every few incidents. */
const INCIDENTS_PER_PERSON = 5
const RESOURCES = path.join(import.meta.dirname, '../resources')

export const REDACTION_USAGE = 'npm run bench -- redaction [--n 1000] [--quick] [--json]'

/** Numbers of incidents in a brief. */
export const parseRedactionOptions = sizeOptions({ usual: '1000', least: 10, most: 2000 })

/** Measures all sizes; `tell` hears how far it is. */
export async function runRedactionBench(
  options: SizeOptions,
  tell: (line: string) => void,
): Promise<readonly Row[]> {
  const measured: Measurement[] = []
  for (const n of options.sizes) {
    tell(`n=${n}: a brief of ${n} incidents`)
    measured.push(...(await measure(n, options.quick ? 1 : ROUNDS)))
  }
  tell('10,000 names over 5 MB of text')
  return [...toRows(measured), ...toRows(measureMentions(options.quick ? 1 : ROUNDS))]
}

async function measure(n: number, rounds: number): Promise<Measurement[]> {
  const log = makeLog(n)
  const first = redactAll(log)
  const label = labelWithOwn(first.labels)
  const pdf = await briefPdf(first.data, { label, resourcesDir: RESOURCES })
  if (!pdf.ok) throw new Error(`the pages could not be set: ${pdf.error.code}`)
  const { bytes } = pdf.value
  const earlier = [{ id: 'release', classes: shownClasses(first.disclosure.shown) }]
  const samples: Record<string, number[]> = {}
  const note = (metric: string, ms: number): void => {
    samples[metric] = [...(samples[metric] ?? []), ms]
  }
  const timed = async <T>(metric: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const made = await work()
    note(metric, performance.now() - start)
    return made
  }
  for (let round = 0; round < rounds; round++) {
    const processor = process.cpuUsage()
    await timed('brief-without-typesetting', async () => {
      // Values of its own each round, as a release has: nothing the gate prepares is there before.
      const { data, canaries, disclosure } = await timed('redact-and-disclosure', () => redactAll(log))
      await timed('ledger', () => judgeDisclosure(disclosure, readLedger(earlier)))
      const gate = createGate(canaries, () => excusesFor(data, label))
      // Side by side, as for a release.
      const pdf = gate.check(bytes, 'made')
      await timed('gate-json', () => gate.check(briefJson(data), 'made'))
      await timed('gate-pdf-after-json', () => pdf)
    })
    const { user, system } = process.cpuUsage(processor)
    note('brief-processor-time', (user + system) / 1000)
    // A part of the first.
    await timed('suggest-coarsening', () =>
      suggestCoarsening(first.disclosure.finest, PUBLIC_PROFILE.disclosure),
    )
  }
  return Object.entries(samples).map(([metric, values]) => ({ engine: 'daybook', n, metric, values }))
}

function makeLog(n: number): Log {
  const incidents = Array.from({ length: n }, (_, index) => ({
    ...makeIncident(SEED, index),
    confidentiality: 'CLEAR' as const,
  }))
  const persons = Array.from({ length: Math.ceil(n / INCIDENTS_PER_PERSON) }, (_, index) => makePerson(index))
  return {
    ...emptyLog(CREATED_AT),
    incidents: Object.fromEntries(incidents.map((each) => [each.id, each])),
    persons: Object.fromEntries(persons.map((each) => [each.id, each])),
  }
}

function makePerson(index: number) {
  const random = createRandom(index)
  return personSchema.parse({
    id: `person${String(index).padStart(14, '0')}`,
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
    confidentiality: 'RED',
    codeName: `Witness ${index} ${inventName(random, 'en')}`,
    realName: inventName(random, pick(random, ['en', 'ru', 'ar'])),
    roles: ['witness'],
    contacts: [{ kind: 'phone', value: `+7 9${String(index).padStart(2, '0')} 555 ${1000 + index}` }],
  })
}

function redactAll(log: Log) {
  return redact({
    log,
    selection: { incidents: Object.keys(log.incidents), claims: [], contacts: [], actions: [] },
    profile: PUBLIC_PROFILE,
    seed: '0'.repeat(64),
    asOf: '2026-02-03',
    language: 'en',
    title: 'Title',
  })
}
