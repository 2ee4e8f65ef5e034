// The layer rules are held by tools (biome.json, one tsconfig.json a layer). These tests plant what is forbidden
// and expect the tools to refuse it, and plant what is allowed and expect silence: a rule that no longer bites, or
// bites everything, fails here.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const ROOT = path.resolve(import.meta.dirname, '../..')
const TOOL_TIMEOUT_MS = 60_000

const LAYERS = [
  'core',
  'vault',
  'brief',
  'interchange',
  'shared',
  'main',
  'cli',
  'preload',
  'renderer',
] as const
type Layer = (typeof LAYERS)[number]

/** What each layer may import from the others (ARCHITECTURE.md, "Layers"); all the rest is forbidden. */
const ALLOWED_LAYERS: Readonly<Record<Layer, readonly Layer[]>> = {
  core: [],
  vault: ['core'],
  brief: ['core', 'shared'],
  interchange: ['core', 'shared'],
  shared: ['core'],
  main: ['core', 'vault', 'brief', 'interchange', 'shared'],
  cli: ['core', 'vault', 'brief', 'interchange', 'shared'],
  preload: ['shared'],
  renderer: ['core', 'shared'],
}

/** Packages and parts of Node that only some layers may touch. */
const ALLOWED_PACKAGES: Readonly<Record<string, readonly Layer[]>> = {
  electron: ['main', 'preload'],
  react: ['renderer'],
  'react-dom/client': ['renderer'],
  'react-aria-components': ['renderer'],
  '@tanstack/react-table': ['renderer'],
  '@myriaddreamin/typst-ts-node-compiler': ['brief'],
  '@myriaddreamin/typst-ts-web-compiler': ['brief'],
  'pdf-lib': ['brief'],
  'pdfjs-dist': ['brief'],
  'node:fs': ['vault', 'brief', 'interchange', 'main', 'cli'],
  'node:crypto': ['vault', 'brief', 'interchange', 'main', 'cli'],
  zod: ['core', 'vault', 'brief', 'interchange', 'shared', 'main', 'cli', 'renderer'],
  'node:http': [],
  'node:https': [],
  'node:http2': [],
  'node:net': [],
  'node:tls': [],
  'node:dns': [],
  'node:dns/promises': [],
  'node:dgram': [],
  undici: [],
}

/** The renderer may fetch its own bytes (`app://`); the content security policy stops everything else. */
const NETWORK_GLOBALS = ['fetch', 'WebSocket', 'EventSource']
const LAYERS_WITH_NETWORK_GLOBALS: readonly Layer[] = ['renderer']

interface Plant {
  readonly layer: Layer
  readonly says: string
  readonly source: string
  /** Where inside the layer the file lies. */
  readonly folder: string
  readonly refusedBy: 'noRestrictedImports' | 'noRestrictedGlobals' | 'nothing'
}

function importPlants(layer: Layer): readonly Plant[] {
  const crossing = LAYERS.filter((other) => other !== layer).flatMap((other): Plant[] => {
    const refusedBy = ALLOWED_LAYERS[layer].includes(other) ? 'nothing' : 'noRestrictedImports'
    return ['.', 'inner', 'inner/most'].map((folder) => {
      const up = '../'.repeat(folder === '.' ? 1 : folder.split('/').length + 1)
      return {
        layer,
        folder,
        says: `${up}${other}`,
        source: `export * from '${up}${other}/planted.ts'\n`,
        refusedBy,
      }
    })
  })
  const packages = Object.entries(ALLOWED_PACKAGES).map(
    ([name, layers]): Plant => ({
      layer,
      folder: '.',
      says: name,
      source: `import planted from '${name}'\n\nexport const kept = planted\n`,
      refusedBy: layers.includes(layer) ? 'nothing' : 'noRestrictedImports',
    }),
  )
  const globals = NETWORK_GLOBALS.map(
    (name): Plant => ({
      layer,
      folder: '.',
      says: name,
      source: `export const kept = ${name}\n`,
      refusedBy: LAYERS_WITH_NETWORK_GLOBALS.includes(layer) ? 'nothing' : 'noRestrictedGlobals',
    }),
  )
  return [...crossing, ...packages, ...globals]
}

