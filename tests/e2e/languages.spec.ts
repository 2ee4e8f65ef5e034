import { layoutFaults } from '../support/e2eLayout.ts'
import { speak, visitProfileEditor, visitRecord, visitSections } from '../support/e2eScreens.ts'
import { createLog, sectionKeys } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

// Spanish and French take more room than English. Every screen in both: nothing is cut off, nothing is wider than the
// window, no fault that an accessibility checker can find, and no word of English is left over.

for (const language of ['es', 'fr'] as const) {
  test(`every screen has room for its words: ${language}`, async ({ app, userData, shot }) => {
    test.setTimeout(300_000)
    const { page } = app
    await createLog(app, { folder: userData, demo: true })
    await speak(app, language)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const found: Record<string, string[]> = {}
    const look = async (name: string) => {
      await shot(`${language}-${name}`)
      const here = await layoutFaults(app)
      if (here.length > 0) found[name] = here
    }
    await visitSections(app, look)
    await page.keyboard.press('Control+1')
    // After a screen without a table the keys work in the table at once.
    await expect(page.getByRole('grid').locator(':focus')).toBeVisible()
    await visitRecord(app, () => look('incident-form'))
    await page.keyboard.press(sectionKeys('Claims board'))
    await page.getByRole('main').getByRole('button', { name: /… \S/ }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('assess')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('keys')
    await page.keyboard.press('Escape')
    await visitProfileEditor(app, look)
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('textbox').first()).toBeVisible()
    await look('locked')
    expect(found).toEqual({})
  })
}

test('Hijri dates stand beside the Gregorian ones where they were chosen', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  const cells = page.getByRole('gridcell')
  await expect(cells.filter({ hasText: /AH$/ })).toHaveCount(0)
  await page.evaluate(async () => {
    await window.daybook.settingsSet({
      theme: 'system',
      language: 'en',
      otherCalendar: 'islamic-umalqura',
      hiddenFromCapture: true,
      hiddenInBackground: false,
    })
  })
  await page.reload()
  await expect(cells.filter({ hasText: / · .+ AH$/ }).first()).toBeVisible()
})
