/** Power cut before every call, every outcome that the disk allows: the old file or the new one, never neither. */
import { expect, test } from 'vitest'
import { createDurably, replaceDurably } from '../../src/vault/durableFile.ts'
import type { FileOps } from '../../src/vault/fileOps.ts'
import { PowerCut, PowerCutDisk } from './powerCutDisk.ts'

const PATH = '/logs/log.daybook'
const nothing = async () => {}

/** Runs `work` until the power goes, for every moment; returns what was found wrong. */
async function findLosses(
  prepare: (disk: PowerCutDisk) => void,
  work: (ops: FileOps) => Promise<unknown>,
  allowed: { readonly before: readonly (string | undefined)[]; readonly after: string },
  lie: 'none' | 'file' | 'folder' = 'none',
): Promise<{ readonly losses: readonly string[]; readonly cuts: number }> {
  const losses: string[] = []
  for (let cutAt = 0; ; cutAt += 1) {
    const disk = new PowerCutDisk(cutAt)
    prepare(disk)
    let acknowledged = true
    try {
      await work(disk.ops(lie))
    } catch (thrown) {
      if (!(thrown instanceof PowerCut)) throw thrown
      acknowledged = false
    }
    for (const survivors of disk.outcomes()) {
      const content = survivors.get(PATH)?.toString()
      const fine = content === allowed.after || (!acknowledged && allowed.before.includes(content))
      if (!fine) losses.push(`cut before call ${cutAt}, acknowledged ${acknowledged}: ${content}`)
    }
    if (acknowledged) return { losses, cuts: cutAt }
  }
}

const replaceOld = (ops: FileOps) => replaceDurably(ops, PATH, Buffer.from('new content'), nothing)
const putOld = (disk: PowerCutDisk) => {
  disk.put(PATH, 'old')
  disk.put(`${PATH}.bak`, 'older')
}

test('replacing a file', async () => {
  const { losses, cuts } = await findLosses(putOld, replaceOld, { before: ['old'], after: 'new content' })
  expect(losses).toEqual([])
  expect(cuts).toBeGreaterThan(5)
})

test('creating a file', async () => {
  const create = (ops: FileOps) => createDurably(ops, PATH, Buffer.from('new content'))
  const { losses } = await findLosses(() => {}, create, { before: [undefined], after: 'new content' })
  expect(losses).toEqual([])
})

test.each(['file', 'folder'] as const)('a forgotten sync of the %s is found', async (lie) => {
  const { losses } = await findLosses(putOld, replaceOld, { before: ['old'], after: 'new content' }, lie)
  expect(losses.length).toBeGreaterThan(0)
})
