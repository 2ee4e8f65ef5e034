// Ways through the screens that know no word of any language: by keys, roles and classes.

import { directionOf, intlLocale } from '../../src/shared/i18n/locale.ts'
import { expect, type RunningApp } from '../e2e/fixtures.ts'
import { rows, SECTIONS, type Section, sectionKeys } from './e2eSteps.ts'

/** A language of the window, as the settings name it. */
export type WindowLanguage = 'ar' | 'en-XB' | 'es' | 'fr' | 'ru'

/** Sets the language of the window and loads it anew; the log stays open. */
export async function speak(app: RunningApp, language: WindowLanguage): Promise<void> {
  await speakAnywhere(app, language)
  await expect(app.page.getByRole('grid')).toBeVisible()
}

/** The same where no table need be on screen, such as in an empty log. */
export async function speakAnywhere({ page }: RunningApp, language: WindowLanguage): Promise<void> {
  await page.evaluate(async (chosen) => {
    await window.daybook.settingsSet({
      theme: 'system',
      language: chosen,
      otherCalendar: null,
      hiddenFromCapture: true,
      hiddenInBackground: false,
    })
  }, language)
  // The window asks for its settings when it is loaded.
  await page.reload()
  const root = page.locator('html')
  await expect(root).toHaveAttribute('lang', new RegExp(`^${intlLocale(language)}`))
  await expect(root).toHaveAttribute('dir', directionOf(language))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Opens every section in turn, and the form of a record where the section has a table of few. */
export async function visitSections(
  app: RunningApp,
  look: (name: string, section: Section) => Promise<void>,
): Promise<void> {
  const { page } = app
  for (const [index, section] of SECTIONS.entries()) {
    await page.keyboard.press(sectionKeys(section))
    await expect(page.getByRole('navigation').locator('[aria-current="page"]')).toBeVisible()
    const name = `${String(index + 1).padStart(2, '0')}-${section.replace(' ', '-')}`
    await look(name, section)
    if (['People', 'Organisations', 'Public contacts', 'Actions'].includes(section))
      await visitRecord(app, () => look(`${name}-form`, section))
  }
}

/** Opens a record of the table, all of its form, and closes it after `look`. */
export async function visitRecord({ page }: RunningApp, look: () => Promise<void>): Promise<void> {
  await rows(page).first().getByRole('gridcell').first().dblclick()
  const form = page.getByRole('complementary')
  await expect(form).toBeVisible()
  const locked = form.locator('.locked button')
  if ((await locked.count()) > 0) await locked.click()
  await form.locator('.more__button').first().click()
  await look()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
}

/** From the settings to the profiles, a copy of one, its rules for fields. */
export async function visitProfileEditor(
  { page }: RunningApp,
  look: (name: string) => Promise<void>,
): Promise<void> {
  await page.keyboard.press(sectionKeys('Settings'))
  await page.locator('[aria-labelledby="settings-profiles"] button').click()
  await look('profiles-shipped')
  await page.locator('.profile__head button').first().click()
  await expect(page.locator('form.profile')).toBeVisible()
  await page.locator('.rules__kind button').first().click()
  await look('profiles-own')
  await page.locator('.rules__fields .rules__row').nth(3).scrollIntoViewIfNeeded()
  await look('profiles-fields')
}
