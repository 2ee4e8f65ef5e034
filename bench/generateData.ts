/** Makes up the log that all engines are given, and the incidents to import. */
import fs from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { constants, zstdCompressSync } from 'node:zlib'
import { emptyLog } from '../src/core/log.ts'
import { makeIncident } from './incidents.ts'
import { dataPath, idsPath, importPath } from './phases/dataFiles.ts'

const LOG_SEED = 42
const IMPORT_SEED = 43
const IMPORT_COUNT = 10_000
const CREATED_AT = '2026-02-03T09:00:00Z'
const SAMPLE_BYTES = 256 * 1024

/** Writes a log of `n` incidents, their ids and the incidents to import into `folder`. Returns a sentence on them. */
export async function generateData(n: number, folder: string): Promise<string> {
  const { incidents: _, ...rest } = emptyLog(CREATED_AT)
  const fd = fs.openSync(dataPath(folder), 'wx')
  fs.writeSync(fd, `${JSON.stringify(rest).slice(0, -1)},"incidents":{`)
  const ids: string[] = []
  let text = ''
  for (let index = 0; index < n; index++) {
    const incident = makeIncident(LOG_SEED, index)
    ids.push(incident.id)
    text += `${index === 0 ? '' : ','}${JSON.stringify(incident.id)}:${JSON.stringify(incident)}`
    if (text.length < SAMPLE_BYTES && index < n - 1) continue
    fs.writeSync(fd, text)
    text = ''
    // So that a signal is heard in between.
    await nextTurn()
  }
  fs.writeSync(fd, '}}')
  fs.closeSync(fd)
  fs.writeFileSync(idsPath(folder), JSON.stringify(ids))
  const imported = Array.from({ length: IMPORT_COUNT }, (_each, index) =>
    makeIncident(IMPORT_SEED, n + index),
  )
  fs.writeFileSync(importPath(folder), JSON.stringify(imported))
  return describe(dataPath(folder), n)
}

/** How large the records are, and how well they compress in pieces of 256 KiB. */
function describe(file: string, n: number): string {
  const fd = fs.openSync(file, 'r')
  const piece = Buffer.alloc(SAMPLE_BYTES)
  let raw = 0
  let packed = 0
  for (;;) {
    const length = fs.readSync(fd, piece)
    if (length === 0) break
    const params = { [constants.ZSTD_c_compressionLevel]: 3 }
    packed += zstdCompressSync(piece.subarray(0, length), { params }).length
    raw += length
  }
  fs.closeSync(fd)
  const each = Math.round(raw / n).toLocaleString('en')
  return `${n.toLocaleString('en')} incidents of ${each} bytes of JSON; zstd level 3 makes them ${(raw / packed).toFixed(2)} times smaller`
}
