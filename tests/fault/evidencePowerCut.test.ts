/** The power goes at any moment while evidence is sealed or copied: what was acknowledged is there, and sound. */
import { expect, test } from 'vitest'
import { copyEvidence } from '../../src/vault/evidence/copyEvidence.ts'
import type { EvidenceDisk } from '../../src/vault/evidence/evidenceDisk.ts'
import type { EvidenceEntry } from '../../src/vault/evidence/evidenceEntry.ts'
import { findOrphans } from '../../src/vault/evidence/evidenceFolder.ts'
import { verifyEvidence } from '../../src/vault/evidence/openEvidence.ts'
import { sealEvidence } from '../../src/vault/evidence/sealEvidence.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import { CHUNK, contentOf, expectDone, FOLDER, sourceOf } from '../unit/vault/evidenceFixture.ts'
import { evidenceDiskOver, type ForgottenSync, forgetfulEvidenceDisk } from './evidenceDisks.ts'

const TRIALS = 200
const BACKUP = '/stick/log.daybook.evidence'
const LARGE = contentOf(CHUNK + 3000)
const SMALL = contentOf(700)
/** Printed with a failure, so that it can be run again. */
const SEED = Number(process.env.DAYBOOK_TEST_SEED ?? Date.now() % 2 ** 31)

interface Outcome {
  readonly acknowledged: number
  /** Of those, what is not there or not sound. */
  readonly lost: number
  readonly leftOver: number
}

async function cutOnce(trial: number, forgotten: ForgottenSync | null): Promise<Outcome> {
  const random = createRandom(SEED, trial)
  const disk = new PowerCutDisk(random, ['/logs', FOLDER])
  const through = (simulated: PowerCutDisk): EvidenceDisk => {
    const whole = evidenceDiskOver(simulated)
    return forgotten === null ? whole : forgetfulEvidenceDisk(whole, FOLDER, forgotten)
  }
  // Two files take 20 or 22 changes of the disk; beyond that the power goes when both are done.
  disk.cutAfter(1 + random.below(24))
  const acknowledged: EvidenceEntry[] = []
  for (const content of random.chance(0.5) ? [SMALL, LARGE] : [LARGE, SMALL]) {
    const sealed = await sealEvidence({ folder: FOLDER, source: sourceOf(content), disk: through(disk) })
    if (sealed.ok) acknowledged.push(sealed.value)
    else expect(sealed.error).toEqual({ code: 'disk/failed', errno: 'EIO' })
  }
  const after = evidenceDiskOver(disk.afterPowerCut())
  let lost = 0
  for (const entry of acknowledged) {
    if (!(await verifyEvidence({ folder: FOLDER, entry, disk: after })).ok) lost += 1
  }
  const namedInRecords = acknowledged.map(({ name }) => name)
  const { unnamed, unfinished, foreign } = expectDone(
    await findOrphans({ folder: FOLDER, namedInRecords, disk: after }),
  )
  expect(foreign).toEqual([])
  return { acknowledged: acknowledged.length, lost, leftOver: unnamed.length + unfinished.length }
}

async function cutOnceWhileCopying(trial: number, forgotten: ForgottenSync | null): Promise<Outcome> {
  const random = createRandom(SEED, trial)
  const disk = new PowerCutDisk(random, ['/logs', FOLDER, '/stick', BACKUP])
  const whole = evidenceDiskOver(disk)
  const entries: EvidenceEntry[] = []
  for (const content of [SMALL, LARGE]) {
    const source = sourceOf(content)
    entries.push(expectDone(await sealEvidence({ folder: FOLDER, source, disk: whole })))
  }
  disk.cutAfter(1 + random.below(15))
  const to = forgotten === null ? whole : forgetfulEvidenceDisk(whole, BACKUP, forgotten)
  const copied = await copyEvidence({ from: FOLDER, to: BACKUP, entries, disk: to })
  if (!copied.ok) expect(copied.error).toEqual({ code: 'disk/failed', errno: 'EIO' })
  else expect(copied.value.failed).toEqual([])
  const after = evidenceDiskOver(disk.afterPowerCut())
  let lost = 0
  for (const entry of entries) {
    expectDone(await verifyEvidence({ folder: FOLDER, entry, disk: after }))
    if (copied.ok && !(await verifyEvidence({ folder: BACKUP, entry, disk: after })).ok) lost += 1
  }
  return { acknowledged: copied.ok ? entries.length : 0, lost, leftOver: 0 }
}

async function cutOften(cut: typeof cutOnce, forgotten: ForgottenSync | null): Promise<Outcome> {
  const sum = { acknowledged: 0, lost: 0, leftOver: 0 }
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const outcome = await cut(trial, forgotten)
    sum.acknowledged += outcome.acknowledged
    sum.lost += outcome.lost
    sum.leftOver += outcome.leftOver
    // A planted bug needs to be seen once.
    if (forgotten !== null && outcome.lost > 0) break
  }
  return sum
}

test(`${TRIALS} power cuts lose nothing that was acknowledged, and what they leave over is found`, async () => {
  const { acknowledged, lost, leftOver } = await cutOften(cutOnce, null)
  expect(lost, `seed ${SEED}`).toBe(0)
  // Or the trials cut nothing, or always before anything was done.
  expect(acknowledged).toBeGreaterThan(TRIALS / 4)
  expect(acknowledged).toBeLessThan(TRIALS * 2)
  expect(leftOver).toBeGreaterThan(0)
})

test(`${TRIALS} power cuts lose nothing of a copy that was acknowledged, and nothing of the original`, async () => {
  const { acknowledged, lost } = await cutOften(cutOnceWhileCopying, null)
  expect(lost, `seed ${SEED}`).toBe(0)
  expect(acknowledged).toBeGreaterThan(0)
  expect(acknowledged).toBeLessThan(TRIALS * 2)
})

test.each<ForgottenSync>(['file', 'folder', 'folder-above'])(
  'a forgotten sync of the %s is caught',
  async (forgotten) => {
    expect((await cutOften(cutOnce, forgotten)).lost, `sealing, seed ${SEED}`).toBeGreaterThan(0)
    expect((await cutOften(cutOnceWhileCopying, forgotten)).lost, `copying, seed ${SEED}`).toBeGreaterThan(0)
  },
)
