/**
 * `npm run bench -- brief`: a whole brief of incidents in six scripts, from redaction to checked bytes, and its
 * typesetting against the same compiler bare, on the same template and data, in turns. Each of the two has a process of
 * its own for each size, with the code bundled as it ships.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BriefProcess } from './briefProcess.ts'
import { bundleBrief } from './bundlePhases.ts'
import { makeIncident } from './incidents.ts'
import { type Measurement, type Row, toRows } from './measurement.ts'
import type { BriefJob } from './phases/briefJob.ts'
import { type SizeOptions, sizeOptions } from './sizeOptions.ts'

const SEED = 11
const ROUNDS = 3
const RESOURCES = path.join(import.meta.dirname, '../resources')
/** The packages that ship beside the bundle; what others are installed here is not found from it. */
const SHIPPED = '@myriaddreamin'

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

/** Numbers of incidents in a brief. */
export const parseBriefOptions = sizeOptions({ usual: '20,1000', least: 10, most: 2000 })

/** Measures all sizes; `tell` hears how far it is. */
export async function runBriefBench(
  options: SizeOptions,
  tell: (line: string) => void,
): Promise<readonly Row[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-bench-'))
  try {
    fs.mkdirSync(path.join(folder, 'node_modules'))
    const installed = path.join(import.meta.dirname, '../node_modules', SHIPPED)
    fs.symlinkSync(installed, path.join(folder, 'node_modules', SHIPPED), 'junction')
    const script = await bundleBrief(folder)
    const measured: Measurement[] = []
    for (const n of options.sizes) {
      tell(`n=${n}: a brief of ${n} incidents in six scripts`)
      const incidents = path.join(folder, `incidents-${n}.json`)
      fs.writeFileSync(incidents, JSON.stringify(makeIncidents(n)))
      const rounds = options.quick ? 1 : ROUNDS
      measured.push(...(await measure(n, rounds, (engine) => start(script, engine, incidents), tell)))
    }
    return toRows(measured)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const start = (script: string, engine: BriefJob['engine'], incidents: string): Promise<BriefProcess> =>
  BriefProcess.start(script, { engine, incidents, resources: RESOURCES })

async function measure(
  n: number,
  rounds: number,
  startEngine: (engine: BriefJob['engine']) => Promise<BriefProcess>,
  tell: (line: string) => void,
): Promise<readonly Measurement[]> {
  const daybook = await startEngine('daybook')
  const bare = await startEngine('bare-typst')
  const samples: Record<'brief' | 'pages' | 'typeset' | 'bare', number[]> = {
    brief: [],
    pages: [],
    typeset: [],
    bare: [],
  }
  const peaks: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const made = await daybook.run('brief')
      tell(`${made.pages} pages`)
      samples.brief.push(made.samples.brief ?? Number.NaN)
      peaks.push(daybook.peakMemory)
      const set = async () => {
        const { pages = Number.NaN, typeset = Number.NaN } = (await daybook.run('typeset')).samples
        samples.pages.push(pages)
        samples.typeset.push(typeset)
      }
      const compile = async () => samples.bare.push((await bare.run('typeset')).samples.typeset ?? Number.NaN)
      for (const turn of round % 2 === 0 ? [set, compile] : [compile, set]) await turn()
    }
  } finally {
    daybook.end()
    bare.end()
  }
  return [
    { engine: 'daybook', n, metric: 'brief', values: samples.brief },
    { engine: 'daybook', n, metric: 'pages', values: samples.pages },
    { engine: 'daybook', n, metric: 'typeset', values: samples.typeset },
    { engine: 'bare-typst', n, metric: 'typeset', values: samples.bare },
    { engine: 'daybook', n, metric: 'peak-memory', values: peaks.slice(0, 1) },
    { engine: 'daybook', n, metric: 'peak-memory-in-the-end', values: peaks.slice(-1) },
  ]
}

function makeIncidents(n: number) {
  return Array.from({ length: n }, (_, index) => ({
    ...makeIncident(SEED, index),
    confidentiality: 'CLEAR' as const,
    summary: `${SUMMARIES[index % SUMMARIES.length]} (${index})`,
  }))
}
