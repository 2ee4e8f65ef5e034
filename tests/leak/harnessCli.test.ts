/**
 * A few pairs through the command line, as a colleague elsewhere would run it: another folder, another home, time zone
 * and locale. Files of records in, released files out.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coarsenText } from '../../src/cli/disclosureOptions.ts'
import { type AnyRecord, KINDS, TYPE_BY_KIND } from '../../src/core/records.ts'
import { PROFILES, type Profile } from '../../src/core/redaction/profile.ts'
import { type CliFolder, createCliFolder } from '../support/cli.ts'
import type { Side } from './harness/exportBrief.ts'
import { makePair, type Pair, sidesOf } from './harness/pair.ts'

const SEED = 1_848
/** Where each log is worked on. */
const PLACES = [
  { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'C' },
  { TZ: 'America/Los_Angeles', LANG: 'ru_RU.UTF-8', LC_ALL: 'en_US.UTF-8' },
] as const

const folders: CliFolder[] = []
beforeAll(async () => {
  for (const _place of PLACES) folders.push(await createCliFolder())
})
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

/**
 * The records form of a log, in its entry order. The ledger and keys are no part of it; what is in the bin comes as records that
 * stay behind, since links may lead there.
 */
function recordsForm({ log }: Side): string {
  const binned = Object.values(log.bin).map(({ kind, record }) => ({
    type: TYPE_BY_KIND[kind],
    ...record,
    confidentiality: 'RED',
  }))
  const lines = KINDS.flatMap((kind) =>
    Object.values<AnyRecord>(log[kind]).map((record) => ({ type: TYPE_BY_KIND[kind], ...record })),
  )
  const notTaken = [TYPE_BY_KIND.releases, TYPE_BY_KIND.keys, TYPE_BY_KIND.recipientKeys]
  const taken = [...lines, ...binned].filter(({ type }) => !notTaken.includes(type))
  return `${taken.map((line) => JSON.stringify(line)).join('\n')}\n`
}

async function released(
  cli: CliFolder,
  side: Side,
  name: string,
  more: readonly string[],
  place: (typeof PLACES)[number],
): Promise<{ readonly pdf: Buffer; readonly json: Buffer }> {
  const home = cli.at('home')
  await mkdir(home, { recursive: true })
  const env = { ...place, HOME: home, TMPDIR: home }
  const run = async (args: readonly string[]) => {
    const done = await cli.daybook(args, env)
    if (done.code !== 0) throw new Error(`${args[0]}: ${done.code} ${done.stderr}`)
    return done.stdout
  }
  await cli.write(`${name}.jsonl`, recordsForm(side))
  await run(['create', `${name}.daybook`])
  await run(['settings', `${name}.daybook`, '--sexuality-and-gender', 'on'])
  const said: unknown = JSON.parse(
    await run(['import', `${name}.daybook`, `${name}.jsonl`, '--format', 'records', '--json']),
  )
  expect(said).toMatchObject({ rejected: [] })
  await run(['brief', `${name}.daybook`, ...more, '--pdf', `${name}.pdf`, '--json', `${name}.json`])
  return { pdf: await readFile(cli.at(`${name}.pdf`)), json: await readFile(cli.at(`${name}.json`)) }
}

/** A small log of which no class is left out, or there would be little to compare. */
function pairWithSmallClasses(from: number, profile: Profile): Pair {
  for (let at = from; ; at += 1) {
    const pair = makePair(SEED, at, profile)
    if (pair.request.keepSmallClasses) return pair
  }
}

describe('pairs through the command line', () => {
  it.each(['public', 'partner'])(
    'give the same files in two places by the profile %s',
    async (name) => {
      const profile = PROFILES[name]
      if (profile === undefined) throw new Error(`no profile ${name}`)
      const pair = pairWithSmallClasses(name.length, profile)
      const { seed, asOf, language, title, coarsen, keepSmallClasses } = pair.request
      const options = [
        '--profile',
        name,
        '--seed',
        seed,
        '--as-of',
        asOf,
        '--lang',
        language,
        '--title',
        title,
        '--coarsen',
        coarsen === 'suggested' ? coarsen : coarsenText(coarsen),
        ...(keepSmallClasses ? ['--override-disclosure', 'the readers know these cases'] : []),
      ]
      // A file of records must hold what its records lead to, and the lists that an import asks for.
      const differences = pair.differences.filter(
        (each) => each.what !== 'extra' && !(each.what === 'length' && each.spot.kind === 'profiles'),
      )
      const sides = sidesOf({ ...pair, chosen: null, series: null, leaveOut: new Set() }, differences)
      const [one, two] = await Promise.all(
        sides.map(async (side, index) => {
          const [cli, place] = [folders[index], PLACES[index]]
          if (cli === undefined || place === undefined) throw new Error('no folder')
          return released(cli, side, index === 0 ? `log-${name}` : `журнал ${name}`, options, place)
        }),
      )
      expect(one?.json.length).toBeGreaterThan(2_000)
      expect(two?.json.equals(one?.json ?? Buffer.alloc(0))).toBe(true)
      expect(two?.pdf.equals(one?.pdf ?? Buffer.alloc(0))).toBe(true)
    },
    600_000,
  )
})
