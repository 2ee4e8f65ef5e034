// A disk that is full: the application is refused what it writes into the files of one folder, as by a full stick.
import type { RunningApp } from '../e2e/fixtures.ts'

/** From now on nothing can be written into the files that are in `folder` now; other folders are as before. */
export async function fillDisk(app: RunningApp, folder: string): Promise<void> {
  await app.evaluate((_electron, full) => {
    const fs = process.getBuiltinModule('node:fs')
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module')
    const inodes = new Set(fs.readdirSync(full).map((name) => fs.statSync(`${full}/${name}`).ino))
    const { writeSync } = fs
    fs.writeSync = (file: number, ...rest: unknown[]) => {
      if (inodes.has(fs.fstatSync(file).ino)) {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      }
      return Reflect.apply(writeSync, fs, [file, ...rest])
    }
    syncBuiltinESMExports()
  }, folder)
}
