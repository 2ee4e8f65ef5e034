import { existsSync } from 'node:fs'
import path from 'node:path'
import { faults } from '../support/e2eFaults.ts'
import { layoutFaults } from '../support/e2eLayout.ts'
import { speakAnywhere } from '../support/e2eScreens.ts'
import { createLog, goTo, PASSPHRASE, panel, passphraseField, rows, saveForm } from '../support/e2eSteps.ts'
import { answerSaveDialog, expect, type RunningApp, test } from './fixtures.ts'

// What somebody meets who has never seen Daybook: five steps in a new log, and the demo log where there is nothing yet.

const steps = ({ page }: RunningApp) => page.getByRole('region', { name: 'First steps' })

test('five steps lead through the real screens, and come back when asked for', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, keepsFirstSteps: true })
  const bar = steps(app)
  const button = (name: string) => bar.getByRole('button', { name, exact: true })
  await expect(bar.getByRole('heading')).toContainText('1 of 5')
  await button('Read what it does not protect from').click()
  await expect(page.getByRole('heading', { name: 'What Daybook does not protect you from' })).toBeFocused()
  await button('Next').click()

  await expect(bar.getByRole('heading')).toBeFocused()
  await button('New incident').click()
  const incident = panel(page, 'Incident')
  await incident.getByRole('textbox', { name: 'Title, in one sentence' }).fill('The well was closed')
  await incident.getByRole('textbox', { name: 'When' }).fill('2017-04')
  await expect(bar.getByRole('status')).toHaveCount(0)
  await saveForm(incident)
  await expect(bar.getByRole('status')).toContainText('That is there')
  await button('Next').click()

  await button('New source').click()
  await panel(page, 'Source').getByRole('textbox', { name: 'Name or code name' }).fill('Heron')
  await saveForm(panel(page, 'Source'))
  await button('Next').click()
  await button('New claim').click()
  await panel(page, 'Claim').getByRole('textbox', { name: 'Statement' }).fill('Soldiers closed the well')
  await saveForm(panel(page, 'Claim'))
  await button('Next').click()
  await button('Back').click()
  await expect(bar.getByRole('heading')).toContainText('4 of 5')
  await button('Next').click()
  await button('Go to the backup').click()
  await expect(page.getByRole('heading', { name: 'Keys and backup' })).toBeFocused()
  await button('Begin a brief').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Brief' })).toBeVisible()
  await button('Done').click()
  await expect(bar).toBeHidden()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('first')
  await expect(page.getByRole('option', { name: 'First steps' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(bar).toBeVisible()
  await button('Skip the first steps').click()
  await expect(bar).toBeHidden()
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('first-steps')?.click())
  await expect(bar).toBeVisible()
})

test('the steps are laid out in English and Arabic, at 100 % and at 200 %', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  await createLog(app, { folder: userData, keepsFirstSteps: true })
  const whole = page.viewportSize() ?? { width: 1280, height: 800 }
  const found: Record<string, string[]> = {}
  const check = async (name: string) => {
    await shot(`steps-${name}`)
    const here = await layoutFaults(app)
    if (here.length > 0) found[name] = here
  }
  for (const language of ['en', 'ar'] as const) {
    if (language === 'ar') {
      await speakAnywhere(app, language)
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('first-steps')?.click())
    }
    for (let step = 1; step <= 5; step += 1) {
      await check(`${language}-${step}`)
      // Twice the zoom is half the window.
      await page.setViewportSize({ width: Math.round(whole.width / 2), height: Math.round(whole.height / 2) })
      await check(`${language}-${step}-200`)
      await page.setViewportSize(whole)
      await page.locator('.steps__next').click()
    }
    await expect(page.locator('.steps')).toBeHidden()
  }
  expect(found).toEqual({})
})

test('an empty screen offers the demo log, which is a file of its own', async ({ app, userData, shot }) => {
  const { page } = app
  const own = await createLog(app, { folder: userData })
  await goTo(page, 'People')
  await page.getByRole('button', { name: 'Open the demo log' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('a file of its own')
  expect(await faults(app, [])).toEqual([])
  await shot('demo-offer')
  await page.getByRole('button', { name: 'Lock and go to the demo log' }).click()
  await expect(page.getByRole('heading', { name: 'Try the demo log' })).toBeVisible()
  await expect(page.getByText('All persons in it are invented')).toBeVisible()
  // Asked for once: the page that is loaded anew begins as ever.
  expect(new URL(page.url()).hash).toBe('')

  const demo = path.join(userData, 'demo.daybook')
  await answerSaveDialog(app, demo)
  await passphraseField(page).fill(PASSPHRASE)
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create…' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('Demo log', { timeout: 30_000 })
  await expect(rows(page).first()).toBeVisible()
  expect([existsSync(own), existsSync(demo)]).toEqual([true, true])
  // No steps of a new log, and no offer of what is open.
  await expect(steps(app)).toBeHidden()
  await goTo(page, 'Bin')
  await goTo(page, 'Releases')
  await expect(page.getByRole('button', { name: 'Open the demo log' })).toHaveCount(0)
})
