// Packs the built app against a stand-in Electron and reads the result back: `npm run dist:check`.
//
// It needs `out/`, no network and no Electron, and leaves nothing behind. Exit code 0 when every file and every
// fuse is as packageRules.ts and fuseRules.ts say, 1 otherwise. What it cannot show: that the app starts, and that
// installers are made (both need Electron's binary).

import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { z } from 'zod'
import { compareFuses, type FuseFinding } from './fuseRules.ts'
import {
  findPackageProblems,
  findTextProblems,
  type PackageContents,
  type PackageProblem,
} from './packageRules.ts'
import { findSizeProblems, measureRenderer, sizeLine } from './rendererSize.ts'
import { writeStandInElectron } from './standInElectron.ts'

const PACK_TIMEOUT_MS = 120_000
const TEXT_FILE = /^(out\/.*\.(js|cjs|html|css)|package\.json)$/

const root = path.dirname(import.meta.dirname)

/** Version of the installed electron package; its main file is never loaded, since that starts a download. */
function electronVersion(): string {
  const require = createRequire(import.meta.url)
  const untrusted: unknown = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(untrusted).version
}

/** Runs electron-builder; returns the packed folder. Throws with its output when it fails. */
function pack(electronFolder: string, outputFolder: string): string {
  const cli = path.join(root, 'node_modules', 'electron-builder', 'cli.js')
  const settings = { electronDist: electronFolder, 'directories.output': outputFolder }
  const result = spawnSync(
    process.execPath,
    [
      cli,
      '--dir',
      '--linux',
      '--x64',
      ...Object.entries(settings).map(([key, value]) => `-c.${key}=${value}`),
    ],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: PACK_TIMEOUT_MS,
      env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    },
  )
  if (result.status !== 0) throw new Error(`electron-builder failed\n${result.stdout}\n${result.stderr}`)
  return path.join(outputFolder, 'linux-unpacked')
}

function readContents(packedFolder: string): PackageContents {
  const archive = path.join(packedFolder, 'resources', 'app.asar')
  const paths = listPackage(archive, { isPack: false }).map((file) =>
    file.replaceAll('\\', '/').replace(/^\//, ''),
  )
  const archiveFiles = paths.filter((file) => !('files' in statFile(archive, file)))
  return {
    archiveFiles,
    unpackedFiles: archiveFiles.filter((file) => statFile(archive, file).unpacked === true),
    resourceNames: readdirSync(path.join(packedFolder, 'resources')),
    locales: readdirSync(path.join(packedFolder, 'locales')).map((file) => path.basename(file, '.pak')),
  }
}

/** Every file of the build and every run-time resource must have arrived. */
function expectedFiles(): readonly string[] {
  return globSync(
    [
      'out/{main,preload,renderer}/**/*',
      'resources/{fonts,brief}/**/*',
      'resources/demo/*.jsonl',
      'resources/mappings/*.json',
      'resources/gazetteer/LICENCES.txt',
    ],
    {
      cwd: root,
      withFileTypes: true,
    },
  )
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
}

function readTextProblems(packedFolder: string, files: readonly string[]): readonly PackageProblem[] {
  const archive = path.join(packedFolder, 'resources', 'app.asar')
  // A home folder of "/root" or "/" is too short to mean anything inside a bundle.
  const machinePaths = [root, os.homedir()].filter((folder) => folder.split(path.sep).length > 2)
  return files
    .filter((file) => TEXT_FILE.test(file))
    .flatMap((file) => findTextProblems(file, extractFile(archive, file).toString('utf8'), machinePaths))
}

/** The wire of the packed executable as bytes, in wire order. */
async function readFuses(executable: string): Promise<readonly FuseFinding[]> {
  const wire = await getCurrentFuseWire(executable)
  const bytes = Object.entries(wire)
    .filter(([position, state]) => /^\d+$/.test(position) && typeof state === 'number')
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, state]) => Number(state))
  return compareFuses(bytes)
}

function printReport(
  contents: PackageContents,
  problems: readonly PackageProblem[],
  fuses: readonly FuseFinding[],
): void {
  console.log(
    `${contents.archiveFiles.length} files in app.asar, ${contents.unpackedFiles.length} of them unpacked`,
  )
  for (const { where, what } of problems) console.log(`  WRONG  ${where}: ${what}`)
  console.log('fuse                                    wanted   found')
  for (const { name, wanted, found, isRight } of fuses) {
    console.log(`${name.padEnd(40)}${wanted.padEnd(9)}${found.padEnd(9)}${isRight ? '' : 'WRONG'}`)
  }
}

/** @returns the exit code */
async function checkPackage(): Promise<number> {
  if (!existsSync(path.join(root, 'out', 'main', 'index.js'))) {
    console.error('There is no build in out/: run `npm run dist:check`, which builds first.')
    return 1
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-dist-'))
  try {
    await writeStandInElectron(path.join(folder, 'electron'), electronVersion())
    const packedFolder = pack(path.join(folder, 'electron'), path.join(folder, 'dist'))
    const contents = readContents(packedFolder)
    const size = measureRenderer(path.join(root, 'out', 'renderer', 'assets'))
    const problems = [
      ...findSizeProblems(size),
      ...findPackageProblems(contents, expectedFiles()),
      ...readTextProblems(packedFolder, contents.archiveFiles),
    ]
    const fuses = await readFuses(path.join(packedFolder, 'daybook'))
    console.log(sizeLine(size))
    printReport(contents, problems, fuses)
    const isRight = problems.length === 0 && fuses.every((fuse) => fuse.isRight)
    console.log(isRight ? 'The package is as it should be.' : 'The package is NOT as it should be.')
    return isRight ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await checkPackage()
