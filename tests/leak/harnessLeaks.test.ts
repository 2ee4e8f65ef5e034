/**
 * The harness can fail: exporters that leak in ways in which exporters have leaked are each found within a few pairs,
 * and the pair that shows it is small.
 */
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/core/records.ts'
import { PROFILES } from '../../src/core/redaction/profile.ts'
import { compareForm, type MadePair, redactPair, smallestPair } from './harness/comparePair.ts'
import type { Exporter } from './harness/exportBrief.ts'
import { makePair, type Pair } from './harness/pair.ts'
import { PLANTED_LEAKS } from './harness/plantedLeaks.ts'

const SEED = 20_170_401
const MOST_PAIRS = 8
const made = new Map<number, { readonly pair: Pair; readonly made: MadePair }>()

/** The same pairs for every leak, made when they are asked for. */
function pairNumber(number: number): { readonly pair: Pair; readonly made: MadePair } {
  const known = made.get(number)
  if (known !== undefined) return known
  const profiles = Object.values(PROFILES)
  const profile = profiles[number % profiles.length]
  if (profile === undefined) throw new Error('no profiles')
  const pair = makePair(SEED, number, profile)
  const fresh = { pair, made: redactPair(pair) }
  made.set(number, fresh)
  return fresh
}

describe('a planted leak', () => {
  it.each(PLANTED_LEAKS.map((leak) => [leak.form, leak.name, leak] as const))(
    'in %s is found: %s',
    async (_form, _name, { exporter }) => {
      for (let number = 0; number < MOST_PAIRS; number += 1) {
        const { firstDifference } = await compareForm(pairNumber(number).made, exporter)
        if (firstDifference !== null) return
      }
      expect.fail(`not found in ${MOST_PAIRS} pairs`)
    },
  )

  it('is shown by the smallest pair: one field of one record', async () => {
    const exporter: Exporter = async ({ log }) => {
      const open = Object.values(log.persons).filter(({ confidentiality }) => confidentiality === 'CLEAR')
      return Buffer.from(String(open.reduce((sum, { realName }) => sum + (realName?.length ?? 0), 0)))
    }
    const { pair, differences } = await smallestPair(pairNumber(0).pair, exporter)
    expect(differences).toMatchObject([{ what: 'value', spot: { kind: 'persons' }, path: ['realName'] }])
    // The places of the log are kept: they say which names a brief may print.
    const others = KINDS.filter((kind) => kind !== 'places')
    expect(others.flatMap((kind) => Object.keys(pair.log[kind]))).toHaveLength(1)
  })
})
