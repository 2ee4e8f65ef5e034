/** The disks of the trials themselves: a trial proves nothing on a disk that forgets too little, or too much. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { realDisk } from '../../src/vault/disk.ts'
import { faultyDisk } from '../support/vault/faultyDisk.ts'
import { forgetfulDisk } from '../support/vault/forgetfulDisk.ts'
import { PowerCut, PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'

const FOLDER = '/logs'
const PATH = '/logs/a'
const OLD = Buffer.alloc(1536, 'o')
const NEW = Buffer.alloc(1536, 'n')

function newDisk(seed: number): PowerCutDisk {
  return new PowerCutDisk(createRandom(seed), [FOLDER])
}

/** What may be at `path` after `work` and a power cut, over many seeds; '-' for no file. */
function outcomes(work: (disk: PowerCutDisk) => void, path = PATH, seeds = 400): ReadonlySet<string> {
  const found = new Set<string>()
  for (let seed = 0; seed < seeds; seed += 1) {
    const disk = newDisk(seed)
    disk.put(PATH, OLD)
    work(disk)
    found.add(disk.afterPowerCut().contentOf(path)?.toString('latin1') ?? '-')
  }
  return found
}

/** The first letter of each sector. */
const sectors = (contents: ReadonlySet<string>) =>
  new Set([...contents].map((text) => [0, 512, 1024].map((at) => text[at] ?? '-').join('')))

describe('content', () => {
  test('unsynced sectors survive in any combination', () => {
    const found = outcomes((disk) => disk.open(PATH, 'write').write(0, NEW))
    expect([...sectors(found)].sort()).toEqual(['nnn', 'nno', 'non', 'noo', 'onn', 'ono', 'oon', 'ooo'])
  })

  test('a sector never has a later change without an earlier one', () => {
    const found = outcomes((disk) => {
      const file = disk.open(PATH, 'write')
      file.write(0, Buffer.from('1'))
      file.write(1, Buffer.from('2'))
    })
    expect([...found].map((text) => text.slice(0, 2)).sort()).toEqual(['12', '1o', 'oo'])
  })

  test('what was synced stays, and only that', () => {
    const found = outcomes((disk) => {
      const file = disk.open(PATH, 'write')
      file.write(0, NEW)
      file.sync()
      file.write(0, Buffer.from('x'))
    })
    expect([...sectors(found)].sort()).toEqual(['nnn', 'xnn'])
  })

  test('an append may have grown the file without its data, with rubbish or with what was cut off there', () => {
    const found = outcomes((disk) => {
      const file = disk.open(PATH, 'write')
      file.truncate(512)
      file.sync()
      file.write(512, NEW.subarray(0, 512))
    })
    const tails = new Set([...found].map((text) => text.slice(512, 522)))
    for (const tail of ['', 'nnnnnnnnnn', '\0'.repeat(10), 'oooooooooo']) expect(tails).toContain(tail)
    expect(tails.size).toBeGreaterThan(4)
  })

  test('a truncation has happened or not', () => {
    const found = outcomes((disk) => disk.open(PATH, 'write').truncate(1))
    expect([...found].map((text) => text.length).sort()).toEqual([1, OLD.length])
  })

  test('a sync in the background covers what was written before it was called', async () => {
    const found = new Set<string>()
    for (let seed = 0; seed < 100; seed += 1) {
      const disk = newDisk(seed)
      disk.put(PATH, OLD)
      const file = disk.open(PATH, 'write')
      file.write(0, Buffer.from('1'))
      const synced = file.syncInBackground()
      file.write(1024, Buffer.from('2'))
      await synced
      found.add(disk.afterPowerCut().contentOf(PATH)?.toString('latin1') ?? '-')
    }
    expect([...sectors(found)].sort()).toEqual(['1o2', '1oo'])
  })
})

