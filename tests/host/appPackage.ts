import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { startArguments } from './commandLine.ts'

// Where the application is and what its package.json says.

interface AppPackage {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly main: string
}

/** The nearest package.json at or above the application's path; Electron's defaults when there is none. */
function readAppPackage(): AppPackage {
  const start = path.resolve(startArguments.entry)
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json')
    if (existsSync(file)) {
      const { name, productName, version, main } = JSON.parse(readFileSync(file, 'utf8'))
      return {
        folder,
        name: String(productName ?? name ?? 'Electron'),
        version: String(version ?? '0.0.0'),
        main: path.resolve(folder, String(main ?? 'index.js')),
      }
    }
    if (folder === path.dirname(folder)) {
      return { folder: path.dirname(start), name: 'Electron', version: '0.0.0', main: start }
    }
  }
}

export const appPackage = readAppPackage()

/** The version of Electron whose types this stand-in follows; read from its package, never by loading it. */
export function electronVersion(): string {
  const file = createRequire(import.meta.url).resolve('electron/package.json')
  return String(JSON.parse(readFileSync(file, 'utf8')).version)
}
