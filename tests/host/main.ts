import { existsSync, statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { startArguments } from './commandLine.ts'

// Runs the built application without Electron (see electron.sh), in the order of Electron's own start: the module
// `electron` is there, the main module is evaluated, and only then does anything become ready.

const standInUrl = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/(main|common))?$/.test(specifier)) {
      return { url: standInUrl, format: 'module-typescript', shortCircuit: true }
    }
    return next(specifier, context)
  },
})

const { appPackage } = await import('./appPackage.ts')
const given = path.resolve(startArguments.entry)
const entry = existsSync(given) && statSync(given).isDirectory() ? appPackage.main : given
process.argv = [process.execPath, entry, ...startArguments.appArguments]

const { appCodeLoaded } = await import('./app.ts')
await import('./electron.ts')
await import(pathToFileURL(entry).href)
appCodeLoaded()
