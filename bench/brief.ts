/**
 * `npm run bench -- brief`: a whole brief of incidents in six scripts, from redaction to checked bytes, and its
 * typesetting against the same compiler bare, on the same template and data, in turns.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { createBriefPage } from '../src/brief/briefPage.ts'
import { briefPdf, readTemplate } from '../src/brief/briefPdf.ts'
import { readFonts } from '../src/brief/fontCoverage.ts'
import { makeBrief } from '../src/brief/makeBrief.ts'
import { labelWithOwn } from '../src/brief/vocabularyLabel.ts'
import { emptyLog, type Log } from '../src/core/log.ts'
import { PROFILES } from '../src/core/redaction/profile.ts'
import { type Redacted, redact } from '../src/core/redaction/redact.ts'
import { makeIncident } from './incidents.ts'
import { type Measurement, type Row, toRows } from './measurement.ts'

const SEED = 11
const ROUNDS = 3
const RESOURCES = path.join(import.meta.dirname, '../resources')
const KILOBYTE = 1024

/** Latin, Cyrillic, Arabic, Persian, Devanagari, Chinese. */
const SUMMARIES = [
  'Three men were taken from their homes at night and held for nine days without charge.',
  'Троих мужчин увезли ночью из домов и девять дней удерживали без предъявления обвинений.',
  'اقتيد ثلاثة رجال من منازلهم ليلًا واحتُجزوا تسعة أيام دون توجيه تهم.',
  'سه مرد را شبانه از خانه‌هایشان بردند و نه روز بدون تفهیم اتهام نگه داشتند.',
  'तीन लोगों को रात में उनके घरों से ले जाया गया और नौ दिन तक बिना आरोप के रखा गया।',
  '三名男子夜间被人从家中带走,未经起诉被关押九天。',
] as const

export const BRIEF_USAGE = 'npm run bench -- brief [--n 20,1000] [--quick] [--json]'

export interface BriefOptions {
  /** Numbers of incidents in a brief. */
  readonly sizes: readonly number[]
  readonly json: boolean
  /** One sample: to see that it runs, not how fast. */
  readonly quick: boolean
}

/** Reads the words behind `brief`; throws an Error whose message is for people. */
export function parseBriefOptions(args: readonly string[]): BriefOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '20,1000' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const sizes = values.n.split(',').map(Number)
  if (!sizes.every((n) => Number.isInteger(n) && n >= 10 && n <= 2000))
    throw new Error('--n takes whole numbers from 10 to 2000')
  return { sizes: sizes.sort((a, b) => a - b), json: values.json, quick: values.quick }
}

/** Measures all sizes, smallest first, since the most memory held only ever grows; `tell` hears how far it is. */
export async function runBriefBench(
  options: BriefOptions,
  tell: (line: string) => void,
): Promise<readonly Row[]> {
  const measured: Measurement[] = []
  for (const n of options.sizes) {
    tell(`n=${n}: a brief of ${n} incidents in six scripts`)
    measured.push(...(await measure(n, options.quick ? 1 : ROUNDS, tell)))
  }
  return toRows(measured)
}

async function measure(
  n: number,
  rounds: number,
  tell: (line: string) => void,
): Promise<readonly Measurement[]> {
  const log = makeLog(n)
  const whole: number[] = []
  const pages: number[] = []
  const ours: number[] = []
  const bare: number[] = []
  const timed = async (samples: number[], work: () => unknown): Promise<void> => {
    const start = performance.now()
    await work()
    samples.push(performance.now() - start)
  }
  for (let round = 0; round < rounds; round++) {
    let made: Redacted | null = null
    await timed(whole, async () => {
      made = redactAll(log)
      tell(`${await release(made)} pages`)
    })
    const redacted = made ?? redactAll(log)
    const set = () => timed(pages, async () => ours.push(await typeset(redacted)))
    const compile = await bareTypst(redacted)
    for (const turn of round % 2 === 0 ? [0, 1] : [1, 0]) await (turn === 0 ? set() : timed(bare, compile))
  }
  const peak = process.resourceUsage().maxRSS * KILOBYTE
  return [
    { engine: 'daybook', n, metric: 'brief', values: whole },
    { engine: 'daybook', n, metric: 'pages', values: pages },
    { engine: 'daybook', n, metric: 'typeset', values: ours },
    { engine: 'bare-typst', n, metric: 'typeset', values: bare },
    { engine: 'daybook', n, metric: 'peak-memory', values: [peak] },
  ]
}

async function release({ data, canaries, labels }: Redacted): Promise<number> {
  const made = await makeBrief({
    data,
    canaries,
    label: labelWithOwn(labels),
    resourcesDir: RESOURCES,
    forms: ['pdf', 'json'],
  })
  if (!made.ok) throw new Error(`the brief was refused: ${made.error.code}`)
  return made.value.pages
}

/** Sets the pages; how long, in milliseconds, the typesetter itself was at work, without its start and the metadata. */
async function typeset({ data, labels }: Redacted): Promise<number> {
  const begun = new Map<string, number>()
  const set = await briefPdf(data, {
    label: labelWithOwn(labels),
    resourcesDir: RESOURCES,
    onProgress: (stage) => begun.set(stage, performance.now()),
  })
  if (!set.ok) throw new Error(`the pages could not be set: ${set.error.code}`)
  return (begun.get('metadata') ?? Number.NaN) - (begun.get('typeset') ?? Number.NaN)
}

/** The compiler as its own documentation uses it: no worker, no check of standards, no metadata of ours. */
async function bareTypst({ data, labels }: Redacted): Promise<() => void> {
  const page = JSON.stringify(createBriefPage(data, labelWithOwn(labels)))
  const template = await readTemplate(data.layout, RESOURCES)
  const fonts = await readFonts(RESOURCES)
  return () => {
    const compiler = NodeCompiler.create({
      workspace: '/nonexistent/bench',
      fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
    })
    compiler.addSource('/nonexistent/bench/main.typ', template)
    compiler.mapShadow('/nonexistent/bench/data.json', Buffer.from(page, 'utf8'))
    const document = compiler.compile({ mainFilePath: '/nonexistent/bench/main.typ' }).result
    if (document === null) throw new Error('the bare compiler refused the template')
    compiler.pdf(document, { pdfStandard: 'a-2a' })
    compiler.evictCache(0)
  }
}

function makeLog(n: number): Log {
  const incidents = Array.from({ length: n }, (_, index) => ({
    ...makeIncident(SEED, index),
    confidentiality: 'CLEAR' as const,
    summary: `${SUMMARIES[index % SUMMARIES.length]} (${index})`,
  }))
  return {
    ...emptyLog('2026-02-03T09:00:00Z'),
    incidents: Object.fromEntries(incidents.map((each) => [each.id, each])),
  }
}

function redactAll(log: Log): Redacted {
  return redact({
    log,
    selection: { incidents: Object.keys(log.incidents), claims: [], contacts: [], actions: [] },
    // Keeps texts, so that every script is set.
    profile: PROFILES.un ?? fail(),
    accepted: 'all',
    seed: '0'.repeat(64),
    asOf: '2026-02-03',
    language: 'en',
    title: 'Title',
  })
}

function fail(): never {
  throw new Error('there is no such profile')
}
