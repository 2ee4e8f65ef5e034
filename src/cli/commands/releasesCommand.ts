/**
 * `releases LOG`: the ledger of what left, and with `--affected` the briefs that rest on something that holds no more,
 * with what to tell whom. `recall` and `supersede` say what becomes of one.
 */
import type { Log } from '../../core/log.ts'
import type { Release } from '../../core/release.ts'
import { affectedReleases, type ReleaseChange } from '../../core/releases/affectedReleases.ts'
import { recallRelease, supersedeRelease } from '../../core/releases/changeRelease.ts'
import { tellWhom } from '../../core/releases/tellWhom.ts'
import { releaseMessage } from '../../shared/releases/releaseMessage.ts'
import { nowInstant, parseDay, today } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import { findOrganisation } from '../findOrganisation.ts'
import type { Invocation } from '../invocation.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import type { Output } from '../output.ts'
import { findRecord } from '../recordLines.ts'
import { saveChange, withLog } from '../vault.ts'

const text = { type: 'string' } as const

export const releasesCommand: Command = {
  spec: { positionals: ['LOG'], options: { affected: { type: 'boolean' }, 'as-of': text } },
  run: async (invocation, output) => {
    const day = parseDay('as-of', invocation.text('as-of')) ?? today()
    await withLog(invocation, 'read', async ({ data }) => {
      const changes = new Map(affectedReleases(data, day).map((each) => [each.id, each.changes]))
      const releases = Object.values(data.releases)
        .sort((a, b) => Number(a.at < b.at) - Number(a.at > b.at))
        .filter(({ id }) => !invocation.flag('affected') || changes.has(id))
      if (invocation.flag('json'))
        return output.document(releases.map((each) => shown(each, changes.get(each.id) ?? [], data)))
      if (releases.length === 0)
        output.line(invocation.flag('affected') ? 'No brief is affected.' : 'No brief has left this log yet.')
      for (const each of releases) printRelease(each, changes.get(each.id) ?? [], data, output)
    })
  },
}

export const recallCommand: Command = {
  spec: {
    positionals: ['LOG', 'RELEASE'],
    options: {
      ...LOCK_OPTION,
      reason: text,
      on: text,
      tell: text,
      'tell-others': text,
      'take-back': { type: 'boolean' },
    },
  },
  run: async (invocation, output) => {
    const on = parseDay('on', invocation.text('on')) ?? today()
    const reason = invocation.flag('take-back') ? '' : invocation.requiredText('reason')
    await change(invocation, output, (log, id) => {
      const tell = listOf(invocation.text('tell')).map((name) => findOrganisation(log, name).id)
      const tellOthers = invocation.text('tell-others')
      const others = tellOthers === undefined ? {} : { tellOthers }
      return recallRelease(
        log,
        id,
        invocation.flag('take-back') ? null : { on, reason, tell, ...others },
        nowInstant(),
      )
    })
  },
}

export const supersedeCommand: Command = {
  spec: {
    positionals: ['LOG', 'RELEASE', 'LATER?'],
    options: { ...LOCK_OPTION, 'take-back': { type: 'boolean' } },
  },
  run: async (invocation, output) => {
    const later = invocation.optionalPositional('LATER')
    if ((later === undefined) !== invocation.flag('take-back'))
      throw usage('cli/argument-missing', 'Name the later release, or say --take-back.')
    await change(invocation, output, (log, id) => {
      const laterId = later === undefined ? null : findRecord(log, later, ['releases']).record.id
      return supersedeRelease(log, id, laterId, nowInstant())
    })
  },
}

async function change(
  invocation: Invocation,
  output: Output,
  build: (log: Log, id: string) => ReturnType<typeof recallRelease>,
): Promise<void> {
  await withLog(invocation, 'write', async (session) => {
    const { id } = findRecord(session.data, invocation.positional('RELEASE'), ['releases']).record
    const built = build(session.data, id)
    if (!built.ok) throw new CliFailure(EXIT.refused, built.error.code, 'Nothing was changed.')
    await saveChange(session, built.value, { what: 'edited' })
    const release = session.data.releases[id]
    if (release === undefined) return
    if (invocation.flag('json')) output.document(shown(release, [], session.data))
    else printRelease(release, [], session.data, output)
  })
}

const listOf = (names: string | undefined): string[] =>
  (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The entry without its seed and without the records behind it, which are for whoever opens the log. */
function shown(release: Release, changes: readonly ReleaseChange[], log: Log) {
  const { seed: _seed, series, shown: _shown, records, ...entry } = release
  const codes = changes.map(({ code }) => code)
  return {
    ...entry,
    ...(series === undefined ? {} : { series: series.name }),
    records: records.length,
    changes,
    tell: tellWhom(release, log),
    message: asksSomething(release, changes) ? releaseMessage(release, codes) : null,
  }
}

const asksSomething = ({ recall, supersededBy }: Release, changes: readonly ReleaseChange[]): boolean =>
  changes.length > 0 || recall !== undefined || supersededBy !== undefined

function printRelease(release: Release, changes: readonly ReleaseChange[], log: Log, output: Output): void {
  const { id, at, profile, title, records, files, recall, supersededBy } = release
  output.line(`${id.slice(0, 10)}  ${at.slice(0, 10)}  ${profile}  ${title}`)
  output.line(
    `  ${records.length} records; ${files.map(({ form, sha256 }) => `${form} ${sha256}`).join(', ')}`,
  )
  const names = tellWhom(release, log).map(({ name }) => name)
  if (names.length > 0) output.line(`  with: ${names.join(', ')}`)
  if (recall !== undefined) output.line(`  recalled as of ${recall.on}: ${recall.reason}`)
  if (supersededBy !== undefined) output.line(`  superseded by ${supersededBy.slice(0, 10)}`)
  for (const { code, kind, id: record, since, to } of changes)
    output.line(
      `  ${code}: ${kind ?? 'record'} ${record.slice(0, 10)}${to === null ? '' : `, now ${to}`}${since === null ? '' : `, since ${since}`}`,
    )
  if (!asksSomething(release, changes)) return
  output.line('  What to tell them:')
  const message = releaseMessage(
    release,
    changes.map(({ code }) => code),
  )
  for (const line of message.split('\n')) output.line(line === '' ? '' : `    ${line}`)
}
