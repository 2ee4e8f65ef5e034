import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

// Whether real Electron is here. Its module is never loaded to find out: loading it would start a download.

/** The folder with Electron's binary; undefined when the npm package has none yet. */
export function electronDist(): string | undefined {
  const folder = packageFolder()
  if (folder === undefined) return undefined
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist')
  return existsSync(path.join(dist, 'version')) ? dist : undefined
}

/** The path of Electron's executable; undefined when it is not here. */
export function electronExecutable(): string | undefined {
  const dist = electronDist()
  const folder = packageFolder()
  if (dist === undefined || folder === undefined) return undefined
  const nameFile = path.join(folder, 'path.txt')
  return existsSync(nameFile) ? path.join(dist, readFileSync(nameFile, 'utf8').trim()) : undefined
}

/**
 * Whether tests use real Electron: when it is here, unless DAYBOOK_SHELL=host. Throws when DAYBOOK_SHELL=electron
 * asks for it and it is not.
 */
export function usesRealElectron(): boolean {
  if (process.env.DAYBOOK_SHELL === 'host') return false
  const present = electronDist() !== undefined
  if (!present && process.env.DAYBOOK_SHELL === 'electron') {
    throw new Error('DAYBOOK_SHELL=electron, but Electron is not installed: run npx install-electron')
  }
  return present
}

function packageFolder(): string | undefined {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}
