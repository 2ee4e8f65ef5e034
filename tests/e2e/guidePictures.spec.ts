import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { takeGuidePictures } from '../support/guidePictures.ts'
import { palettePng } from '../support/palettePng.ts'
import { pictureFrame } from '../support/pictureFrame.ts'
import { differenceOf } from '../support/pictureLikeness.ts'
import { pngPixels } from '../support/pngPixels.ts'
import { visibleWords } from '../support/visibleWords.ts'
import { expect, test, useTheme } from './fixtures.ts'

// The pictures of the user guide: taken anew each time, and compared with those in docs/user/pictures by the words on
// them and by how they look. DAYBOOK_GUIDE_PICTURES=1 writes them instead.

const FOLDER = path.resolve(import.meta.dirname, '../../docs/user/pictures')
const WORDS = path.join(FOLDER, 'words.json')
const WRITES = process.env.DAYBOOK_GUIDE_PICTURES === '1'
const SIZE = { width: 1280, height: 800 }

const isWords = (untrusted: unknown): untrusted is Record<string, readonly string[]> =>
  typeof untrusted === 'object' && untrusted !== null

test('the pictures of the guide show the app as it is', async ({ app, userData }) => {
  test.setTimeout(300_000)
  const { page } = app
  await page.setViewportSize(SIZE)
  await useTheme(app, 'light')
  const parsed: unknown = existsSync(WORDS) ? JSON.parse(readFileSync(WORDS, 'utf8')) : {}
  const kept = isWords(parsed) ? parsed : {}
  const words: Record<string, readonly string[]> = {}
  const stale: Record<string, unknown> = {}

  await takeGuidePictures(app, userData, async (name, part, said) => {
    const body = page.locator('body')
    // Neither a caret nor the mark of a pointer.
    await page.mouse.move(0, 0)
    const clip = await pictureFrame(page, part)
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide', clip })
    words[name] = await visibleWords(said ?? part ?? body)
    const file = path.join(FOLDER, `${name}.png`)
    if (WRITES) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(file, palettePng(pngPixels(png)))
      return
    }
    const before = new Set(kept[name])
    const now = new Set(words[name])
    const [gone, come] = [[...before.difference(now)], [...now.difference(before)]]
    const look = existsSync(file) ? differenceOf(pngPixels(readFileSync(file)), pngPixels(png)) : 'not there'
    if (gone.length > 0 || come.length > 0 || look !== null) stale[name] = { gone, come, look }
  })
  if (WRITES) writeFileSync(WORDS, `${JSON.stringify(words, null, 1)}\n`)
  expect(stale, 'look at the app, then DAYBOOK_GUIDE_PICTURES=1 npm run e2e -- guidePictures').toEqual({})
  expect(Object.keys(words).sort()).toEqual(WRITES ? Object.keys(words).sort() : Object.keys(kept).sort())
})