describe('names', () => {
  test('survive in any combination', () => {
    const work = (disk: PowerCutDisk) => {
      disk.rename(PATH, `${FOLDER}/b`)
      disk.link(`${FOLDER}/b`, `${FOLDER}/c`)
    }
    const found = new Set<string>()
    for (let seed = 0; seed < 100; seed += 1) {
      const disk = newDisk(seed)
      disk.put(PATH, OLD)
      work(disk)
      found.add(disk.afterPowerCut().paths.join())
    }
    expect([...found].sort()).toEqual(['/logs/a', '/logs/a,/logs/c', '/logs/b', '/logs/b,/logs/c'])
  })

  test('a later name of a file may arrive without the earlier one', () => {
    const temporary = `${FOLDER}/b`
    const found = outcomes((disk) => {
      const file = disk.open(temporary, 'create')
      file.write(0, NEW)
      file.sync()
      disk.rename(temporary, PATH)
    })
    expect(found).toEqual(new Set([OLD.toString(), NEW.toString()]))
  })

  test('renaming one name of a file over another one does nothing', () => {
    const found = outcomes((disk) => {
      disk.link(PATH, `${FOLDER}/b`)
      disk.rename(`${FOLDER}/b`, PATH)
      expect(disk.paths).toEqual([PATH, `${FOLDER}/b`])
    }, `${FOLDER}/b`)
    expect(found).toEqual(new Set(['-', OLD.toString()]))
  })

  test('stay once the folder was synced; content does not follow from that', () => {
    const found = outcomes((disk) => {
      disk.open(`${FOLDER}/b`, 'create').write(0, NEW)
      disk.rename(`${FOLDER}/b`, PATH)
      disk.syncFolder(FOLDER)
    })
    expect(found).not.toContain('-')
    expect(found).toContain('')
  })

  test('a name is not synced by syncing the file', () => {
    const path = `${FOLDER}/b`
    const found = outcomes((disk) => {
      const file = disk.open(path, 'create')
      file.write(0, NEW)
      file.sync()
    }, path)
    expect(found).toEqual(new Set(['-', NEW.toString()]))
  })
})

describe('the moment of the cut', () => {
  test('is the chosen call; every call after it fails, also on open files', () => {
    const disk = newDisk(1)
    disk.put(PATH, OLD)
    const file = disk.open(PATH, 'write')
    disk.cutAfter(2)
    file.write(0, NEW)
    expect(() => file.sync()).toThrow(PowerCut)
    for (const call of [
      () => file.read(0, 1),
      () => file.stamp(),
      () => file.close(),
      () => disk.open(PATH, 'read'),
      () => disk.stamp(PATH),
      () => disk.list(FOLDER),
      () => disk.syncFolder(FOLDER),
    ]) {
      expect(call).toThrow(PowerCut)
    }
    expect(disk.afterPowerCut().open(PATH, 'read').stamp().size).toBe(1536)
  })
})

test('a killed process leaves everything to the next one, and nothing of it is certain', () => {
  const found = outcomes((disk) => {
    disk.open(PATH, 'write').write(0, NEW)
    const next = disk.afterProcessDeath()
    expect(next.contentOf(PATH)).toEqual(NEW)
    expect(() => disk.list(FOLDER)).toThrow(PowerCut)
    next.open(PATH, 'write').write(0, Buffer.alloc(1, 'x'))
  })
  for (const content of ['ooo', 'nnn', 'xoo', 'xnn']) expect(sectors(found)).toContain(content)
})

test.each(['file', 'folder'] as const)('a forgotten sync of the %s loses data', (forgotten) => {
  const replace = (disk: PowerCutDisk) => {
    const forgetful = forgetfulDisk(disk, forgotten)
    const file = forgetful.open(`${FOLDER}/b`, 'create')
    file.write(0, NEW)
    file.sync()
    forgetful.rename(`${FOLDER}/b`, PATH)
    forgetful.syncFolder(FOLDER)
  }
  expect([...outcomes(replace)].filter((text) => text !== NEW.toString())).not.toEqual([])
})

describe('a faulty disk', () => {
  async function realFile() {
    const folder = await mkdtemp(join(tmpdir(), 'daybook-disk-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const faulty = faultyDisk()
    const file = faulty.disk.open(join(folder, 'a'), 'create')
    onTestFinished(() => file.close())
    return { faulty, file, folder }
  }

  test('fails the chosen call once, with half of it written', async () => {
    const { faulty, file, folder } = await realFile()
    faulty.arm({ at: 1, lasting: 'once', errno: 'ENOSPC' })
    file.write(0, Buffer.from('ab'))
    expect(() => file.write(2, Buffer.from('cdef'))).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
    expect(realDisk.open(join(folder, 'a'), 'read').read(0, 9).toString()).toBe('abcd')
    file.write(4, Buffer.from('ef'))
    expect([faulty.calls, faulty.failed]).toEqual([['write', 'write', 'write'], ['write']])
  })

  test('fails for good, only where it was told to, and until it is disarmed', async () => {
    const { faulty, file } = await realFile()
    faulty.arm({ at: 0, lasting: 'from-then-on', errno: 'EIO', only: ['sync', 'syncInBackground'] })
    file.write(0, Buffer.from('a'))
    expect(() => file.sync()).toThrow(expect.objectContaining({ code: 'EIO' }))
    await expect(file.syncInBackground()).rejects.toMatchObject({ code: 'EIO' })
    faulty.disarm()
    file.sync()
  })
})
