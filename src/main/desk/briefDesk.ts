/**
 * A brief in three steps: preview, which redacts and shows every text for review; settle, which redacts again with what a
 * person accepted and keeps the result; and write, which typesets exactly that, passes the release gate, saves the files
 * and enters the ledger. Nothing is written before the last step.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { standardTitle } from '../../brief/briefText.ts'
import { releaseBrief } from '../../brief/releaseBrief.ts'
import { type AppError, appError } from '../../core/appError.ts'
import { putRecord } from '../../core/log.ts'
import { BRIEF_LANGUAGES } from '../../core/redaction/briefData.ts'
import { consentsExpiredSince } from '../../core/redaction/consentGate.ts'
import { marksByText } from '../../core/redaction/markedSpans.ts'
import { checkProfile, findProfile, ownProfileNamed } from '../../core/redaction/ownProfile.ts'
import { textKey } from '../../core/redaction/policies/text.ts'
import type { Redacted } from '../../core/redaction/redact.ts'
import {
  type RedactedForRelease,
  type ReleaseOptions,
  redactForRelease,
} from '../../core/redaction/redactForRelease.ts'
import { releaseEntry, seriesLabels } from '../../core/releaseEntry.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { TextDecisions } from '../../shared/ipc/brief.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { loadGazetteer } from '../../shared/shippedPlaces.ts'
import type { OpenLog } from '../openLog.ts'
import { createPagesDesk } from './briefPages.ts'
import { previewOf, settledOf } from './briefPreview.ts'
import { rowRecord, withheldRecords } from './briefRecords.ts'
import { briefLike, releasedBriefs } from './briefReleases.ts'
import type { DeskContext, HandlersOf } from './context.ts'

interface Pending {
  readonly token: string
  readonly request: Input<'brief.preview'>
  readonly seed: string
  /** With every text, for review; never released. */
  readonly reviewed: RedactedForRelease
  /** As it would leave; null until every text was decided. */
  readonly settled: SettledBrief | null
}

interface SettledBrief extends RedactedForRelease {
  /** Keys of the texts that a person accepted. */
  readonly accepted: ReadonlySet<string>
}

type BriefCalls =
  | 'brief.preview'
  | 'brief.settle'
  | 'brief.write'
  | 'brief.withheldBy'
  | 'brief.rowRecord'
  | 'brief.pages'
  | 'brief.stopPages'
  | 'brief.released'
  | 'brief.likeRelease'
  | 'brief.cancel'

export interface BriefDesk {
  readonly handlers: HandlersOf<BriefCalls>
  forget(): void
}

