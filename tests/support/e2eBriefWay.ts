// The way of a brief through its screens, in any language of the window: by the words of its catalogue.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { MessageKey } from '../../src/shared/i18n/catalogue.ts'
import type { TranslatedLanguage } from '../../src/shared/i18n/locale.ts'
import { answerOpenDialog, expect, type RunningApp } from '../e2e/fixtures.ts'
import { wordsIn } from './catalogues.ts'
import { sectionKeys } from './e2eSteps.ts'

type Look = (name: string) => Promise<void>

/** Chooses, reviews, releases into `folder`, recalls, and reads what was written; the demo log is open. */
export async function visitBriefWay(
  app: RunningApp,
  language: TranslatedLanguage,
  folder: string,
  look: Look,
): Promise<void> {
  const { page } = app
  const say = await wordsIn(language)
  const button = (key: MessageKey) => page.getByRole('button', { name: say(key), exact: true }).first()
  const drawn = () => expect(page.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 60_000 })

  await page.keyboard.press(sectionKeys('Brief'))
  await look('01-no-briefs')
  await button('composer.list.new').click()
  await button('brief.records.all').click()
  await look('02-choice')
  await button('composer.view.pages').click()
  await drawn()
  await look('03-choice-pages')
  await button('composer.view.records').click()
  await page.getByRole('tab').nth(1).click()
  await button('brief.records.all').click()

  await button('brief.choose.next').click()
  await expect(page.getByRole('article')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('tab', { name: say('brief.tab.single') }).click()
  await look('04-review-single')
  const fix = page.locator('.fixes__list .fix button').first()
  if (await fix.isVisible()) {
    await fix.click()
    await expect(page.locator('.fix--on')).toBeVisible({ timeout: 30_000 })
  }
  await page.getByRole('tab', { name: say('brief.tab.withheld') }).click()
  await look('05-review-withheld')
  await page.locator('.review__tabs').getByRole('tab').first().click()
  await look('06-review-texts')
  const texts = page.getByRole('listbox', { name: say('brief.texts.list') })
  await texts.focus()
  while (!(await button('brief.review.next').isEnabled())) await page.keyboard.press('a')
  await button('brief.review.next').click()

  await expect(button('brief.release.action')).toBeVisible({ timeout: 30_000 })
  await look('07-release')
  await button('composer.view.pages').click()
  await drawn()
  await look('08-release-pages')
  await button('composer.view.text').click()
  await answerOpenDialog(app, [folder])
  await button('brief.release.action').click()
  await expect(page.getByText(say('brief.done.title'))).toBeVisible({ timeout: 45_000 })
  await look('09-released')

  await page.keyboard.press(sectionKeys('Releases'))
  await page.getByRole('table').getByRole('button').first().click()
  await look('10-releases')
  await button('releases.recall').click()
  await look('11-recall')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: say('releases.recall.reason') }).fill('Спорно — متنازع فيه (2)')
  await dialog.getByRole('button', { name: say('releases.recall.title') }).click()
  await expect(dialog).toBeHidden()
  await look('12-recalled')

  await page.keyboard.press(sectionKeys('Read a brief'))
  await look('13-reading-nothing')
  const file = readdirSync(folder).find((name) => name.endsWith('.json')) ?? ''
  await answerOpenDialog(app, [path.join(folder, file)])
  await button('reading.choose').click()
  await expect(page.getByRole('article')).toBeVisible()
  await look('14-reading')
}
