/**
 * A brief in three steps: preview, which redacts and shows every text for review; settle, which redacts again with what a
 * person accepted and keeps the result; and write, which typesets exactly that, passes the release gate, saves the files
 * and enters the ledger. Nothing is written before the last step.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { briefOutline } from '../../brief/briefOutline.ts'
import { createBriefPage } from '../../brief/briefPage.ts'
import { standardTitle } from '../../brief/briefText.ts'
import { releaseBrief } from '../../brief/releaseBrief.ts'
import { SEALED_ENDING } from '../../brief/signing/fileEndings.ts'
import { labelWithOwn } from '../../brief/vocabularyLabel.ts'
import { type AppError, appError } from '../../core/appError.ts'
import { BRIEF_FORMS, extensionOf } from '../../core/briefForms.ts'
import { sealRecipients, signingSecret } from '../../core/keyring/chooseKey.ts'
import { type Log, putRecord } from '../../core/log.ts'
import { BRIEF_LANGUAGES } from '../../core/redaction/briefData.ts'
import { consentsExpiredSince } from '../../core/redaction/consentGate.ts'
import { releaseEntry } from '../../core/releaseEntry.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { OpenLog } from '../openLog.ts'
import type { BriefRows, ForPages, ForRelease } from '../redaction/redactMessages.ts'
import { createRedactor } from '../redaction/redactor.ts'
import { createPagesDesk } from './briefPages.ts'
import { rowRecord, withheldRecords } from './briefRecords.ts'
import { briefLike, releasedBriefs } from './briefReleases.ts'
import type { DeskContext, HandlersOf } from './context.ts'

interface Pending {
  readonly token: string
  readonly request: Input<'brief.preview'>
  readonly seed: string
  /** Of the review, with every text. */
  readonly reviewed: BriefRows
  /** As it would leave; null until every text was decided. */
  readonly settled: SettledBrief | null
}

interface SettledBrief extends ForRelease {
  readonly rows: BriefRows
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
  | 'brief.text'
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
  const redactor = createRedactor()
  /** One for all pages of choices, so that rows stay where they are while something else is changed. */
  const seedOfChoices = randomBytes(32).toString('hex')

  const forget = () => {
    pending = null
    running?.abort()
    pages.stop()
  }
  /** The log is being closed: its copy goes too. */
  const forgetLog = () => {
    forget()
    redactor.stop()
  }

  /** The brief of this token, of the log that is open. */
  const current = (token: string): Result<{ readonly log: OpenLog; readonly from: Pending }, AppError> => {
    const log = context.openLog()
    if (log === null) return err(appError('log/not-open'))
    return pending?.token === token ? ok({ log, from: pending }) : err(appError('brief/expired'))
  }

  /** The redacted copy that pages are to show. @param isWanted false once later pages were asked for. */
  const toShow = async (
    asked: Input<'brief.pages'>,
    isWanted: () => boolean,
  ): Promise<Result<ForPages, AppError>> => {
    if (asked.of === 'choice') {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const { request } = asked
      const what = { do: 'pages', decisions: null } as const
      return redactor.pages(log, { request, seed: seedOfChoices, token: '', what }, isWanted)
    }
    const found = current(asked.token)
    if (!found.ok) return found
    const { log, from } = found.value
    if (asked.of === 'release')
      return from.settled === null
        ? err(appError('brief/expired'))
        : ok({ ...from.settled.redacted, choice: null })
    const { of: _of, token, ...decisions } = asked
    const { request, seed } = from
    return redactor.pages(log, { request, seed, token, what: { do: 'pages', decisions } }, isWanted)
  }

