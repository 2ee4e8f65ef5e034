// What may be in a package and how its fuses stand: pure rules over what was read back.
//
// Deny by default: each file must be allowed by a named rule, so that something new in the tree cannot slip in.
// Reading archives and executables is distCheck.ts's part.

/** One finding: where it is and what is wrong with it, for the person who packs. */
export interface PackageProblem {
  readonly where: string
  readonly what: string
}

/** What was found in a packed folder. Paths use `/` and have none at the start. */
export interface PackageContents {
  /** Files inside app.asar, unpacked ones included. */
  readonly archiveFiles: readonly string[]
  /** Those of `archiveFiles` that lie beside the archive, where the archive's hash does not protect them. */
  readonly unpackedFiles: readonly string[]
  /** Names in Electron's own `resources` folder. */
  readonly resourceNames: readonly string[]
  /** Chromium's language files, without `.pak`. */
  readonly locales: readonly string[]
}

interface Rule {
  readonly pattern: RegExp
  readonly what: string
}

/** Checked before the allow-list, so that the message says what kind of thing got in. */
const FORBIDDEN: readonly Rule[] = [
  { pattern: /^src\//, what: 'source code' },
  { pattern: /^(tests|bench)\//, what: 'a test' },
  { pattern: /\.(ts|tsx|mts|cts)$/, what: 'a TypeScript file' },
  { pattern: /\.map$/, what: 'a source map' },
  { pattern: /\.(md|markdown)$/i, what: 'a document' },
  { pattern: /\.tsbuildinfo$/, what: 'a compiler cache' },
  { pattern: /(^|\/)\.[^/]/, what: 'a hidden file' },
  {
    pattern: /^node_modules\/(?!@myriaddreamin\/typst-ts-(node-compiler(-[a-z0-9-]+)?|web-compiler)\/)/,
    what: 'a package that must be bundled or left out',
  },
]

const ALLOWED: readonly RegExp[] = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/third-party-notices\.txt$/,
  /^out\/main\/[\w.-]+\.(js|wasm)$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/(?:[\w.-]+\/)*[\w.-]+\.(js|css|woff2|ttf|otf|svg|png|wasm|json)$/,
  /^resources\/fonts\/(?:[\w.-]+\/)*[\w.-]+(\.(ttf|otf|txt|json)|LICENSE|OFL)$/,
  /^resources\/brief\/(?:[\w.-]+\/)*[\w.-]+\.(typ|json|svg|txt)$/,
  /^resources\/demo\/[\w.-]+\.jsonl$/,
  /^resources\/mappings\/[\w.-]+\.json$/,
  /^resources\/gazetteer\/LICENCES\.txt$/,
  /^node_modules\/@myriaddreamin\/[^/]+\/(package\.json|LICENSE|[\w.-]+\.(js|node))$/,
  /^node_modules\/@myriaddreamin\/typst-ts-web-compiler\/pkg\/[\w.-]+\.(mjs|wasm)$/,
]

/** Without these the app does not start, or ships without the licences it owes. */
const REQUIRED: readonly string[] = [
  'package.json',
  'LICENSE',
  'out/third-party-notices.txt',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'node_modules/@myriaddreamin/typst-ts-node-compiler/index.js',
  'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
]

/** `default_app.asar` is absent on purpose: it would run any folder it is given. */
const RESOURCE_NAMES = new Set(['app.asar', 'app.asar.unpacked'])

/** The languages of the interface; must agree with `electronLanguages` in electron-builder.yml. */
const LOCALE = /^(en-US|(ru|ar|es|fr)(-[A-Za-z0-9]+)?)$/

/**
 * Judges the files of a package.
 * @param contents what was read back
 * @param expectedFiles files of the checkout that must have arrived, as paths inside the archive
 * @returns every problem, empty when the package is as it should be
 */
export function findPackageProblems(
  contents: PackageContents,
  expectedFiles: readonly string[],
): readonly PackageProblem[] {
  const problems: PackageProblem[] = []
  for (const file of contents.archiveFiles) {
    const rule = FORBIDDEN.find(({ pattern }) => pattern.test(file))
    if (rule !== undefined) problems.push({ where: file, what: `${rule.what} is in the package` })
    else if (!ALLOWED.some((pattern) => pattern.test(file))) {
      problems.push({ where: file, what: 'no rule allows this file' })
    }
  }
  const present = new Set(contents.archiveFiles)
  for (const file of new Set([...REQUIRED, ...expectedFiles])) {
    if (!present.has(file)) problems.push({ where: file, what: 'missing from the package' })
  }
  for (const file of contents.unpackedFiles) {
    if (!file.endsWith('.node')) problems.push({ where: file, what: 'lies outside the archive without need' })
  }
  for (const file of contents.archiveFiles) {
    if (file.endsWith('.node') && !contents.unpackedFiles.includes(file)) {
      problems.push({ where: file, what: 'native code inside the archive cannot be loaded' })
    }
  }
  for (const name of contents.resourceNames) {
    if (!RESOURCE_NAMES.has(name))
      problems.push({ where: `resources/${name}`, what: 'no rule allows this file' })
  }
  for (const locale of contents.locales) {
    if (!LOCALE.test(locale))
      problems.push({ where: `locales/${locale}`, what: 'a language the app does not have' })
  }
  return problems
}

/**
 * Looks for traces of the machine that packed.
 * @param file path inside the archive, for the report
 * @param text the file's text
 * @param machinePaths absolute folders that must not be named, such as the checkout and the home folder
 */
export function findTextProblems(
  file: string,
  text: string,
  machinePaths: readonly string[],
): readonly PackageProblem[] {
  const problems: PackageProblem[] = machinePaths
    .filter((machinePath) => text.includes(machinePath))
    .map(() => ({ where: file, what: 'names a folder of the machine that packed it' }))
  if (/^\/\/# sourceMappingURL=/m.test(text)) problems.push({ where: file, what: 'points to a source map' })
  return problems
}