/** Imports between parts of a layer that the table above cannot say. */
const SPECIAL_PLANTS: readonly Plant[] = [
  {
    layer: 'core',
    folder: '.',
    says: 'the vault, by import()',
    source: `export const kept = () => import('../vault/planted.ts')\n`,
    refusedBy: 'noRestrictedImports',
  },
  {
    layer: 'core',
    folder: '.',
    says: 'a type of the vault',
    source: `import type { Planted } from '../vault/planted.ts'\n\nexport const kept: Planted[] = []\n`,
    refusedBy: 'noRestrictedImports',
  },
  ...(['brief', 'interchange', 'cli'] as const).map(
    (layer): Plant => ({
      layer,
      folder: '.',
      says: 'the IPC contract',
      source: `export * from '../shared/ipc/contract.ts'\n`,
      refusedBy: 'noRestrictedImports',
    }),
  ),
  {
    layer: 'preload',
    folder: '.',
    says: 'schemas of the IPC contract',
    source: `export * from '../shared/ipc/contract.ts'\n`,
    refusedBy: 'noRestrictedImports',
  },
  {
    layer: 'preload',
    folder: '.',
    says: 'the channel list',
    source: `export * from '../shared/ipc/channels.ts'\n`,
    refusedBy: 'nothing',
  },
]

const lintReport = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string().nullish(),
      location: z.object({ path: z.union([z.string(), z.object({ file: z.string() })]) }),
    }),
  ),
})

describe('layer rules of the linter', () => {
  const plants = [...LAYERS.flatMap(importPlants), ...SPECIAL_PLANTS]
  const fileOf = (plant: Plant) => {
    const name = `planted${plants.indexOf(plant)}.ts`
    return path.posix.join('src', plant.layer, plant.folder, name)
  }
  const rulesByFile = new Map<string, Set<string>>()
  let folder = ''

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-layers-'))
    cpSync(path.join(ROOT, 'biome.json'), path.join(folder, 'biome.json'))
    for (const plant of plants) {
      mkdirSync(path.dirname(path.join(folder, fileOf(plant))), { recursive: true })
      writeFileSync(path.join(folder, fileOf(plant)), plant.source)
    }
    const biome = path.join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
    const result = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false'],
      { cwd: folder, encoding: 'utf8', timeout: TOOL_TIMEOUT_MS, maxBuffer: 1 << 26 },
    )
    const untrusted: unknown = JSON.parse(result.stdout.slice(result.stdout.indexOf('{')))
    for (const { category, location } of lintReport.parse(untrusted).diagnostics) {
      const file = typeof location.path === 'string' ? location.path : location.path.file
      const rule = (category ?? '').split('/').at(-1) ?? ''
      rulesByFile.set(file, (rulesByFile.get(file) ?? new Set()).add(rule))
    }
  }, TOOL_TIMEOUT_MS)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const layerRules = ['noRestrictedImports', 'noRestrictedGlobals']
  for (const layer of LAYERS) {
    const ofLayer = plants.filter((plant) => plant.layer === layer)
    test.each(ofLayer.map((plant) => [plant.says, plant.refusedBy, plant] as const))(
      `${layer}: %s is refused by %s`,
      (_says, refusedBy, plant) => {
        const rules = [...(rulesByFile.get(fileOf(plant)) ?? [])].filter((rule) => layerRules.includes(rule))
        expect(rules).toEqual(refusedBy === 'nothing' ? [] : [refusedBy])
      },
    )
  }
})

describe('what does not exist in the core', () => {
  const forbidden = [
    'process',
    'window',
    'document',
    'navigator',
    'crypto',
    'setTimeout',
    'fetch',
    'console',
    'Buffer',
    'performance',
    'localStorage',
    'require',
    'structuredClone',
  ]
  let folder = ''

  beforeAll(() => {
    // The real path: on some systems the temporary folder is a link, and tsc reports where a file really is.
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'daybook-core-')))
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: path.join(ROOT, 'src/core/tsconfig.json'), include: ['*.ts'] }),
    )
    for (const name of forbidden)
      writeFileSync(path.join(folder, `${name}.ts`), `export const kept = ${name}\n`)
    writeFileSync(
      path.join(folder, 'allowed.ts'),
      `export const kept = [Math.max(1, 2), JSON.stringify({}), new Map([[1, 2]]), 'a'.normalize('NFC')]\n`,
    )
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test(
    'names of Node and of the browser do not compile, those of the language do',
    () => {
      const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
      const result = spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', folder], {
        cwd: folder,
        encoding: 'utf8',
        timeout: TOOL_TIMEOUT_MS,
      })
      // TS2304 and its relatives that suggest a lib or types to add: the name is unknown.
      const unknownNames = [
        ...result.stdout.matchAll(/^(\w+)\.ts\(1,\d+\): error TS(?:2304|2580|2584|2591)\b/gm),
      ]
      expect(unknownNames.map(([, name]) => name).sort()).toEqual([...forbidden].sort())
      expect(result.stdout).not.toContain('allowed.ts')
    },
    TOOL_TIMEOUT_MS,
  )
})
