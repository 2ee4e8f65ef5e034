/** A recall that a full disk refuses: told like every save that could not be, and made again from there. */
import { afterEach, expect, test } from 'vitest'
import { appError } from '../../../src/core/appError.ts'
import { err, ok } from '../../../src/core/result.ts'
import { saveOfRelease } from '../../../src/renderer/features/releases/saveOfRelease.ts'
import { clearTrouble, currentSaveTrouble } from '../../../src/renderer/saveTrouble.ts'
import { createLanguage } from '../../../src/renderer/text.ts'

const { t } = createLanguage('en')
afterEach(() => clearTrouble())

test('a full disk is told with what is not saved, and trying again saves it', async () => {
  const answers = [err(appError('disk/full')), ok({ step: 1 })]
  const ask = async () => answers.shift() ?? err(appError('log/not-open'))
  let saves = 0
  const saved = () => {
    saves += 1
  }
  expect(await saveOfRelease(t, 'opening.what.recall', ask, saved)).toBeNull()
  expect(saves).toBe(0)
  expect(currentSaveTrouble()).toMatchObject({
    error: { code: 'disk/full' },
    what: 'the recall of a brief',
  })
  currentSaveTrouble()?.retry?.()
  await new Promise(setImmediate)
  expect(currentSaveTrouble()).toBeNull()
  expect(answers).toEqual([])
  expect(saves).toBe(1)
})

test('what the log itself refuses is for the form', async () => {
  const refusal = appError('releases/not-found')
  expect(await saveOfRelease(t, 'opening.what.recall', async () => err(refusal))).toEqual(refusal)
  expect(currentSaveTrouble()).toBeNull()
})