  const write = async (
    from: Pending,
    settled: SettledBrief,
    log: OpenLog,
    { forms: wanted, overrideReason, signWith, sealFor }: Input<'brief.write'>,
  ): Promise<Result<Output<'brief.write'>, AppError>> => {
    const forms = BRIEF_FORMS.filter((form) => wanted.includes(form))
    if (forms.length === 0) return err(appError('brief/no-form-chosen'))
    const closing = closingOf(log.data, signWith, sealFor)
    if (!closing.ok) return closing
    const { signingSecret: secret, sealedFor } = closing.value
    const folder = await context.ports.dialogs.chooseFolder(context.text('dialog.chooseBriefFolder'))
    if (folder === null) return ok(null)
    // The log may have been locked while the dialog stood open; its ledger could not take the entry.
    if (context.openLog() !== log) return err(appError('log/not-open'))
    // The name tells nothing: neither the title nor the day.
    const stem = `brief-${randomBytes(6).toString('hex')}`
    running = new AbortController()
    const { redacted, disclosure, verdict, accepted } = settled
    const { data, profile, records, withheld, pseudonyms } = redacted
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
        targets: forms.map((form) => ({ form, path: path.join(folder, `${stem}.${extensionOf(form)}`) })),
        protection: {
          signingSecret: secret,
          seal:
            sealedFor === undefined
              ? null
              : { recipient: sealedFor, path: path.join(folder, `${stem}${SEALED_ENDING}`) },
        },
        resourcesDir: context.ports.resourcesDir,
        startTypesetter: context.ports.startTypesetter,
        signal: running.signal,
        onProgress: (step) =>
          context.ports.emit('app.progress', { task: 'brief', step, done: 0, total: null }),
      },
      (files) => {
        const ruled = {
          profile,
          disclosure,
          verdict,
          overrideReason,
          series,
          signedWith: signWith,
          sealedFor,
          recipient: from.request.recipient,
        }
        const release = { data, seed: from.seed, records, withheld, files, log: log.data, ...ruled }
        const entry = releaseEntry(release, context.newId(), context.now())
        return log.record(putRecord('releases', entry))
      },
    )
    running = null
    if (!released.ok) return released
    const { pages, paths } = released.value
    pending = null
    return ok({ files: paths.map((file) => path.basename(file)), pages: pages === 0 ? null : pages })
  }

  return {
    forget: forgetLog,
    handlers: {
      'brief.preview': async (request) => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        const seed = randomBytes(32).toString('hex')
        const token = randomBytes(16).toString('hex')
        const reviewed = await redactor.review(log, { request, seed, token, what: { do: 'review' } })
        if (!reviewed.ok) return reviewed
        const { preview, rows } = reviewed.value
        pending = { token, request, seed, reviewed: rows, settled: null }
        return ok(preview)
      },
      'brief.settle': async ({ token, ...decisions }) => {
        const found = current(token)
        if (!found.ok) return found
        const { log, from } = found.value
        const { request, seed } = from
        const made = await redactor.settle(log, { request, seed, token, what: { do: 'settle', decisions } })
        if (!made.ok) return made
        const { settled, unread, rows, forRelease } = made.value
        if (unread > 0) return err(appError('brief/texts-unread', { count: unread }))
        const { records, profile } = forRelease.redacted
        const given = consentsExpiredSince(log.data, records, profile, request.asOf, context.today())
        if (!given.ok) return given
        // Cancelled or made anew meanwhile.
        if (pending?.token !== token) return err(appError('brief/expired'))
        pending = { ...from, settled: { ...forRelease, rows, accepted: new Set(decisions.accepted) } }
        return ok(settled)
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
        return ok(withheldRecords(from.settled?.rows ?? from.reviewed, log.data, reason))
      },
      'brief.rowRecord': async ({ token, row }) => {
        const found = current(token)
        if (!found.ok) return found
        const { log, from } = found.value
        return ok(rowRecord(from.settled?.rows ?? from.reviewed, log.data, row))
      },
      'brief.pages': async (asked) => {
        const set = await pages.set((isWanted) => toShow(asked, isWanted))
        if (!set.ok) return set
        const { bytes, pages: count, choice } = set.value
        return ok({ pdf: bytes, pages: count, choice })
      },
      'brief.text': async (asked) => {
        const shown = await toShow(asked, () => true)
        if (!shown.ok) return shown
        const { data, labels } = shown.value
        return ok(briefOutline(createBriefPage(data, labelWithOwn(labels)), data.layout))
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

/** The secret that signs and the recipient it is sealed for; `keys/secret-missing`, `seal/recipient-unreadable`. */
function closingOf(
  log: Log,
  signWith: string | undefined,
  sealFor: string | undefined,
): Result<{ readonly signingSecret: string | null; readonly sealedFor: string | undefined }, AppError> {
  const secret = signWith === undefined ? ok(null) : signingSecret(log, signWith)
  if (!secret.ok) return secret
  const recipient = sealRecipients(log).find(({ id }) => id === sealFor)
  if (sealFor !== undefined && recipient === undefined) return err(appError('seal/recipient-unreadable'))
  return ok({ signingSecret: secret.value, sealedFor: recipient?.publicKey })
}
