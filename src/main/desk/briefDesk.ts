/**
 * A brief in two steps: preview, which redacts and keeps the result, and write, which typesets exactly that,
 * passes the release gate, saves the files and enters the ledger. Nothing is written before the last step.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { standardTitle } from '../../brief/briefText.ts'
import { releaseBrief } from '../../brief/releaseBrief.ts'
import { type AppError, appError } from '../../core/appError.ts'
import { putRecord } from '../../core/log.ts'
import { PUBLIC_PROFILE } from '../../core/redaction/profile.ts'
import { type Redacted, redact } from '../../core/redaction/redact.ts'
import { disclosureOf } from '../../core/redaction/statistics.ts'
import { releaseEntry } from '../../core/releaseEntry.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { BriefPreview, Output } from '../../shared/ipc/contract.ts'
import type { OpenLog } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'

interface Pending {
  readonly token: string
  readonly seed: string
  readonly redacted: Redacted
}

export interface BriefDesk {
  readonly handlers: HandlersOf<'brief.preview' | 'brief.write' | 'brief.cancel'>
  forget(): void
}

export function createBriefDesk(context: DeskContext): BriefDesk {
  let pending: Pending | null = null
  let running: AbortController | null = null

  const forget = () => {
    pending = null
    running?.abort()
  }

  const write = async (
    from: Pending,
    log: OpenLog,
    forms: readonly ('pdf' | 'json')[],
  ): Promise<Result<Output<'brief.write'>, AppError>> => {
    const folder = await context.ports.dialogs.chooseFolder(context.text('dialog.chooseBriefFolder'))
    if (folder === null) return ok(null)
    // The log may have been locked while the dialog stood open; its ledger could not take the entry.
    if (context.openLog() !== log) return err(appError('log/not-open'))
    // The name tells nothing: neither the title nor the day.
    const stem = `brief-${randomBytes(6).toString('hex')}`
    running = new AbortController()
    const { data, records, withheld } = from.redacted
    const released = await releaseBrief(
      {
        redacted: from.redacted,
        targets: forms.map((form) => ({ form, path: path.join(folder, `${stem}.${form}`) })),
        resourcesDir: context.ports.resourcesDir,
        signal: running.signal,
        onProgress: (step) =>
          context.ports.emit('app.progress', { task: 'brief', step, done: 0, total: null }),
      },
      (files) => {
        const release = { data, seed: from.seed, records, withheld, files, log: log.data }
        return log.record(putRecord('releases', releaseEntry(release, context.newId(), context.now())))
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
        const { incidents, claims, contacts, actions, language, asOf } = request
        const redacted = redact({
          log: log.data,
          selection: { incidents, claims, contacts, actions },
          profile: PUBLIC_PROFILE,
          seed,
          asOf,
          language,
          title: request.title.trim() === '' ? standardTitle(language) : request.title.trim(),
        })
        pending = { token: randomBytes(16).toString('hex'), seed, redacted }
        return ok(previewOf(pending))
      },
      'brief.write': async ({ token, pdf, json }) => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        if (pending?.token !== token) return err(appError('brief/expired'))
        // Its ledger could not take the entry: better said before a folder is chosen.
        if (log.readOnly) return err(appError('vault/read-only'))
        const forms = [...(pdf ? (['pdf'] as const) : []), ...(json ? (['json'] as const) : [])]
        if (forms.length === 0) return err(appError('brief/no-form-chosen'))
        return write(pending, log, forms)
      },
      'brief.cancel': async ({ token }) => {
        if (pending?.token === token) forget()
        return ok({})
      },
    },
  }
}

function previewOf({ token, redacted }: Pending): BriefPreview {
  const { data, withheld } = redacted
  return {
    token,
    data,
    withheld: Object.entries(withheld).map(([reason, count]) => ({ reason, count })),
    disclosure: disclosureOf(data.incidents),
    texts: [
      ...(data.title === standardTitle(data.language) ? [] : [{ where: 'title', text: data.title }]),
      ...data.claims.flatMap((c) => (c.wording === null ? [] : [{ where: c.id, text: c.wording }])),
      ...data.contacts.flatMap((c) =>
        [c.offers, c.warning].flatMap((text) => (text === null ? [] : [{ where: c.id, text }])),
      ),
      ...data.organisations.map((o) => ({ where: o.id, text: o.name })),
      ...data.actions.map((a) => ({ where: a.id, text: a.addressedTo })),
    ],
  }
}
