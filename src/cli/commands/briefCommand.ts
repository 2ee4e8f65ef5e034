/** `brief LOG`: a redacted brief as PDF and JSON, through the release gate, entered in the ledger. */
import { randomBytes } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { standardTitle } from '../../brief/briefText.ts'
import { type ReleaseError, releaseBrief } from '../../brief/releaseBrief.ts'
import { type Log, putRecord } from '../../core/log.ts'
import { BRIEF_LANGUAGES } from '../../core/redaction/briefData.ts'
import { PROFILES } from '../../core/redaction/profile.ts'
import { type Redacted, redact } from '../../core/redaction/redact.ts'
import { selectByQuery } from '../../core/redaction/selectByQuery.ts'
import { disclosureOf } from '../../core/redaction/statistics.ts'
import { releaseEntry } from '../../core/releaseEntry.ts'
import { ok } from '../../core/result.ts'
import { newId, nowInstant, parseDay, today } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import type { Invocation } from '../invocation.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import type { Output } from '../output.ts'
import { RESOURCES_DIR } from '../resources.ts'
import { saveChange, withLog } from '../vault.ts'
import { queryOption } from './listCommand.ts'

const LAYOUTS = ['general', 'urgent', 'un-disappearances', 'un-executions', 'statistical'] as const
const PROFILE_NAMES = ['public', 'partner', 'un', 'internal'] as const

const text = { type: 'string' } as const

export const briefCommand: Command = {
  hasJsonFlag: false,
  spec: {
    positionals: ['LOG'],
    options: {
      ...LOCK_OPTION,
      profile: text,
      where: text,
      layout: text,
      title: text,
      lang: text,
      seed: text,
      'as-of': text,
      pdf: text,
      json: text,
      sign: { type: 'boolean' },
      to: text,
      'accept-text': text,
      'dry-run': { type: 'boolean' },
    },
  },
  run: async (invocation, output) => {
    refuseWhatIsNotYet(invocation)
    const outputs = (['pdf', 'json'] as const).flatMap((form) => {
      const file = invocation.text(form)
      return file === undefined ? [] : [{ form, path: invocation.path(file) }]
    })
    const dryRun = invocation.flag('dry-run')
    if (outputs.length === 0 && !dryRun)
      throw usage('cli/option-missing', 'Say where to write: --pdf OUT, --json OUT or both.')
    await refuseOwnFiles(invocation.path(invocation.positional('LOG')), outputs)
    const query = queryOption(invocation.text('where'))
    const seed = seedOption(invocation.text('seed'))
    const asOf = parseDay('as-of', invocation.text('as-of')) ?? today()
    const language = invocation.choice('lang', BRIEF_LANGUAGES) ?? 'en'
    const profile = PROFILES[invocation.requiredText('profile')]
    if (profile === undefined) throw notYet('profile')
    await withLog(invocation, dryRun ? 'read' : 'write', async (session) => {
      const log: Log = session.data
      const title = invocation.text('title') ?? standardTitle(language)
      const redacted = redact({
        log,
        selection: selectByQuery(log, query, asOf),
        profile,
        seed,
        asOf,
        language,
        title,
      })
      if (!dryRun) {
        const { data, records, withheld } = redacted
        const released = await releaseBrief(
          { redacted, targets: outputs, resourcesDir: RESOURCES_DIR },
          async (files) => {
            const entry = releaseEntry({ data, seed, records, withheld, files, log }, newId(), nowInstant())
            await saveChange(session, putRecord('releases', entry), { what: 'edited' })
            return ok(undefined)
          },
        )
        if (!released.ok) throw briefFailure(released.error)
      }
      printReport(
        redacted,
        outputs.map((output) => output.path),
        dryRun,
        output,
      )
    })
  },
}

