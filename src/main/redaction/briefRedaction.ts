/**
 * From what the window asks for to a redacted brief: the request read against the log, the decisions on its texts, and
 * what is still unread. Runs on the thread that has a copy of the log (redactWorker.ts).
 */
import { standardTitle } from '../../brief/briefText.ts'
import { type AppError, appError } from '../../core/appError.ts'
import type { Log } from '../../core/log.ts'
import { marksByText } from '../../core/redaction/markedSpans.ts'
import { checkProfile, findProfile, ownProfileNamed } from '../../core/redaction/ownProfile.ts'
import { textKey } from '../../core/redaction/policies/text.ts'
import { type ReleaseOptions, redactForRelease } from '../../core/redaction/redactForRelease.ts'
import { seriesLabels } from '../../core/releaseEntry.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { TextDecisions } from '../../shared/ipc/brief.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { loadGazetteer } from '../../shared/shippedPlaces.ts'
import { choiceShown, previewOf, settledOf } from './briefPreview.ts'
import type { BriefRows, ForPages, ForRelease, RedactionJob, Reviewed, Settled } from './redactMessages.ts'

/** What a job comes to. */
export async function runJob(
  log: Log,
  { request, seed, token, what }: RedactionJob,
): Promise<Result<Reviewed | Settled | ForPages, AppError>> {
  const options = await optionsOf(request, seed, log)
  if (!options.ok) return options
  switch (what.do) {
    case 'review': {
      const made = redactForRelease({ ...options.value, accepted: 'all' })
      return ok({ preview: previewOf(token, made), rows: rowsOf(made.redacted) })
    }
    case 'settle': {
      const made = redactForRelease(withDecisions(options.value, what.decisions))
      return ok({
        settled: settledOf(token, made),
        unread: unreadTexts(made, what.decisions),
        rows: rowsOf(made.redacted),
        forRelease: forRelease(made),
      })
    }
    case 'pages': {
      const { decisions } = what
      if (decisions === null) return ok(pagesOfChoice(options.value))
      const { data, labels } = redactForRelease(withDecisions(options.value, decisions)).redacted
      return ok({ data, labels, choice: null })
    }
  }
}

async function optionsOf(
  request: Input<'brief.preview'>,
  seed: string,
  log: Log,
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
    recipient: request.recipient ?? null,
    gazetteer: (await loadGazetteer()).withOwn(log.places),
    seed,
    asOf,
    language,
    title: request.title.trim() === '' ? standardTitle(language) : request.title.trim(),
    introduction: request.introduction?.trim() ?? '',
    layout: request.layout ?? 'general',
    order: request.order ?? 'date',
    claimOrder: request.claimOrder ?? 'grade',
    coarsen: request.coarsen ?? {},
    keepSmallClasses: request.keepSmallClasses,
    leaveOutLinked: request.leaveOutLinked,
    ...(series === '' ? {} : { series: seriesLabels(log, series) }),
  })
}

/**
 * With every text. Where incidents would stay behind because too few others are like them, the pages are made with the
 * best suggestion, and say so: a brief without rows shows nobody what the next step can make of it.
 */
function pagesOfChoice(options: ReleaseOptions): ForPages {
  const asChosen = redactForRelease({ ...options, accepted: 'all' }).redacted
  const { leftOut, isEnforced, suggestions } = asChosen.disclosure
  const [best] = isEnforced && leftOut > 0 ? suggestions().options : []
  const rows = asChosen.data.statistics.incidents
  const suggestion = best === undefined || best.rowsKept <= rows ? null : best
  const shown =
    suggestion === null
      ? asChosen
      : redactForRelease({ ...options, accepted: 'all', coarsen: suggestion.coarsen }).redacted
  return {
    data: shown.data,
    labels: shown.labels,
    choice: choiceShown(asChosen, suggestion),
  }
}

function withDecisions(options: ReleaseOptions, decisions: TextDecisions): ReleaseOptions {
  const refused = new Set(decisions.leftOut)
  const title = refused.has(textKey(options.title)) ? standardTitle(options.language) : options.title
  const { introduction: written = '' } = options
  const introduction = refused.has(textKey(written)) ? '' : written
  const accepted = new Set(decisions.accepted.filter((key) => !refused.has(key)))
  return { ...options, title, introduction, accepted, refused, marks: marksByText(decisions.marks) }
}

type Made = ReturnType<typeof redactForRelease>

/** Texts that nobody has accepted or left out: new ones, and those that changed since they were read. */
function unreadTexts(made: Made, decisions: TextDecisions): number {
  const decided = new Set([...decisions.accepted, ...decisions.leftOut])
  const { texts } = previewOf('', made)
  const clean = texts.filter(({ policy }) => policy === 'clean').map(({ original }) => textKey(original))
  const kept = made.redacted.texts.map(({ key }) => key)
  return new Set([...clean, ...kept].filter((key) => !decided.has(key))).size
}

function rowsOf({ recordOf, withheldOf }: Made['redacted']): BriefRows {
  return { recordOf, withheldOf }
}

/** Without the searches that disclosure control makes when asked: functions stay on their thread. */
function forRelease({ redacted, verdict }: Made): ForRelease {
  const { data, profile, records, withheld, pseudonyms, canaries, labels, texts, disclosure } = redacted
  const { coarsen, shown } = disclosure
  const { refusals } = verdict
  return {
    redacted: { data, profile, records, withheld, pseudonyms, canaries, labels, texts },
    disclosure: { coarsen, shown },
    verdict: { refusals },
  }
}