export function createBriefDesk(context: DeskContext): BriefDesk {
  let pending: Pending | null = null
  let running: AbortController | null = null
  const pages = createPagesDesk(context.ports)
  /** One for all pages of choices, so that rows stay where they are while something else is changed. */
  const seedOfChoices = randomBytes(32).toString('hex')

  const forget = () => {
    pending = null
    running?.abort()
    pages.stop()
  }

  /** The brief of this token, of the log that is open. */
  const current = (token: string): Result<{ readonly log: OpenLog; readonly from: Pending }, AppError> => {
    const log = context.openLog()
    if (log === null) return err(appError('log/not-open'))
    return pending?.token === token ? ok({ log, from: pending }) : err(appError('brief/expired'))
  }

  /** The redacted copy that pages are to show. */
  const toShow = async (asked: Input<'brief.pages'>): Promise<Result<Redacted, AppError>> => {
    if (asked.of === 'choice') {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const options = await optionsOf(asked.request, seedOfChoices, log)
      return options.ok ? ok(redactForRelease({ ...options.value, accepted: 'all' }).redacted) : options
    }
    const found = current(asked.token)
    if (!found.ok) return found
    const { log, from } = found.value
    if (asked.of === 'release')
      return from.settled === null ? err(appError('brief/expired')) : ok(from.settled.redacted)
    const options = await optionsOf(from.request, from.seed, log)
    return options.ok ? ok(redactForRelease(withDecisions(options.value, asked)).redacted) : options
  }

  const write = async (
    from: Pending,
    settled: SettledBrief,
    log: OpenLog,
    { pdf, json, overrideReason }: Input<'brief.write'>,
  ): Promise<Result<Output<'brief.write'>, AppError>> => {
    const forms = [...(pdf ? (['pdf'] as const) : []), ...(json ? (['json'] as const) : [])]
    if (forms.length === 0) return err(appError('brief/no-form-chosen'))
    const folder = await context.ports.dialogs.chooseFolder(context.text('dialog.chooseBriefFolder'))
    if (folder === null) return ok(null)
    // The log may have been locked while the dialog stood open; its ledger could not take the entry.
    if (context.openLog() !== log) return err(appError('log/not-open'))
    // The name tells nothing: neither the title nor the day.
    const stem = `brief-${randomBytes(6).toString('hex')}`
    running = new AbortController()
    const { redacted, verdict, accepted } = settled
    const { data, profile, records, withheld, disclosure, pseudonyms } = redacted
    const given = consentsExpiredSince(log.data, records, profile, data.asOf, context.today())
    if (!given.ok) return given
    const name = from.request.series ?? ''
    const series = name === '' ? undefined : { name, pseudonyms }
    const released = await releaseBrief(
      {
        redacted,
        verdict,
        overrideReason,
        accepted,
        targets: forms.map((form) => ({ form, path: path.join(folder, `${stem}.${form}`) })),
        resourcesDir: context.ports.resourcesDir,
        signal: running.signal,
        onProgress: (step) =>
          context.ports.emit('app.progress', { task: 'brief', step, done: 0, total: null }),
      },
      (files) => {
        const ruled = { profile, disclosure, verdict, overrideReason, series }
        const release = { data, seed: from.seed, records, withheld, files, log: log.data, ...ruled }
        const entry = releaseEntry(release, context.newId(), context.now())
        const { recipient } = from.request
        return log.record(putRecord('releases', recipient === undefined ? entry : { ...entry, recipient }))
      },
    )
    running = null
    if (!released.ok) return released
    const { pages } = released.value
    pending = null
    return ok({ files: forms.map((form) => `${stem}.${form}`), pages: pages === 0 ? null : pages })
  }

  return {
    forget,
    handlers: {
      'brief.preview': async (request) => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        const seed = randomBytes(32).toString('hex')
        const options = await optionsOf(request, seed, log)
        if (!options.ok) return options
        const reviewed = redactForRelease({ ...options.value, accepted: 'all' })
        pending = { token: randomBytes(16).toString('hex'), request, seed, reviewed, settled: null }
        return ok(previewOf(pending.token, reviewed))
      },
      'brief.settle': async ({ token, ...decisions }) => {
        const found = current(token)
        if (!found.ok) return found
        const { log, from } = found.value
        const options = await optionsOf(from.request, from.seed, log)
        if (!options.ok) return options
        const settled = redactForRelease(withDecisions(options.value, decisions))
        const unread = unreadTexts(settled, decisions)
        if (unread > 0) return err(appError('brief/texts-unread', { count: unread }))
        const { records, profile } = settled.redacted
        const given = consentsExpiredSince(log.data, records, profile, from.request.asOf, context.today())
        if (!given.ok) return given
        pending = { ...from, settled: { ...settled, accepted: new Set(decisions.accepted) } }
        return ok(settledOf(token, settled))
      },
      'brief.write': async (request) => {
        const found = current(request.token)
        if (!found.ok) return found
        const { log, from } = found.value
        // Its ledger could not take the entry: better said before a folder is chosen.
        if (log.readOnly) return err(appError('vault/read-only'))
        if (from.settled === null) return err(appError('brief/texts-unread', { count: 0 }))
        return write(from, from.settled, log, request)
      },
      'brief.withheldBy': async ({ token, reason }) => {
        const found = current(token)
        if (!found.ok) return found
        const { log, from } = found.value
        return ok(withheldRecords((from.settled ?? from.reviewed).redacted, log.data, reason))
      },
      'brief.rowRecord': async ({ token, row }) => {
        const found = current(token)
        if (!found.ok) return found
        const { log, from } = found.value
        return ok(rowRecord((from.settled ?? from.reviewed).redacted, log.data, row))
      },
      'brief.pages': async (asked) => {
        const redacted = await toShow(asked)
        if (!redacted.ok) return redacted
        const set = await pages.set(redacted.value)
        return set.ok ? ok({ pdf: set.value.bytes, pages: set.value.pages }) : set
      },
      'brief.stopPages': async () => {
        pages.stop()
        return ok({})
      },
      'brief.released': async () => {
        const log = context.openLog()
        return log === null ? err(appError('log/not-open')) : ok(releasedBriefs(log.data))
      },
      'brief.likeRelease': async ({ id }) => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        const release = log.data.releases[id]
        if (release === undefined) return ok(null)
        const language = BRIEF_LANGUAGES.find((each) => each === release.language) ?? 'en'
        return ok(briefLike(release, log.data, standardTitle(language)))
      },
      'brief.cancel': async ({ token }) => {
        if (pending?.token === token) forget()
        return ok({})
      },
    },
  }
}

async function optionsOf(
  request: Input<'brief.preview'>,
  seed: string,
  { data: log }: OpenLog,
): Promise<Result<ReleaseOptions, AppError>> {
  const { incidents, claims, contacts, actions, language, asOf, series = '' } = request
  const profile = findProfile(log, request.profile)
  if (profile === undefined) return err(appError('brief/no-such-profile'))
  const allowed = checkProfile(profile, log, ownProfileNamed(log, request.profile)?.id ?? null)
  if (!allowed.ok) return allowed
  return ok({
    log,
    selection: { incidents, claims, contacts, actions },
    profile,
    gazetteer: (await loadGazetteer()).withOwn(log.places),
    seed,
    asOf,
    language,
    title: request.title.trim() === '' ? standardTitle(language) : request.title.trim(),
    introduction: request.introduction?.trim() ?? '',
    layout: request.layout ?? 'general',
    order: request.order ?? 'date',
    coarsen: request.coarsen ?? {},
    keepSmallClasses: request.keepSmallClasses,
    leaveOutLinked: request.leaveOutLinked,
    ...(series === '' ? {} : { series: seriesLabels(log, series) }),
  })
}

function withDecisions(options: ReleaseOptions, decisions: TextDecisions): ReleaseOptions {
  const refused = new Set(decisions.leftOut)
  const title = refused.has(textKey(options.title)) ? standardTitle(options.language) : options.title
  const { introduction: written = '' } = options
  const introduction = refused.has(textKey(written)) ? '' : written
  const accepted = new Set(decisions.accepted.filter((key) => !refused.has(key)))
  return { ...options, title, introduction, accepted, refused, marks: marksByText(decisions.marks) }
}

/** Texts that nobody has accepted or left out: new ones, and those that changed since they were read. */
function unreadTexts(settled: RedactedForRelease, decisions: TextDecisions): number {
  const decided = new Set([...decisions.accepted, ...decisions.leftOut])
  const { texts } = previewOf('', settled)
  const clean = texts.filter(({ policy }) => policy === 'clean').map(({ original }) => textKey(original))
  const kept = settled.redacted.texts.map(({ key }) => key)
  return new Set([...clean, ...kept].filter((key) => !decided.has(key))).size
}
