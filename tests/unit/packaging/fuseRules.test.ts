import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from 'vitest'
import { compareFuses, WANTED_FUSES } from '../../../build/fuseRules.ts'
import { writeStandInElectron } from '../../../build/standInElectron.ts'

const RIGHT: readonly number[] = WANTED_FUSES.map(({ wanted }) => (wanted === 'on' ? 0x31 : 0x30))

test('the table names every fuse that the library knows, in the order of the wire', () => {
  const names = Object.entries(FuseV1Options).filter(([, position]) => typeof position === 'number')
  expect(WANTED_FUSES.map(({ name }, position) => [name, position])).toEqual(names)
})

test('a wire as wanted is right throughout', () => {
  expect(compareFuses(RIGHT).every(({ isRight }) => isRight)).toBe(true)
})

test.each(WANTED_FUSES.map(({ name }, position) => [name, position] as const))(
  'only %s is wrong when only it is flipped, removed, inherited or unreadable',
  (name, position) => {
    const flipped = RIGHT[position] === 0x31 ? 0x30 : 0x31
    for (const byte of [flipped, 0x72, 0x90, 0]) {
      const findings = compareFuses(RIGHT.with(position, byte))
      expect(findings.filter(({ isRight }) => !isRight).map((finding) => finding.name)).toEqual([name])
    }
  },
)

test('a short wire lacks fuses, and a longer one has fuses nobody decided on', () => {
  expect(compareFuses(RIGHT.slice(0, 8)).filter(({ isRight }) => !isRight)).toMatchObject([
    { name: 'WasmTrapHandlers', found: 'missing' },
  ])
  expect(compareFuses([...RIGHT, 0x30]).filter(({ isRight }) => !isRight)).toMatchObject([
    { name: 'undecided fuse 9', found: 'off' },
  ])
})

test('the stand-in holds every fuse we set the wrong way round', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-standin-'))
  try {
    await writeStandInElectron(folder, '1.2.3')
    const wire = await getCurrentFuseWire(path.join(folder, 'electron'))
    const bytes = WANTED_FUSES.map((_, position) =>
      Number(Object.entries(wire).find(([key]) => key === `${position}`)?.[1]),
    )
    expect(
      compareFuses(bytes)
        .filter(({ isRight }) => isRight)
        .map(({ name }) => name),
    ).toEqual(['WasmTrapHandlers'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
