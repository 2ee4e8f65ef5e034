/** `brief LOG`: a redacted brief as PDF and JSON, through the release gate, entered in the ledger. */
import { randomBytes } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { standardTitle } from '../../brief/briefText.ts'
import { type ReleaseError, releaseBrief } from '../../brief/releaseBrief.ts'
import { forkTypesetter } from '../../brief/startTypesetter.ts'
import { type Log, putRecord } from '../../core/log.ts'
import {
  BRIEF_LANGUAGES,
  BRIEF_LAYOUTS,
  type BriefData,
  type BriefLayout,
  CLAIM_ORDERS,
  INCIDENT_ORDERS,
} from '../../core/redaction/briefData.ts'
import { consentsExpiredSince } from '../../core/redaction/consentGate.ts'
import { checkProfile, ownProfileNamed } from '../../core/redaction/ownProfile.ts'
import { type RedactedForRelease, redactForRelease } from '../../core/redaction/redactForRelease.ts'
import { selectByQuery } from '../../core/redaction/selectByQuery.ts'
import { shownCounts } from '../../core/redaction/shownCounts.ts'
import { releaseEntry, seriesLabels } from '../../core/releaseEntry.ts'
import { ok } from '../../core/result.ts'
import { loadGazetteer } from '../../shared/shippedPlaces.ts'
import { parseAcceptedTexts } from '../acceptedTexts.ts'
import { briefOutputs, OUTPUT_OPTIONS } from '../briefOutputs.ts'
import { briefProtection, PROTECTION_OPTIONS, writtenPaths } from '../briefProtection.ts'
import { newId, nowInstant, parseDay, today } from '../clock.ts'
import type { Command } from '../command.ts'
import { disclosureLines, disclosureReview, refusalLines } from '../disclosureLines.ts'
import { DISCLOSURE_OPTIONS, disclosureOptions } from '../disclosureOptions.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import { findOrganisation } from '../findOrganisation.ts'
import type { Invocation } from '../invocation.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import type { Output } from '../output.ts'
import { queryOption } from '../queryOption.ts'
import { RESOURCES_DIR } from '../resources.ts'
import { saveChange, withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'
import { profileOf, refusal } from './profilesCommand.ts'

/** `statistical` is what the annex is called here. */
const LAYOUTS = [...BRIEF_LAYOUTS, 'statistical'] as const

const text = { type: 'string' } as const

export const briefCommand: Command = {
  hasJsonFlag: false,
  jsonMayBeBare: true,
  spec: {
    positionals: ['LOG'],
    options: {
      ...LOCK_OPTION,
      ...DISCLOSURE_OPTIONS,
      ...OUTPUT_OPTIONS,
      profile: text,
      where: text,
      layout: text,
      title: text,
      introduction: text,
      order: text,
      'claim-order': text,
      lang: text,
      seed: text,
      'as-of': text,
      ...PROTECTION_OPTIONS,
      'accept-text': text,
      series: text,
      recipient: text,
      'dry-run': { type: 'boolean' },
    },
  },
  run: async (invocation, output) => {
    const outputs = briefOutputs(invocation)
    const dryRun = invocation.flag('dry-run')
    const asJson = invocation.text('json') === ''
    if (asJson && !dryRun)
      throw usage('cli/option-missing', 'Say where to write: --json OUT; alone it goes with --dry-run.')
    if (outputs.length === 0 && !dryRun)
      throw usage(
        'cli/option-missing',
        'Say where to write: --pdf OUT, --json OUT, or --form FORMS --out FOLDER.',
      )
    const written = writtenPaths(invocation, outputs)
    await refuseOwnFiles(invocation.path(invocation.positional('LOG')), written)
    const queryOf = await queryOption(invocation.text('where'))
    const seed = seedOption(invocation.text('seed'))
    const asOf = parseDay('as-of', invocation.text('as-of')) ?? today()
    const disclosure = disclosureOptions(invocation)
    const language = invocation.choice('lang', BRIEF_LANGUAGES) ?? 'en'
    const layout = layoutOption(invocation)
    const order = orderOption(invocation, 'order', INCIDENT_ORDERS) ?? 'date'
    const claimOrder = orderOption(invocation, 'claim-order', CLAIM_ORDERS) ?? 'grade'
    const introduction = invocation.text('introduction') ?? ''
    const profileName = invocation.requiredText('profile')
    const accepted = await acceptedTexts(invocation)
    const series = invocation.text('series')
    const places = await loadGazetteer()
    await withLog(invocation, dryRun ? 'read' : 'write', async (session) => {
      const log: Log = session.data
      const named = invocation.text('recipient')
      const recipientId = named === undefined ? null : findOrganisation(log, named).id
      const title = invocation.text('title') ?? standardTitle(language)
      const profile = profileOf(log, profileName)
      const allowed = checkProfile(profile, log, ownProfileNamed(log, profileName)?.id ?? null)
      if (!allowed.ok) throw refusal(allowed.error.code, profile)
      const made = redactForRelease({
        recipient: recipientId,
        log,
        selection: selectByQuery(log, queryOf(log), asOf),
        profile,
        seed,
        asOf,
        language,
        title,
        introduction,
        layout,
        order,
        claimOrder,
        ...disclosure,
        accepted,
        gazetteer: places.withOwn(log.places),
        ...(series === undefined ? {} : { series: seriesLabels(log, series) }),
      })
      const { redacted, verdict } = made
      const { overrideReason } = disclosure
      const closing = await briefProtection(log, invocation, outputs)
      let paths = written.map((each) => each.path)
      if (!dryRun) {
        const { data, records, withheld, pseudonyms } = redacted
        const current = consentsExpiredSince(log, records, profile, asOf, today())
        if (!current.ok) throw briefFailure(current.error, made)
        const ruled = { disclosure: redacted.disclosure, verdict, overrideReason }
        const { protection, signedWith, sealedFor } = closing
        const released = await releaseBrief(
          {
            redacted,
            accepted,
            verdict,
            overrideReason,
            targets: outputs,
            protection,
            resourcesDir: RESOURCES_DIR,
            startTypesetter: forkTypesetter,
          },
          async (files) => {
            const entry = releaseEntry(
              {
                data,
                profile,
                seed,
                records,
                withheld,
                files,
                log,
                recipient: recipientId ?? closing.recipient ?? undefined,
                ...ruled,
                signedWith: signedWith?.id,
                sealedFor: sealedFor ?? undefined,
                series: series === undefined ? undefined : { name: series, pseudonyms },
              },
              newId(),
              nowInstant(),
            )
            const change = [...closing.change, ...putRecord('releases', entry)]
            await saveChange(session, change, { what: 'edited' })
            return ok(undefined)
          },
        )
        if (!released.ok) throw briefFailure(released.error, made)
        paths = [...released.value.paths]
      }
      if (asJson) printReview(made, output)
      else printReport(made, paths, dryRun, output)
      if (!asJson && closing.signedWith !== null)
        output.line(`Signed with “${closing.signedWith.name}”: ${closing.signedWith.publicKey}`)
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

function briefFailure(error: ReleaseError, { redacted, verdict }: RedactedForRelease): CliFailure {
  const details = error.code.startsWith('brief/disclosure-')
    ? refusalLines(redacted.disclosure, verdict)
    : (findingLines(error.findings) ??
      Object.entries(error.fields ?? {}).map(([name, value]) => `${name}: ${value}`))
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

function layoutOption(invocation: Invocation): BriefLayout {
  const layout = invocation.choice('layout', LAYOUTS) ?? 'general'
  return layout === 'statistical' ? 'annex' : layout
}

/** Records chosen by a query have no order of their own that may be told. */
function orderOption<O extends string>(
  invocation: Invocation,
  name: 'order' | 'claim-order',
  orders: readonly O[],
): Exclude<O, 'as-chosen'> | undefined {
  const order = invocation.choice(name, orders)
  const told = orders.filter((each): each is Exclude<O, 'as-chosen'> => each !== 'as-chosen')
  if (order !== 'as-chosen') return told.find((each) => each === order)
  throw usage(
    'cli/order-needs-choice',
    `as-chosen is for records that were put in order one by one, which the window does: take ${told.join(' or ')}.`,
  )
}

async function acceptedTexts(invocation: Invocation): Promise<ReadonlySet<string>> {
  const file = invocation.text('accept-text')
  if (file === undefined) return new Set()
  return parseAcceptedTexts(new TextDecoder().decode(await readInput(invocation.path(file))))
}

/** What a dry run says to a program, and to whoever reads the texts over before they are accepted. */
function printReview({ redacted, verdict }: RedactedForRelease, output: Output): void {
  const { data, withheld, texts, overstated, titleOverstates, introductionOverstates } = redacted
  const { incidents, claims, people, contacts, actions } = data
  const lists = Object.entries({ incidents, claims, people, contacts, actions })
  const rows = Object.fromEntries(lists.map(([name, list]) => [name, list.length]))
  output.document({
    counts: { ...rows, ...shownCounts(data) },
    withheld,
    overstated,
    titleOverstates,
    introductionOverstates,
    disclosure: disclosureReview(redacted.disclosure, verdict),
    texts: texts.map(({ key, where, masked, original, review, isAccepted }) => ({
      key,
      where: `${where.kind}/${where.id}/${where.field}`,
      text: masked,
      accepted: isAccepted,
      original,
      spans: review.spans,
      unmatched: review.unmatched,
    })),
  })
}

/** Rows by kind; an annex has none, and counts. */
function whatLeaves(data: BriefData): string {
  const { people, contacts, actions } = data
  const { incidents, claims } = shownCounts(data)
  if (data.layout === 'annex') return `counts of ${incidents} incidents and ${claims} claims`
  const persons = people.length === 0 ? '' : ` ${people.length} people,`
  return `${incidents} incidents, ${claims} claims,${persons} ${contacts.length} contacts, ${actions.length} actions`
}

function printReport(
  { redacted, verdict }: RedactedForRelease,
  paths: readonly string[],
  dryRun: boolean,
  output: Output,
): void {
  output.line(`${dryRun ? 'Would release' : 'Released'}: ${whatLeaves(redacted.data)}`)
  for (const file of paths) output.line(`  ${dryRun ? 'would write' : 'wrote'} ${file}`)
  output.line('Withheld:')
  for (const [reason, count] of Object.entries(redacted.withheld))
    output.line(`  ${reason.padEnd(20)} ${count}`)
  const unread = redacted.texts.filter((text) => !text.isAccepted).length
  if (unread > 0)
    output.line(
      `Note: ${unread} texts were left out; read them with --dry-run --json and name them with --accept-text.`,
    )
  for (const { claim, code } of redacted.overstated)
    output.line(
      `Warning: wording/${code}: the sentence of claim ${claim.slice(0, 10)} says more than its status; the careful form is printed.`,
    )
  for (const [where, words] of [
    ['title', redacted.titleOverstates],
    ['introduction', redacted.introductionOverstates],
  ] as const)
    for (const word of words)
      output.line(
        `Warning: wording/${where}: “${word}” in the ${where} speaks of proof; not every claim is established.`,
      )
  for (const line of disclosureLines(redacted.disclosure, verdict)) output.line(line)
  for (const { rule, rows } of dryRun ? verdict.refusals : [])
    output.line(`Would be refused: ${rule}, ${rows} incidents`)
}
