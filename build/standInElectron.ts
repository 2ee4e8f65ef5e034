// A folder that looks like an unpacked Electron for Linux: enough for electron-builder to pack against, so that
// what it puts in and how it sets the fuses can be checked where Electron's binary is not.

import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { WANTED_FUSES } from './fuseRules.ts'

/** Marks the fuse wire inside an executable (@electron/fuses, constants.js). */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_WIRE_VERSION = 1

const LOCALES = ['am', 'ar', 'de', 'en-GB', 'en-US', 'es', 'es-419', 'fr', 'he', 'ru', 'uk', 'zh-CN']

const PLAIN_FILES = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_100_percent.pak',
  'chrome_crashpad_handler',
  'icudtl.dat',
  'libffmpeg.so',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
]

/**
 * An executable's worth of bytes around a fuse wire in which every fuse that we set stands the wrong way round, so
 * that a fuse left alone is seen. The last one, which electron-builder cannot name, stands as Electron ships it.
 */
export function standInExecutable(): Uint8Array {
  const wire = WANTED_FUSES.map(({ name, wanted }) =>
    (name === 'WasmTrapHandlers') === (wanted === 'on') ? '1' : '0',
  ).join('')
  return Buffer.concat([
    Buffer.alloc(4096),
    Buffer.from(FUSE_SENTINEL, 'latin1'),
    Buffer.of(FUSE_WIRE_VERSION, WANTED_FUSES.length),
    Buffer.from(wire, 'latin1'),
    Buffer.alloc(4096),
  ])
}

/**
 * Writes the stand-in. Its `resources` is empty: electron-builder deletes `default_app.asar` only from an Electron
 * it downloaded itself, so a stand-in with one would test something that a release never does.
 * @param folder an empty or absent folder
 * @param version the Electron version it pretends to be
 */
export async function writeStandInElectron(folder: string, version: string): Promise<void> {
  await mkdir(path.join(folder, 'locales'), { recursive: true })
  await mkdir(path.join(folder, 'resources'), { recursive: true })
  await Promise.all([
    writeFile(path.join(folder, 'electron'), standInExecutable(), { mode: 0o755 }),
    writeFile(path.join(folder, 'version'), version),
    ...PLAIN_FILES.map((name) => writeFile(path.join(folder, name), 'stand-in')),
    ...LOCALES.map((locale) => writeFile(path.join(folder, 'locales', `${locale}.pak`), 'stand-in')),
  ])
}
