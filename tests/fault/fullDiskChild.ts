/** `node fullDiskChild.ts FOLDER ELSEWHERE`: the story of a full disk, on a real one that is small. Prints a report. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tellFullDiskStory } from './fullDiskStory.ts'

const [, , folder = '', elsewhere = ''] = process.argv
const filler = join(folder, 'filler')
writeFileSync(filler, Buffer.alloc(300 * 1024))
const report = await tellFullDiskStory({
  ports: {
    policy: { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: 1, reserveBytes: 64 * 1024 },
  },
  folder,
  elsewhere,
  free: () => rmSync(filler),
  list: () => readdirSync(folder),
})
console.log(JSON.stringify(report))
