/** `npm run types`: each layer by its own tsconfig, so that what a layer must not know does not compile; then the rest. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../..')
const LAYERS = ['core', 'shared', 'vault', 'brief', 'interchange', 'main', 'cli', 'preload', 'renderer']
const PROJECTS = [...LAYERS.map((layer) => `src/${layer}`), 'tsconfig.json']

const failed = PROJECTS.filter((project) => {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc')
  return (
    spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], { cwd: ROOT, stdio: 'inherit' }).status !==
    0
  )
})
for (const project of failed) process.stderr.write(`types: ${project} does not compile\n`)
process.exitCode = failed.length === 0 ? 0 : 1
