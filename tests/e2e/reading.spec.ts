import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLog, goTo } from '../support/e2eSteps.ts'
import { answerOpenDialog, expect, test } from './fixtures.ts'

test('a file that is no brief is refused with what is wrong', async ({ app, userData }) => {
  const { page } = app
  const log = path.join(userData, 'log')
  mkdirSync(log)
  await createLog(app, { folder: log })
  await goTo(page, 'Read a brief')
  for (const [text, says] of [
    ['{"format":"daybook-brief","version":"99.0.0"}\n', 'This brief was made by a newer Daybook'],
    ['{"format":"other"}\n', 'This is no brief of Daybook'],
  ] as const) {
    const file = path.join(userData, 'theirs.json')
    writeFileSync(file, text)
    await answerOpenDialog(app, [file])
    await page.getByRole('button', { name: 'Open a brief…' }).click()
    await expect(page.getByRole('alert')).toContainText(says)
  }
})
