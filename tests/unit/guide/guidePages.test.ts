import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { guidePictures, readGuide } from '../../../build/guidePages.ts'
import { PAGES_OF_SCREENS, pageAbout } from '../../../src/renderer/features/guide/guidePlace.ts'
import { SCREENS } from '../../../src/renderer/navigation.ts'

const GUIDE = path.resolve(import.meta.dirname, '../../../docs/user')

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A folder with pages of a guide, by file name. */
function pages(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-guide-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, `${name}.md`), text)
  return folder
}

const START = '# Start\n\n## All pages\n\n### One\n- [A](a.md)\n\n### Two\n- [B](b.md)\n'

test('pages come in the order of the contents', () => {
  const guide = readGuide(pages({ b: '# Bee', a: '# Ay\n\n## More\n\n[back](#more)', README: START }))
  expect(guide.pages.map(({ title }) => title)).toEqual(['Start', 'Ay', 'Bee'])
  expect(guide.groups).toEqual([
    { title: 'One', pages: ['a'] },
    { title: 'Two', pages: ['b'] },
  ])
})

test.each([
  ['a page that the contents lack', { README: START, a: '# A', b: '# B', c: '# C' }, 'place of c'],
  ['a page that is not there', { README: START, a: '# A' }, 'page b'],
  ['a link to a heading that is not there', { README: START, a: '# A\n\n[x](b.md#no)', b: '# B' }, 'b.md#no'],
  [
    'a link in a table that leads nowhere',
    { README: START, a: '# A\n\n| [x](#no) |\n|---|', b: '# B' },
    'a.md#no',
  ],
  ['two headings of one name', { README: START, a: '# A\n\n## A', b: '# B' }, 'two headings of a.md'],
  ['a page without a title', { README: START, a: 'words', b: '# B' }, 'a.md'],
  ['no contents', { README: '# Start', a: '# A', b: '# B' }, 'all-pages'],
])('%s stops the build', (_what, texts, words) => {
  expect(() => readGuide(pages(texts))).toThrow(words)
})

test('every file of the guide is a page of it', () => {
  const guide = readGuide(GUIDE)
  const files = readdirSync(GUIDE).filter((name) => name.endsWith('.md'))
  expect(guide.pages.map(({ id }) => `${id}.md`).sort()).toEqual(files.sort())
  expect(guide.pages[0]?.id).toBe('README')
})

test('the pictures that pages name are those that are taken, all of them there, and small', () => {
  const folder = path.join(GUIDE, 'pictures')
  const named = guidePictures(readGuide(GUIDE))
  expect([...named].filter(([, isThere]) => !isThere)).toEqual([])
  const taken: unknown = JSON.parse(readFileSync(path.join(folder, 'words.json'), 'utf8'))
  expect(Object.keys(taken ?? {}).sort()).toEqual([...named.keys()].sort())
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'))
  expect(files.sort()).toEqual([...named.keys()].map((name) => `${name}.png`).sort())
  const bytes = files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
  expect(bytes).toBeLessThan(1_500_000)
})

test('F1 has a page for every screen', () => {
  const ids = new Set(readGuide(GUIDE).pages.map(({ id }) => id))
  expect([...PAGES_OF_SCREENS].filter((id) => !ids.has(id))).toEqual([])
})

test('F1 on a picture of incidents leads to what the guide says of it', () => {
  expect(pageAbout('incidents', null)).toBe('incidents-and-people')
  expect(pageAbout('incidents', 'timeline')).toBe('views')
  expect(pageAbout('incidents', 'map')).toBe('map')
  expect(pageAbout('sources', 'timeline')).toBe('sources')
})

test('the keys of sections that the guide names are those there are', () => {
  const keyboard = JSON.stringify(readGuide(GUIDE).pages.find(({ id }) => id === 'keyboard'))
  expect(keyboard).toContain(`Ctrl 1 to 9, Ctrl Shift 1 to ${SCREENS.length - 9}`)
})
