import { describe, expect, test } from 'vitest'
import { findPackageProblems, findTextProblems, type PackageContents } from '../../../build/packageRules.ts'

const NATIVE =
  'node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node'

const GOOD: PackageContents = {
  archiveFiles: [
    'package.json',
    'LICENSE',
    'out/third-party-notices.txt',
    'out/main/index.js',
    'out/main/kdfWorker.js',
    'out/main/chunk-a_B1.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/index-Cx1.js',
    'out/renderer/assets/index-Cx1.css',
    'resources/fonts/NotoSans_400Regular.ttf',
    'resources/fonts/OFL.txt',
    'resources/gazetteer/LICENCES.txt',
    'resources/brief/brief.typ',
    'node_modules/@myriaddreamin/typst-ts-node-compiler/index.js',
    'node_modules/@myriaddreamin/typst-ts-node-compiler/LICENSE',
    'node_modules/@myriaddreamin/typst-ts-web-compiler/package.json',
    'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/wasm-pack-shim.mjs',
    'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
    NATIVE,
  ],
  unpackedFiles: [NATIVE],
  resourceNames: ['app.asar', 'app.asar.unpacked'],
  locales: ['ar', 'en-US', 'es', 'es-419', 'fr', 'ru'],
}

const withFile = (file: string): PackageContents => ({ ...GOOD, archiveFiles: [...GOOD.archiveFiles, file] })
const withoutFile = (file: string): PackageContents => ({
  ...GOOD,
  archiveFiles: GOOD.archiveFiles.filter((other) => other !== file),
})

describe('findPackageProblems', () => {
  test('finds nothing in a package as it should be', () => {
    expect(findPackageProblems(GOOD, ['out/main/index.js'])).toEqual([])
  })

  test.each([
    ['src/main/index.js', 'source code'],
    ['src/core/tsconfig.json', 'source code'],
    ['tests/unit/layers.test.js', 'a test'],
    ['bench/open.js', 'a test'],
    ['out/main/index.ts', 'a TypeScript file'],
    ['node_modules/@myriaddreamin/typst-ts-node-compiler/index.d.ts', 'a TypeScript file'],
    ['out/main/index.js.map', 'a source map'],
    ['out/renderer/assets/index-Cx1.css.map', 'a source map'],
    ['README.md', 'a document'],
    ['docs/adr/0001-licence.md', 'a document'],
    ['out/tsconfig.tsbuildinfo', 'a compiler cache'],
    ['.env', 'a hidden file'],
    ['out/main/.npmrc', 'a hidden file'],
    ['node_modules/react/index.js', 'a package that must be bundled'],
    ['node_modules/@myriaddreamin/typst-ts-renderer/index.js', 'a package that must be bundled'],
    ['node_modules/@myriaddreamin/typst-ts-web-compiler-x/index.js', 'a package that must be bundled'],
    ['demo-out/demo.daybook', 'no rule allows'],
    ['out/main/notes.txt', 'no rule allows'],
    ['resources/demo/demo.json', 'no rule allows'],
    ['electron-builder.yml', 'no rule allows'],
  ])('refuses %s', (file, what) => {
    const problems = findPackageProblems(withFile(file), [])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ where: file, what: expect.stringContaining(what) })
  })

  test.each([
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/third-party-notices.txt',
    'LICENSE',
    'package.json',
    'node_modules/@myriaddreamin/typst-ts-node-compiler/index.js',
    'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
  ])('misses %s', (file) => {
    expect(findPackageProblems(withoutFile(file), [])).toEqual([
      { where: file, what: 'missing from the package' },
    ])
  })

  test('misses a file of the build that did not arrive', () => {
    expect(findPackageProblems(GOOD, ['out/main/typesetUtility.js'])).toEqual([
      { where: 'out/main/typesetUtility.js', what: 'missing from the package' },
    ])
  })

  test('refuses code that lies outside the archive, and native code inside it', () => {
    const unprotected = { ...GOOD, unpackedFiles: [NATIVE, 'out/main/index.js'] }
    expect(findPackageProblems(unprotected, []).map(({ where }) => where)).toEqual(['out/main/index.js'])
    expect(findPackageProblems({ ...GOOD, unpackedFiles: [] }, []).map(({ where }) => where)).toEqual([
      NATIVE,
    ])
  })

  test('refuses an app that runs any folder, an update address and foreign languages', () => {
    const contents = {
      ...GOOD,
      resourceNames: [...GOOD.resourceNames, 'default_app.asar', 'app-update.yml'],
      locales: [...GOOD.locales, 'en-GB', 'de'],
    }
    expect(findPackageProblems(contents, []).map(({ where }) => where)).toEqual([
      'resources/default_app.asar',
      'resources/app-update.yml',
      'locales/en-GB',
      'locales/de',
    ])
  })
})

describe('findTextProblems', () => {
  test('finds the folder of the machine that packed', () => {
    expect(
      findTextProblems('out/main/index.js', 'at /home/ada/daybook/src', ['/home/ada/daybook']),
    ).toHaveLength(1)
    expect(findTextProblems('out/main/index.js', 'at app://daybook', ['/home/ada/daybook'])).toEqual([])
  })

  test('finds a reference to a source map', () => {
    expect(findTextProblems('a.js', 'let a\n//# sourceMappingURL=a.js.map\n', [])).toHaveLength(1)
    expect(findTextProblems('a.js', 'const says = "//# sourceMappingURL="', [])).toEqual([])
  })
})
