/** Who did what to whom, held against a naive count, and the chain of command as it is recorded. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActIncident, actLines } from '../../../src/core/acts/actLines.ts'
import { actorIncidents } from '../../../src/core/acts/actorIncidents.ts'
import { commandChain } from '../../../src/core/acts/commandChain.ts'

const incident = (id: string, fields: Partial<ActIncident> = {}): ActIncident => ({
  ...{ id, title: id, when: '2017', status: 'likely', acts: [], involvements: [] },
  ...fields,
})
const perpetrator = (who: string, degree?: string) => ({
  who,
  role: 'perpetrator',
  ...(degree === undefined ? {} : { degree }),
})

describe('the lines of acts', () => {
  it('say what an incident records, and name all of its perpetrators in each', () => {
    const { lines, ...counts } = actLines([
      incident('a', {
        acts: [{ act: 'torture', victim: 'v' }, { act: 'arrest' }],
        involvements: [
          perpetrator('u', 'gave-order'),
          { who: 'w', role: 'victim' },
          { who: 'v', role: 'victim' },
        ],
      }),
      incident('b', { involvements: [perpetrator('u')] }),
      incident('c', { involvements: [{ who: 'x', role: 'witness' }] }),
      incident('d', { acts: [{ act: 'arrest' }], mergedInto: 'a' }),
    ])
    expect(lines.map(({ incident: { id }, victim, act }) => [id, victim, act?.act ?? null])).toEqual([
      ['a', 'v', 'torture'],
      ['a', null, 'arrest'],
      ['a', 'w', null],
      ['b', null, null],
    ])
    for (const line of lines) expect(line.perpetrators.map(({ who }) => who)).toEqual(['u'])
    expect(lines[0]?.perpetrators).toEqual([{ who: 'u', degree: 'gave-order' }])
    expect(counts).toEqual({ acts: 2, incidents: 2, silent: 1, redirects: 1 })
  })

  it('leave out only what another of the incidents tells in its place', () => {
    const acts = [{ act: 'arrest' }]
    const told = (...incidents: readonly ActIncident[]) => {
      const { lines, redirects } = actLines(incidents)
      return [lines.map((line) => line.incident.id).join(), redirects]
    }
    const marked = { ...incident('b', { acts }), duplicateOf: 'a' }
    expect(told(incident('a'), marked)).toEqual(['b', 0])
    expect(told(incident('b', { acts, mergedInto: 'a' }))).toEqual(['b', 0])
    expect(told(incident('b', { acts, mergedInto: 'a' }), incident('a', { acts }))).toEqual(['a', 1])
    const circle = [incident('b', { acts, mergedInto: 'a' }), incident('a', { acts, mergedInto: 'b' })]
    expect(told(...circle)).toEqual(['a', 1])
  })

  const id = fc.constantFrom('p', 'q', 'r', 's')
  const anyIncident = fc.record({
    acts: fc.array(fc.record({ act: fc.constantFrom('x', 'y'), victim: fc.option(id, { nil: undefined }) }), {
      maxLength: 4,
    }),
    involvements: fc.array(
      fc.record({ who: id, role: fc.constantFrom('victim', 'perpetrator', 'witness') }),
      { maxLength: 4 },
    ),
    mergedInto: fc.option(fc.constant('other'), { nil: undefined, freq: 6 }),
  })
  it('are those of a naive count: every act once, every incident in one of the numbers', () => {
    fc.assert(
      fc.property(fc.array(anyIncident, { maxLength: 40 }), (made) => {
        const incidents = [incident('other'), ...made.map((fields, at) => incident(`i${at}`, fields))]
        const { lines, acts, incidents: shown, silent, redirects } = actLines(incidents)
        const own = incidents.filter(({ mergedInto }) => mergedInto === undefined)
        const naive = own.reduce((sum, each) => sum + each.acts.length, 0)
        expect(acts).toBe(naive)
        expect(lines.filter(({ act }) => act !== null)).toHaveLength(naive)
        expect(shown + silent + redirects).toBe(incidents.length)
        expect(new Set(lines.map((line) => line.incident.id)).size).toBe(shown)
        // Every victim that is recorded stands in a line of the incident.
        for (const each of own) {
          const victims = new Set([
            ...each.acts.flatMap(({ victim }) => victim ?? []),
            ...each.involvements.flatMap(({ who, role }) => (role === 'victim' ? [who] : [])),
          ])
          const told = lines.filter((line) => line.incident === each).flatMap(({ victim }) => victim ?? [])
          expect(new Set(told)).toEqual(victims)
        }
      }),
    )
  })
})

describe('the incidents of somebody', () => {
  it('are told with every role, once each, less those merged into another of them', () => {
    const { incidents, redirects } = actorIncidents(
      [
        incident('a', { acts: [{ act: 'x', victim: 'p' }], involvements: [perpetrator('p')] }),
        incident('b', { acts: [{ act: 'x', victim: 'p' }], involvements: [{ who: 'p', role: 'victim' }] }),
        incident('c', { involvements: [perpetrator('q')] }),
        incident('d', { involvements: [perpetrator('p')], mergedInto: 'a' }),
        // What it was merged into does not name them any more.
        incident('e', { involvements: [perpetrator('p')], mergedInto: 'c' }),
      ],
      'p',
    )
    expect(incidents.map((each) => [each.incident.id, each.roles.map(({ role }) => role)])).toEqual([
      ['a', ['victim', 'perpetrator']],
      ['b', ['victim']],
      ['e', ['perpetrator']],
    ])
    expect(redirects).toBe(1)
  })
})

describe('the chain of command', () => {
  const log = (parents: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(Object.entries(parents).map(([id, parent]) => [id, { id, parent }]))

  it('leads up to what is recorded and down through the parts', () => {
    const organisations = log({
      top: undefined,
      mid: 'top',
      unit: 'mid',
      a: 'unit',
      b: 'unit',
      a1: 'a',
      far: 'gone',
    })
    expect(commandChain(organisations, 'unit')).toEqual({
      above: ['mid', 'top'],
      below: [
        { id: 'a', depth: 1 },
        { id: 'a1', depth: 2 },
        { id: 'b', depth: 1 },
      ],
      isCircle: false,
    })
    expect(commandChain(organisations, 'far')).toEqual({ above: [], below: [], isCircle: false })
    expect(commandChain(organisations, 'constructor').above).toEqual([])
  })

  it('ends where the records run in a circle, and names nobody twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }), fc.nat(9), (parents, start) => {
        const organisations = log(Object.fromEntries(parents.map((parent, at) => [`o${at}`, `o${parent}`])))
        const { above, below, isCircle } = commandChain(organisations, `o${start}`)
        const named = [`o${start}`, ...above, ...below.map(({ id }) => id)]
        expect(new Set(named).size).toBe(named.length)
        // Everything here has a parent, so that every way up ends in a circle.
        expect(isCircle).toBe(true)
      }),
    )
  })
})