/** An output named like the log, its backup or the other output would replace it. */
async function refuseOwnFiles(log: string, outputs: readonly { readonly path: string }[]): Promise<void> {
  const real = async (file: string) =>
    path.join(await realpath(path.dirname(file)).catch(() => path.dirname(file)), path.basename(file))
  const whole = async (file: string) => realpath(file).catch(() => real(file))
  const own = await whole(log)
  const taken = new Set([own, `${own}.bak`, `${own}.lock`])
  for (const output of outputs) {
    const target = await whole(output.path)
    if (taken.has(target))
      throw usage('cli/output-taken', 'An output must be neither the log nor the other output.')
    taken.add(target)
  }
}

function briefFailure(error: ReleaseError): CliFailure {
  const details =
    findingLines(error.findings) ??
    Object.entries(error.fields ?? {}).map(([name, value]) => `${name}: ${value}`)
  const exit = error.code.startsWith('disk/') ? EXIT.file : EXIT.refused
  const sentence = error.isInLedger
    ? 'The files could not be put in place; the ledger has the entry.'
    : 'The brief was refused; no file was written.'
  return new CliFailure(exit, error.code, sentence, details)
}

/** One line for each value found, with the first place it stands in: a name in a header is on every page. */
function findingLines(findings: ReleaseError['findings']): string[] | undefined {
  if (findings === undefined) return undefined
  const byValue = Map.groupBy(findings, (finding) => `${finding.class}  ${finding.detail}`)
  return [...byValue].map(([value, places]) => {
    const more = places.length > 1 ? ` and ${places.length - 1} more places` : ''
    return `${value}  (${places[0]?.where ?? ''}${more})`
  })
}

/** The same seed gives the same bytes; without one it is 256 random bits, kept in the ledger. */
function seedOption(hex: string | undefined): string {
  if (hex === undefined) return randomBytes(32).toString('hex')
  if (!/^[0-9a-fA-F]{1,64}$/.test(hex))
    throw usage('cli/seed-unreadable', '--seed takes up to 64 hexadecimal digits.')
  return hex.toLowerCase().padStart(64, '0')
}

function refuseWhatIsNotYet(invocation: Invocation): void {
  const profile = invocation.choice('profile', PROFILE_NAMES)
  if (profile !== undefined && PROFILES[profile] === undefined) throw notYet(`profile ${profile}`)
  const layout = invocation.choice('layout', LAYOUTS)
  if (layout !== undefined && layout !== 'general') throw notYet(`layout ${layout}`)
  for (const name of ['to', 'accept-text']) if (invocation.text(name) !== undefined) throw notYet(`--${name}`)
  if (invocation.flag('sign')) throw notYet('--sign')
}

const notYet = (what: string): CliFailure => usage('cli/not-yet', `This version does not offer ${what} yet.`)

function printReport(redacted: Redacted, paths: readonly string[], dryRun: boolean, output: Output): void {
  const { incidents, claims, contacts, actions } = redacted.data
  output.line(
    `${dryRun ? 'Would release' : 'Released'}: ${incidents.length} incidents, ${claims.length} claims, ${contacts.length} contacts, ${actions.length} actions`,
  )
  for (const file of paths) output.line(`  ${dryRun ? 'would write' : 'wrote'} ${file}`)
  output.line('Withheld:')
  for (const [reason, count] of Object.entries(redacted.withheld))
    output.line(`  ${reason.padEnd(20)} ${count}`)
  for (const { claim, code } of redacted.overstated)
    output.line(
      `Warning: wording/${code}: the sentence of claim ${claim.slice(0, 10)} says more than its status; the careful form is printed.`,
    )
  for (const word of redacted.titleOverstates)
    output.line(
      `Warning: wording/title: “${word}” in the title speaks of proof; not every claim is established.`,
    )
  const { smallestClass, rowsBelowFive } = disclosureOf(incidents)
  if (smallestClass !== null && smallestClass < 5) {
    output.line(
      `Note: ${rowsBelowFive} of ${incidents.length} rows share period, place and kind with fewer than four others.`,
    )
  }
}
