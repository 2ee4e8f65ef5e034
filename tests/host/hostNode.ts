import { existsSync } from 'node:fs'
import path from 'node:path'

/** The Node that runs the host: the project's own, whichever Node runs the tests or npm. */
export function hostNode(): string {
  const own = path.resolve(import.meta.dirname, '../../node_modules/node/bin/node')
  return existsSync(own) ? own : process.execPath
}
