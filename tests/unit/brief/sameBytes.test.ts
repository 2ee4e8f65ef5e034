/** Every layout gives the same bytes wherever it is set, whatever fonts the machine has. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { BRIEF_LAYOUTS } from '../../../src/core/redaction/briefData.ts'
import { RESOURCES } from './sampleBrief.ts'

const TIMEOUT_MS = 600_000
/** Under the name of one of ours: whoever looked for fonts in a home would come upon it. */
const OTHER_FONT = path.resolve(
  import.meta.dirname,
  '../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
)

it(
  'all layouts come out the same in another process, time zone, locale, folder and home with other fonts',
  async () => {
    const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'daybook-elsewhere-'))
    try {
      const fonts = path.join(elsewhere, '.local/share/fonts')
      for (const folder of [fonts, path.join(elsewhere, '.fonts')]) {
        await mkdir(folder, { recursive: true })
        await copyFile(OTHER_FONT, path.join(folder, 'NotoSans-Regular.ttf'))
        await copyFile(path.join(RESOURCES, 'fonts/NotoSans_700Bold.ttf'), path.join(folder, 'A.ttf'))
      }
      const script = path.join(import.meta.dirname, 'typesetOnce.ts')
      const run = async (env: NodeJS.ProcessEnv, cwd: string) =>
        (
          await promisify(execFile)(
            process.execPath,
            ['--no-warnings', script, 'ar', 'native', ...BRIEF_LAYOUTS],
            { cwd, env: { PATH: process.env.PATH, ...env } },
          )
        ).stdout.split('\n')
      const here = await run({ TZ: 'UTC', LANG: 'C' }, process.cwd())
      const there = await run(
        {
          TZ: 'America/St_Johns',
          LANG: 'fr_FR.UTF-8',
          LC_ALL: 'fr_FR.UTF-8',
          HOME: elsewhere,
          XDG_DATA_HOME: path.join(elsewhere, '.local/share'),
          TYPST_FONT_PATHS: fonts,
          SOURCE_DATE_EPOCH: '1',
        },
        elsewhere,
      )
      expect(new Set(here).size).toBe(BRIEF_LAYOUTS.length)
      expect(there).toEqual(here)
    } finally {
      await rm(elsewhere, { recursive: true })
    }
  },
  TIMEOUT_MS,
)
