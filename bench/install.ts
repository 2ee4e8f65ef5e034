/**
 * `npm run bench -- install`: compiles the rivals for the Node that runs this, from their source in the registry.
 *
 * Their headers must be those of this very Node (another major has another ABI), so they are taken from the package
 * that ships its binary; npm's own `nodedir` setting may point at a different Node and is overridden.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const BENCH = import.meta.dirname
const PLATFORM = process.platform === 'win32' ? 'win' : process.platform
const NODE_PACKAGE = `${PLATFORM === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${PLATFORM}-${process.arch}`
// Where the root's own install leaves that package, when npm has not pruned it.
const ROOT_NODE = path.join(BENCH, '../node_modules/node/node_modules', NODE_PACKAGE)

/** Installs and compiles the rivals into bench/node_modules. Returns npm's exit code; needs a C++ compiler and Python. */
export function installRivals(): number {
  if (hasHeaders(ROOT_NODE)) return compile(ROOT_NODE)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-bench-headers-'))
  try {
    const name = `${NODE_PACKAGE}@${process.versions.node}`
    const fetched = runNpm(['install', '--no-save', '--ignore-scripts', '--prefix', folder, name], folder, {})
    const headers = path.join(folder, 'node_modules', NODE_PACKAGE)
    if (fetched !== 0 || !hasHeaders(headers)) {
      process.stderr.write(`bench: no headers of Node ${process.versions.node} in ${name}\n`)
      return 1
    }
    return compile(headers)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const hasHeaders = (nodeDir: string): boolean =>
  fs.existsSync(path.join(nodeDir, 'include/node/node_version.h'))

function compile(nodeDir: string): number {
  // build_from_source: no prebuilt binary is looked for outside the registry.
  return runNpm(['ci'], BENCH, { npm_config_nodedir: nodeDir, npm_config_build_from_source: 'true' })
}

function runNpm(args: readonly string[], cwd: string, extra: Readonly<Record<string, string>>): number {
  // The compiler asks the first `node` on the path which ABI to build for.
  const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`
  const env = { ...process.env, ...extra, PATH }
  const done = spawnSync('npm', [...args], {
    cwd,
    env,
    // What npm says is no part of the report.
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  })
  return done.status ?? 1
}
