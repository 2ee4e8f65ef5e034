/**
 * One engine of the brief bench in a process of its own, so that neither counts the other's memory. It waits between
 * one piece of work and the next, since two engines take turns.
 */
import fs from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { z } from 'zod'
import { createBriefPage } from '../../src/brief/briefPage.ts'
import { briefPdf, readTemplate } from '../../src/brief/briefPdf.ts'
import { readFonts } from '../../src/brief/fonts.ts'
import { makeBrief } from '../../src/brief/makeBrief.ts'
import { labelWithOwn } from '../../src/brief/vocabularyLabel.ts'
import { incidentSchema } from '../../src/core/incident.ts'
import { emptyLog, type Log } from '../../src/core/log.ts'
import { PROFILES } from '../../src/core/redaction/profile.ts'
import { type Redacted, redact } from '../../src/core/redaction/redact.ts'
import { BRIEF_WORK, type BriefJob, type BriefReply, type BriefWork, briefJobSchema } from './briefJob.ts'

type Work = (what: BriefWork) => Promise<Pick<Extract<BriefReply, { kind: 'done' }>, 'samples' | 'pages'>>

const reply = (message: BriefReply): void => {
  process.send?.(message)
}

const job = briefJobSchema.parse(JSON.parse(process.argv[2] ?? 'null'))
const log = readLog(job.incidents)
const work = job.engine === 'daybook' ? daybook(job, log) : await bareTypst(job, redactAll(log))
process.on('message', async (untrusted) => {
  const done = await work(z.enum(BRIEF_WORK).parse(untrusted))
  reply({ kind: 'done', ...done })
})
reply({ kind: 'ready' })

function daybook({ resources }: BriefJob, log: Log): Work {
  // Set again for `typeset`; made in the round before it.
  let redacted: Redacted | null = null
  return async (what) => {
    if (what === 'brief') {
      const start = performance.now()
      redacted = redactAll(log)
      const pages = await release(redacted, resources)
      return { samples: { brief: performance.now() - start }, pages }
    }
    return { samples: await typeset(redacted ?? redactAll(log), resources), pages: null }
  }
}

async function release({ data, canaries, labels }: Redacted, resourcesDir: string): Promise<number> {
  const label = labelWithOwn(labels)
  const made = await makeBrief({ data, canaries, label, resourcesDir, forms: ['pdf', 'json'] })
  if (!made.ok) throw new Error(`the brief was refused: ${made.error.code}`)
  return made.value.pages
}

/** Sets the pages: how long all of it took, and how long the typesetter itself was at work. */
async function typeset({ data, labels }: Redacted, resourcesDir: string): Promise<Record<string, number>> {
  const begun = new Map<string, number>()
  const start = performance.now()
  const set = await briefPdf(data, {
    label: labelWithOwn(labels),
    resourcesDir,
    onProgress: (stage) => begun.set(stage, performance.now()),
  })
  if (!set.ok) throw new Error(`the pages could not be set: ${set.error.code}`)
  const ofTypesetter = (begun.get('metadata') ?? Number.NaN) - (begun.get('typeset') ?? Number.NaN)
  return { pages: performance.now() - start, typeset: ofTypesetter }
}

/** The compiler as its own documentation uses it: no worker, no check of standards, no metadata of ours. */
async function bareTypst({ resources }: BriefJob, { data, labels }: Redacted): Promise<Work> {
  const page = JSON.stringify(createBriefPage(data, labelWithOwn(labels)))
  const template = await readTemplate(data.layout, resources)
  const fonts = await readFonts(resources)
  return async () => {
    const start = performance.now()
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
    return { samples: { typeset: performance.now() - start }, pages: null }
  }
}

function readLog(file: string): Log {
  const incidents = z.array(incidentSchema).parse(JSON.parse(fs.readFileSync(file, 'utf8')))
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
