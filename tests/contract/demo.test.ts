/** What the worked example answers on the command line, in each language it is written in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_LANGUAGES } from '../../src/interchange/demoLog.ts'
import { type CliFolder, createCliFolder, jsonLines } from '../support/cli.ts'

const PRISONS = 'c73vx5kankds719a07e3'
const CAMPS = '3530kfnnbj9ax4f7f643'
const NOVELTY = 'w2dtvd7xy28k561asffq'
const ONE_ROOT = 'pskmrz7nammhbfwvnd09'
const SIX_DEAD = 'k4w7mx2qd9tz5b8hfn3c'
const A_VAULT_MADE_ON_A_BUSY_MACHINE_MS = 60_000

let cli: CliFolder
beforeAll(async () => {
  cli = await createCliFolder()
})
afterAll(() => cli.remove())

describe.each(DEMO_LANGUAGES)('the worked example in %s', (language) => {
  const log = `${language}.daybook`
  const show = async (id: string) => {
    const run = await cli.daybook(['show', log, id, '--json'])
    expect(run.stderr).toBe('')
    return JSON.parse(run.stdout)
  }
  const statusesAsOf = async (day: string) => {
    const run = await cli.daybook(['list', log, 'claims', '--as-of', day, '--json'])
    return Object.fromEntries(jsonLines(run.stdout).map((claim) => [claim.id, claim.status]))
  }

  beforeAll(async () => {
    expect((await cli.daybook(['demo', log, '--lang', language])).code).toBe(0)
  }, A_VAULT_MADE_ON_A_BUSY_MACHINE_MS)

  it('refuses credibility 1 to what goes back to one root, and says so', async () => {
    const grade = ['--status', 'established', '--credibility', '1', '--when', '2019-06-01', '--reason', 'x']
    const run = await cli.daybook(['assess', log, ONE_ROOT, ...grade])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('claim/capped-one-root')
  })

  it('says where claims stood in 2017, and where in 2019', async () => {
    const [then, later] = [await statusesAsOf('2017-06-30'), await statusesAsOf('2019-06-30')]
    expect([then[PRISONS], later[PRISONS]]).toEqual(['appears-established', 'established'])
    expect([then[CAMPS], later[CAMPS]]).toEqual(['not-indicated', 'not-indicated'])
    expect(later[NOVELTY]).toBe('false')
  })

  it('counts articles that quote one statement as one root', async () => {
    const { computed } = await show(ONE_ROOT)
    expect(computed.forIt).toMatchObject({ independentRoots: 1, circular: [{ items: { length: 3 } }] })
    expect(computed.cap.whyNotHigher[0]).toMatchObject({ code: 'one-root', fields: { items: 3 } })
    expect((await show(PRISONS)).computed.forIt.independentRoots).toBeGreaterThanOrEqual(2)
  })

  it('shows what speaks against "this is new": incidents linked, and others found to be alike', async () => {
    const { about, status, computed } = await show(NOVELTY)
    expect(status).toBe('false')
    const incidents = jsonLines((await cli.daybook(['list', log, 'incidents', '--json'])).stdout)
    const when = new Map(incidents.map((incident) => [incident.id, String(incident.when)]))
    const earlier = (ids: readonly string[]) => ids.filter((id) => (when.get(id) ?? '9') < '2017')
    expect(earlier(about.map((each: { id: string }) => each.id)).length).toBeGreaterThanOrEqual(5)
    const found = computed.earlierIncidents.map((each: { incident: string }) => each.incident)
    expect(earlier(found).length).toBeGreaterThanOrEqual(2)
  })

  it('shows the label beside the neutral place type, and two counts that cannot both hold', async () => {
    const { about } = await show(CAMPS)
    const { computed, placeType } = await show(about[1].id)
    expect(computed.labels).toMatchObject([{ field: 'placeType', neutral: placeType, isUnresolved: true }])
    expect((await show(SIX_DEAD)).computed.contradictions).toMatchObject([{ field: 'counts.killed' }])
  })

  it('makes a brief of 2017 that says less than one of 2019', async () => {
    const claimsOf = async (day: string) => {
      const args = [
        'brief',
        log,
        '--profile',
        'public',
        '--as-of',
        day,
        '--seed',
        '1',
        '--json',
        `${language}-${day}.json`,
      ]
      const run = await cli.daybook(args)
      expect(run.code).toBe(0)
      return run.stdout
    }
    expect(await claimsOf('2017-06-30')).toContain('Warning: wording/no-hedge')
    expect(await claimsOf('2019-06-30')).not.toContain('Warning: wording/')
  })
})
