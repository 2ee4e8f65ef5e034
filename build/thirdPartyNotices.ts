// The licences of what ships inside the bundles: MIT, ISC, BSD and Apache-2.0 ask that their text travels with
// every copy, and a bundler drops it. The list is taken from what the sources import, followed through each
// package's dependencies, so that it cannot fall behind. Too many names are harmless; a missing one is not.

import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { z } from 'zod'

const packageJson = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('see the text below'),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
})

/** What one package asks to be said of it. */
export interface PackageNotice {
  readonly name: string
  readonly version: string
  /** SPDX expression from its package.json. */
  readonly licence: string
  readonly repository: string
  /** Text of its licence and notice files; empty when it ships none. */
  readonly text: string
}

/** Modules that plugins of ours make while the app is built. */
const MADE_HERE = 'virtual:'
/** Not part of any bundle: electron-builder puts Electron's own licence files beside the executable. */
const SUPPLIED_BY_SHELL = new Set(['electron'])

// Statements begin a line; prose and messages that say "from 'x'" do not count.
const IMPORT =
  /^\s*(?:import|export)\s(?:[^'"]*\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm

/**
 * Names of the npm packages that a source text imports, statically or not.
 * @param source TypeScript or JavaScript
 */
export function importedPackages(source: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [, inStatement, inCall] of source.matchAll(IMPORT)) {
    const specifier = inStatement ?? inCall ?? ''
    const name = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*/.exec(specifier)?.[0]
    if (name === undefined || isBuiltin(specifier) || specifier.startsWith(MADE_HERE)) continue
    if (!SUPPLIED_BY_SHELL.has(name)) names.add(name)
  }
  return names
}

/** Finds a package as Node would: in node_modules of the folder and of each folder above, up to the root. */
function packageFolder(root: string, from: string, name: string): string | undefined {
  for (let folder = from; folder.startsWith(root); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name)
    if (existsSync(path.join(candidate, 'package.json'))) return candidate
  }
  return undefined
}

function readNotice(folder: string): {
  notice: PackageNotice
  needs: readonly string[]
  mayNeed: readonly string[]
} {
  const untrusted: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const { name, version, license, repository, dependencies, optionalDependencies, peerDependencies } =
    packageJson.parse(untrusted)
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying|third[-_]party[-_]licen[cs]es)([.-].*)?$/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return {
    notice: {
      name,
      version,
      licence: license,
      repository: typeof repository === 'string' ? repository : (repository?.url ?? ''),
      text: texts.join('\n\n'),
    },
    needs: Object.keys(dependencies),
    // Peers too: the code that a JSX compiler adds imports React without a line in the sources.
    mayNeed: Object.keys({ ...optionalDependencies, ...peerDependencies }),
  }
}

/**
 * Collects the notices of every package that the sources of a checkout import, and of what those depend on.
 * @param root the checkout, with node_modules installed
 * @returns sorted by name
 * @throws when an imported package is not installed
 */
export function collectNotices(root: string): readonly PackageNotice[] {
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  const names = sources.flatMap((file) => [...importedPackages(readFileSync(path.join(root, file), 'utf8'))])
  const dependencies = readNotice(root).needs
  const queue = [...names, ...dependencies].map((name) => ({ name, from: root, mustExist: true }))
  const noticeByFolder = new Map<string, PackageNotice>()
  for (const { name, from, mustExist } of queue) {
    const folder = packageFolder(root, from, name)
    if (folder === undefined) {
      if (mustExist) throw new Error(`${name} is imported but not installed`)
      continue
    }
    if (noticeByFolder.has(folder)) continue
    const { notice, needs, mayNeed } = readNotice(folder)
    noticeByFolder.set(folder, notice)
    queue.push(...needs.map((need) => ({ name: need, from: folder, mustExist: true })))
    queue.push(...mayNeed.map((need) => ({ name: need, from: folder, mustExist: false })))
  }
  return [...noticeByFolder.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Writes the notices as one text, the same for the same packages. */
export function formatNotices(notices: readonly PackageNotice[]): string {
  const line = '-'.repeat(80)
  const parts = notices.map(({ name, version, licence, repository, text }) =>
    [
      line,
      `${name} ${version}`,
      `Licence: ${licence}`,
      ...(repository === '' ? [] : [`Source: ${repository}`]),
      '',
      text === '' ? 'The package ships no licence text of its own.' : text,
      '',
    ].join('\n'),
  )
  return [
    'Daybook contains the work of others. Their names and licences follow. The licences of the fonts and of the',
    'names of places are in resources/fonts and resources/gazetteer; those of Electron and Chromium are beside the',
    'program.',
    '',
    ...parts,
  ].join('\n')
}
