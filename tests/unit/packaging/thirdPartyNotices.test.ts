import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { collectNotices, formatNotices, importedPackages } from '../../../build/thirdPartyNotices.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

describe('importedPackages', () => {
  test('finds packages in every form of import', () => {
    const source = [
      `import { z } from 'zod'`,
      `import type { Root } from 'react-dom/client'`,
      `import {\n  useTable,\n  type Row,\n} from '@tanstack/react-table'`,
      `import 'side-effect/style.css'`,
      `export * from "again"`,
      `const late = await import('pdfjs-dist/legacy/build/pdf.mjs')`,
    ].join('\n')
    expect([...importedPackages(source)]).toEqual([
      'zod',
      'react-dom',
      '@tanstack/react-table',
      'side-effect',
      'again',
      'pdfjs-dist',
    ])
  })

  test('leaves out our own files, parts of Node, the shell and prose', () => {
    const source = [
      `import { ok } from '../core/result.ts'`,
      `import { GUIDE } from 'virtual:guide'`,
      `import fs from 'node:fs'`,
      `import path from 'path'`,
      `import { app } from 'electron'`,
      `// a word from 'prose'`,
      `throw new Error("read from 'somewhere'")`,
    ].join('\n')
    expect([...importedPackages(source)]).toEqual([])
  })
})

describe('the notices of this checkout', () => {
  const notices = collectNotices(ROOT)

  test('have a licence we know to go with ours', () => {
    const known =
      /^(MIT|ISC|Apache-2\.0|0BSD|BSD-[23]-Clause|Python-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|MIT AND Apache-2\.0|\(MIT (OR|AND) [\w.-]+\))$/
    expect(
      notices.filter(({ licence }) => !known.test(licence)).map(({ name, licence }) => ({ name, licence })),
    ).toEqual([])
  })

  test('carry the licence of data that a package has from another', () => {
    const table = notices.find(({ name }) => name === 'opencc-js')
    expect(table?.text).toContain('Permission is hereby granted')
    expect(table?.text).toContain('Apache License')
  })

  test('carry both compilers and their licence text', () => {
    const text = formatNotices(notices)
    expect(text).toContain('@myriaddreamin/typst-ts-web-compiler')
    expect(text).toContain('Apache License')
  })
})

test('LICENSE is the licence that package.json names', () => {
  const licence = readFileSync(path.join(ROOT, 'LICENSE'), 'utf8')
  expect(licence).toContain('GNU AFFERO GENERAL PUBLIC LICENSE')
  expect(licence).toContain('END OF TERMS AND CONDITIONS')
  expect(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).toContain('"license": "AGPL-3.0-only"')
})
