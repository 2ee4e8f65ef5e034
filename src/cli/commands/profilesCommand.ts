/**
 * `profiles LOG`: the shipped redaction profiles and the log's own. `--show NAME` prints one as JSON; `--add FILE` keeps
 * one of the user's own, as a copy of the shipped profile it names in `basedOn` with the rules that the file gives.
 */
import { z } from 'zod'
import { type Log, putRecord } from '../../core/log.ts'
import { completeRecord } from '../../core/records.ts'
import {
  checkProfile,
  findProfile,
  looserRules,
  type OwnProfile,
  ownProfileNamed,
  ownProfileSchema,
  profileOfRecord,
} from '../../core/redaction/ownProfile.ts'
import {
  type Profile,
  profileSchema,
  SHIPPED_NAMES,
  SHIPPED_PROFILES,
  withEveryField,
} from '../../core/redaction/profile.ts'
import { newId, nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import { type Output, textTable } from '../output.ts'
import { saveChange, withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'

const text = { type: 'string' } as const

export const profilesCommand: Command = {
  spec: { positionals: ['LOG'], options: { show: text, add: text, reason: text } },
  run: async (invocation, output) => {
    const file = invocation.text('add')
    const name = invocation.text('show')
    if (file !== undefined) {
      const given = await readGiven(invocation.path(file))
      await withLog(invocation, 'write', async (session) => {
        const record = recordOf(given, session.data, invocation.text('reason'))
        await saveChange(session, putRecord('profiles', record), { what: 'edited' })
        report(profileOfRecord(record), invocation.flag('json'), output)
      })
      return
    }
    await withLog(invocation, 'read', async ({ data }) => {
      if (name === undefined) list(data, invocation.flag('json'), output)
      else output.document(profileOf(data, name))
    })
  },
}

/** The profile of that name; throws a usage failure that names those there are. */
export function profileOf(log: Log, name: string): Profile {
  const profile = findProfile(log, name)
  if (profile !== undefined) return profile
  const names = [...SHIPPED_NAMES, ...Object.values(log.profiles).map((own) => own.name)]
  throw usage('cli/value-unknown', `Profiles of this log are: ${names.join(', ')}.`)
}

/** What every file must say; the rest is rules that are other than in the shipped profile. */
const givenSchema = z.looseObject({ name: profileSchema.shape.name, basedOn: z.enum(SHIPPED_NAMES) })
const objectSchema = z.record(z.string(), z.unknown())
type Given = z.infer<typeof givenSchema>

async function readGiven(file: string): Promise<Given> {
  const untrusted = parseJson(new TextDecoder().decode(await readInput(file)))
  const given = givenSchema.safeParse(untrusted)
  if (given.success) return given.data
  throw unreadable(given.error)
}

function unreadable(error: z.ZodError): CliFailure {
  const fields = error.issues.map((issue) => issue.path.join('.') || 'the whole file')
  return usage('profiles/unreadable', `The profile cannot be read: ${[...new Set(fields)].join(', ')}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A profile of that name is renewed, one version further. */
function recordOf(given: Given, log: Log, reason: string | undefined): OwnProfile {
  const base = SHIPPED_PROFILES[given.basedOn]
  const before = ownProfileNamed(log, given.name)
  const fields = Object.entries(base.fields).map(([kind, rules]) => [
    kind,
    over(rules, given, 'fields', kind),
  ])
  const untrusted = profileSchema.safeParse({
    ...base,
    ...given,
    version: before === undefined ? 1 : before.version + 1,
    precision: over(base.precision, given, 'precision'),
    disclosure: over(base.disclosure, given, 'disclosure'),
    fields: { ...over({}, given, 'fields'), ...Object.fromEntries(fields) },
    ...(reason === undefined ? {} : { reason }),
  })
  if (!untrusted.success) throw unreadable(untrusted.error)
  const profile = untrusted.data
  const checked = checkProfile(profile, log, before?.id ?? null)
  if (!checked.ok) throw refusal(checked.error.code, profile)
  const known = before === undefined ? {} : { ...before, updatedAt: nowInstant() }
  const stamp = { id: newId(), now: nowInstant() }
  return ownProfileSchema.parse(completeRecord({ ...known, ...withEveryField(profile) }, stamp))
}

/** The rules of the base, with those that stand at a place of the file laid over them. */
function over(base: Readonly<Record<string, unknown>>, given: Given, ...steps: string[]): object {
  const at = steps.reduce<unknown>((value, step) => objectSchema.safeParse(value).data?.[step], given)
  return { ...base, ...objectSchema.safeParse(at).data }
}

/** Why a profile may neither be kept nor used. */
export function refusal(code: string, profile: Profile): CliFailure {
  switch (code) {
    case 'profiles/name-taken':
      return usage(code, 'A shipped profile or another one of this log has that name.')
    case 'profiles/policy-unfit':
      return usage(code, 'A field cannot have the policy that the profile gives it.')
    default:
      return new CliFailure(
        EXIT.refused,
        code,
        'The profile is looser than the one it was copied from: say why with --reason.',
        looserRules(profile).map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
      )
  }
}

function report(profile: Profile, json: boolean, output: Output): void {
  const looser = looserRules(profile)
  if (json) output.document({ ...summary(profile), looser })
  else
    output.line(
      `Kept: ${profile.name}, version ${profile.version}, ${looser.length} rules looser than shipped.`,
    )
}

function list(log: Log, json: boolean, output: Output): void {
  const profiles = [
    ...SHIPPED_NAMES.map((name) => SHIPPED_PROFILES[name]),
    ...Object.values(log.profiles).map(profileOfRecord),
  ]
  if (json) {
    output.document(profiles.map((profile) => ({ ...summary(profile), looser: looserRules(profile) })))
    return
  }
  const rows = profiles.map((profile) => [
    profile.name,
    profile.basedOn === undefined ? 'shipped' : `own, from ${profile.basedOn}`,
    `version ${profile.version}`,
    profile.labels.join(' '),
    profile.basedOn === undefined ? '' : `${looserRules(profile).length} looser`,
  ])
  for (const line of textTable(rows)) output.line(line)
}

const summary = ({ name, version, basedOn, reason, labels, precision }: Profile) => ({
  name,
  version,
  basedOn: basedOn ?? null,
  reason: reason ?? null,
  labels,
  precision,
})
