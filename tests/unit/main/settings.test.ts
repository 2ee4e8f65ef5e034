import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings, writeSettings } from '../../../src/main/settings.ts'

const SHOWN = { hiddenFromCapture: true, hiddenInBackground: false }
const DEFAULTS = { language: null, theme: 'system', otherCalendar: null, ...SHOWN }
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-settings-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const write = (text: string) => writeFile(path.join(folder, 'settings.json'), text)

test('come back as they were written', async () => {
  const settings = {
    language: 'fr',
    theme: 'dark',
    otherCalendar: 'persian',
    hiddenFromCapture: false,
    hiddenInBackground: true,
  } as const
  await writeSettings(folder, settings)
  expect(await readSettings(folder)).toEqual(settings)
})

test('of an earlier version keep what they say', async () => {
  await write('{"language":"ru","theme":"light"}')
  expect(await readSettings(folder)).toEqual({
    language: 'ru',
    theme: 'light',
    otherCalendar: null,
    ...SHOWN,
  })
})

test.each(['', '[]', 'null', '{"language":"xx"}', '{"theme":"dark","more":1}'])(
  '%j gives the defaults',
  async (text) => {
    await write(text)
    expect(await readSettings(folder)).toEqual(DEFAULTS)
  },
)

test('are the defaults where there are none', async () => {
  expect(await readSettings(folder)).toEqual(DEFAULTS)
})
