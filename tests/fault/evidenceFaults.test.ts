/** Every call of the disk fails in turn while evidence is sealed, read, removed, copied. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copyEvidence } from '../../src/vault/evidence/copyEvidence.ts'
import { evidenceFolder, findOrphans, removeEvidence } from '../../src/vault/evidence/evidenceFolder.ts'
import { openEvidence, verifyEvidence } from '../../src/vault/evidence/openEvidence.ts'
import { sealEvidence } from '../../src/vault/evidence/sealEvidence.ts'
import {
  CHUNK,
  contentOf,
  expectDone,
  readOut,
  sourceOf,
  temporaryFolder,
} from '../unit/vault/evidenceFixture.ts'
import { type EvidenceFault, faultyEvidenceDisk } from './evidenceDisks.ts'

const CONTENT = contentOf(2 * CHUNK + 100)
const CALLS_OF_SEALING = [
  ...['makeFolder', 'create', 'write', 'write', 'write', 'write', 'sync', 'close'],
  ...['rename', 'syncFolder', 'syncFolder'],
]
const DISK_ERRORS = { EIO: { code: 'disk/failed', errno: 'EIO' }, ENOSPC: { code: 'disk/full' } }

const newFolder = async () => evidenceFolder(join(await temporaryFolder(), 'log.daybook'))
const sealOn = (folder: string, fault: EvidenceFault | null) => {
  const disk = faultyEvidenceDisk(fault)
  return { disk, sealed: sealEvidence({ folder, source: sourceOf(CONTENT), disk }) }
}

const waysToFail = (['once', 'from-then-on'] as const).flatMap((lasting) =>
  (['EIO', 'ENOSPC'] as const).flatMap((errno) =>
    [false, true].map((afterwards) => ({ lasting, errno, afterwards })),
  ),
)

test('sealing makes the calls that are failed below, in this order', async () => {
  const { disk, sealed } = sealOn(await newFolder(), null)
  expectDone(await sealed)
  expect(disk.calls).toEqual(CALLS_OF_SEALING)
})

describe.each(waysToFail)('a disk that fails $lasting with $errno (afterwards: $afterwards)', (way) => {
  test.each(CALLS_OF_SEALING.map((name, at) => ({ name, at })))(
    'at call $at of sealing ($name) leaves nothing, hurts no other, and a retry works',
    async ({ name, at }) => {
      const folder = await newFolder()
      const kept = expectDone(await sealEvidence({ folder, source: sourceOf(CONTENT) }))
      const { disk, sealed } = sealOn(folder, { ...way, at })
      expect(await sealed).toEqual({ ok: false, error: DISK_ERRORS[way.errno] })
      expect(disk.failed[0]).toBe(name)

      const namedInRecords = [kept.name]
      const orphans = expectDone(await findOrphans({ folder, namedInRecords }))
      // A disk that refuses everything refuses to clean up, too; what then stays is found.
      const left = way.lasting === 'once' || way.afterwards ? 0 : 1
      expect(orphans.unnamed.length + orphans.unfinished.length).toBeLessThanOrEqual(left)
      expect({ missing: orphans.missing, foreign: orphans.foreign }).toEqual({ missing: [], foreign: [] })
      expectDone(await verifyEvidence({ folder, entry: kept }))

      const again = expectDone(await sealEvidence({ folder, source: sourceOf(CONTENT) }))
      expectDone(await verifyEvidence({ folder, entry: again }))
    },
  )

  test('at any call of reading says so, and hands out nothing that is not genuine', async () => {
    const folder = await newFolder()
    const entry = expectDone(await sealEvidence({ folder, source: sourceOf(CONTENT) }))
    const sound = faultyEvidenceDisk(null)
    expect((await readOut(openEvidence({ folder, entry, disk: sound }))).error).toBeNull()
    for (const [at, name] of sound.calls.entries()) {
      const disk = faultyEvidenceDisk({ ...way, at })
      const { bytes, error } = await readOut(openEvidence({ folder, entry, disk }))
      expect(error, name).toEqual(name === 'close' ? null : { code: 'evidence/unreadable', errno: way.errno })
      expect(bytes.equals(CONTENT.subarray(0, bytes.length))).toBe(true)
    }
    expect(sound.calls).toEqual(['open', 'read', 'length', 'read', 'read', 'read', 'read', 'close'])
  })

  test('at any call of removing is told', async () => {
    for (const at of [0, 1]) {
      const folder = await newFolder()
      const { name } = expectDone(await sealEvidence({ folder, source: sourceOf(CONTENT) }))
      const disk = faultyEvidenceDisk({ ...way, at })
      expect(await removeEvidence({ folder, name, disk })).toEqual({
        ok: false,
        error: DISK_ERRORS[way.errno],
      })
      expectDone(await removeEvidence({ folder, name }))
      expect(await readdir(folder)).toEqual([])
    }
  })

  test('at any call of copying says what is not there, and a second try makes up for it', async () => {
    const from = await newFolder()
    const entries = [
      expectDone(await sealEvidence({ folder: from, source: sourceOf(CONTENT) })),
      expectDone(await sealEvidence({ folder: from, source: sourceOf(contentOf(10)) })),
    ]
    const names = entries.map(({ name }) => name)
    const sound = faultyEvidenceDisk(null)
    const all = { sound: names, failed: [] }
    expect(expectDone(await copyEvidence({ from, to: await newFolder(), entries, disk: sound }))).toEqual(all)
    for (const at of sound.calls.keys()) {
      const to = await newFolder()
      const copied = await copyEvidence({ from, to, entries, disk: faultyEvidenceDisk({ ...way, at }) })
      // Whatever it claims to have copied is there and sound.
      for (const entry of entries) {
        if (!copied.ok || !copied.value.sound.includes(entry.name)) continue
        expectDone(await verifyEvidence({ folder: to, entry }))
      }
      if (copied.ok) expect(copied.value.sound.length + copied.value.failed.length).toBe(entries.length)
      expect(expectDone(await copyEvidence({ from, to, entries }))).toEqual(all)
      for (const entry of entries) expectDone(await verifyEvidence({ folder: from, entry }))
    }
  })
})
