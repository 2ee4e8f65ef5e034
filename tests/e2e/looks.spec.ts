import { appendFileSync, copyFileSync, mkdirSync, renameSync, truncateSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { newBrief, reviewToRelease, tickAll } from '../support/e2eBrief.ts'
import { visitBriefWay } from '../support/e2eBriefWay.ts'
import { faults } from '../support/e2eFaults.ts'
import { drawnAnew, layoutFaults } from '../support/e2eLayout.ts'
import { faultsInLooks, LOOKS } from '../support/e2eLooks.ts'
import { speak, visitProfileEditor, visitSections } from '../support/e2eScreens.ts'
import {
  addIncident,
  choose,
  createLog,
  expectReleased,
  goTo,
  lock,
  PASSPHRASE,
  panel,
  rows,
  tryPassphrase,
  unlock,
} from '../support/e2eSteps.ts'
import { writeMappedFile } from '../support/mappedFile.ts'
import {
  answerMessageBox,
  answerOpenDialog,
  expect,
  launch,
  type RunningApp,
  test,
  useTheme,
} from './fixtures.ts'

// What the eye sees: with DAYBOOK_SHOTS=1 a picture of every screen in light, dark, Arabic and the right-to-left test
// language. Without pictures too: no fault that an accessibility checker can find, and the right reading direction.

type Look = (name: string) => Promise<void>

/** Goes through every screen of a demo log, in English, and looks at each. */
async function visitScreens(app: RunningApp, folder: string, look: Look): Promise<void> {
  const { page } = app
  await look('01-start')
  await page.getByRole('button', { name: 'Create a log' }).click()
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create…' }).click()
  await look('02-create')
  await page.getByRole('button', { name: 'Back' }).click()
  await createLog(app, { folder, demo: true })
  await look('03-incidents')
  await rows(page).nth(2).getByRole('gridcell').first().dblclick()
  await panel(page, 'Incident').getByRole('textbox', { name: 'When' }).fill('one day')
  await panel(page, 'Incident').getByRole('button', { name: 'Save', exact: true }).click()
  await look('04-incident-form')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('searchbox').fill('colour:red')
  await page.getByRole('button', { name: 'Columns' }).click()
  await look('05-columns-and-query')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('')
  await goTo(page, 'Sources')
  await look('06-sources')
  await goTo(page, 'Source items')
  await rows(page).first().getByRole('gridcell').first().dblclick()
  await look('07-source-item')
  await goTo(page, 'Claims')
  await rows(page).first().getByRole('gridcell').first().dblclick()
  await look('08-claim')
  await goTo(page, 'Claims board')
  await look('09-board')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Illegal prisons hold men/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^Illegal prisons/ })).toBeVisible()
  await look('10-claim-page')
  await page.getByRole('button', { name: 'Change status…', exact: true }).click()
  await page.getByRole('button', { name: 'Save assessment' }).click()
  await look('11-assess')
  await page.keyboard.press('Escape')
  await visitForms(app, look)
  await goTo(page, 'Import')
  await look('12-import')
  await visitImport(app, folder, look)
  await newBrief(page)
  await tickAll(page, 'Incidents')
  await look('15-brief-choose')
  await tickAll(page, 'Claims')
  await page.getByRole('button', { name: 'Review what would leave' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await look('16-brief-review')
  await page.getByRole('button', { name: 'Back to the choice' }).click()
  await reviewToRelease(page)
  await look('17-brief-release')
  await goTo(page, 'Incidents')
  await rows(page).first().getByRole('gridcell').first().click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('is in the bin')
  await goTo(page, 'Bin')
  await look('18-bin')
  await goTo(page, 'Settings')
  await expect(page.getByRole('list', { name: 'Ways to open this log' })).toBeVisible()
  await look('19-settings')
  await visitKeys(app, look)
  await visitProfiles(app, look)
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await look('20-keys')
  await page.keyboard.press('Escape')
  await lock(page)
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('wrong passphrase')
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await look('21-locked')
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByRole('textbox', { name: 'The 24 words of the recovery key' }).fill('legal winner sloppy')
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByText('Word 3, “sloppy”')).toBeVisible()
  await look('25-recovery-words')
  await page.getByRole('button', { name: 'Use the passphrase' }).click()
  await visitTroubles(app, folder, look)
}

/** The kinds of record beyond those above, with all of their forms open. */
async function visitForms({ page }: RunningApp, look: Look): Promise<void> {
  for (const [section, kind] of [
    ['People', 'Person'],
    ['Organisations', 'Organisation'],
    ['Public contacts', 'Public contact'],
    ['Actions', 'Action'],
  ] as const) {
    await goTo(page, section)
    await look(`form-${section}-table`)
    await rows(page).first().getByRole('gridcell').first().dblclick()
    const form = panel(page, kind)
    if (kind === 'Person') {
      await look('form-locked')
      await form.getByRole('button', { name: 'Show locked fields' }).click()
    }
    await form.getByRole('button', { name: /^More/ }).click()
    await look(`form-${section}`)
    await page.keyboard.press('Escape')
  }
  await goTo(page, 'Incidents')
  await rows(page).first().getByRole('gridcell').first().dblclick()
  const incident = panel(page, 'Incident')
  await incident.getByRole('button', { name: /^More/ }).click()
  await incident.getByRole('button', { name: 'Add an act' }).click()
  await look('form-incident-all')
  await incident.getByRole('button', { name: 'Merge into another incident…' }).click()
  await look('form-merge')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
}

/** Profiles of briefs, one of them looser than it was; ends in the settings. */
async function visitProfiles({ page }: RunningApp, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Open profiles' }).click()
  await look('profiles-shipped')
  await page.getByRole('button', { name: /^UN or court/ }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  const own = page.getByRole('form', { name: 'UN or court submission, copy' })
  await choose(page, own, 'Places', 'the place as reported')
  await choose(page, own, 'Ages', 'none')
  await look('profiles-own')
  await own.getByRole('button', { name: /^Incidents: / }).click()
  await own.getByRole('button', { name: 'Incidents, Summary' }).scrollIntoViewIfNeeded()
  await look('profiles-fields')
  await own.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Save with this reason' }).click()
  await look('profiles-reason')
  await page.keyboard.press('Escape')
  await own.getByRole('button', { name: 'Discard changes' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Settings' }).click()
}

async function visitKeys(app: RunningApp, look: Look): Promise<void> {
  const { page } = app
  await page.getByRole('button', { name: 'Change passphrase…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).click()
  await look('22-change-passphrase')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Make a recovery key…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'A passphrase of this log' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Show the words' }).click()
  await expect(page.getByText('Write these 24 words down')).toBeVisible({ timeout: 20_000 })
  await look('23-recovery-sheet')
  await page.getByRole('button', { name: 'I have written it down' }).click()
  await page.getByRole('button', { name: 'Encrypt anew…' }).click()
  await look('24-encrypt-anew')
  await page.keyboard.press('Escape')
}

/** A log with a torn end, an unfinished entry, a file that was replaced, and one that is damaged. */
async function visitTroubles(app: RunningApp, folder: string, look: Look): Promise<void> {
  const { page } = app
  const file = path.join(folder, 'spring.daybook')
  await unlock(page)
  await goTo(page, 'Incidents')
  await page.getByRole('button', { name: 'New incident' }).first().click()
  await panel(page, 'Incident').getByRole('textbox', { name: 'Summary' }).fill('Not finished.')
  await lock(page)
  await expectReleased(file)
  appendFileSync(file, Buffer.alloc(300, 7))
  await unlock(page)
  await expect(page.getByText('1 unfinished entry')).toBeVisible()
  await look('26-notices')
  await page.getByRole('button', { name: 'New incident', exact: true }).first().click()
  await look('27-restored')
  copyFileSync(file, `${file}.other`)
  renameSync(`${file}.other`, file)
  await panel(page, 'Incident').getByRole('textbox', { name: 'When' }).fill('2017')
  await panel(page, 'Incident').getByRole('textbox', { name: 'Title, in one sentence' }).fill('Water')
  await panel(page, 'Incident').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Nothing can be saved in this file any more')).toBeVisible()
  await look('28-not-saved')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await look('29-lock-held')
  // Memory alone has what was saved, so that it is asked again.
  await answerMessageBox(app, 2)
  await page.getByRole('button', { name: 'Lock anyway' }).click()
  await expect(page.getByRole('textbox', { name: 'Passphrase', exact: true })).toBeVisible()
  await expectReleased(file)
  truncateSync(file, 17_000)
  await tryPassphrase(page, PASSPHRASE)
  await page.getByRole('button', { name: 'Rescue what can be read…' }).waitFor()
  await look('30-damaged')
  await page.getByRole('button', { name: 'Rescue what can be read…' }).click()
  await look('31-rescue')
  // Half-typed text is in memory alone, and asked for before it is lost.
  await answerMessageBox(app, 1)
}

async function visitImport(app: RunningApp, folder: string, look: Look): Promise<void> {
  const { page } = app
  const { file, mapping } = writeMappedFile(folder, ['A,2017-04-01,2', 'B,soon,1', 'C,2017,=1+1'])
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('list', { name: 'Columns of the file' })).toBeVisible()
  await look('13-import-mapping')
  await answerOpenDialog(app, [mapping])
  await page.getByRole('button', { name: 'Choose a mapping file…' }).click()
  await expect(page.getByRole('table', { name: '2 rejected rows' })).toBeVisible()
  await look('14-import-preview')
}

test('every screen is free of the faults a checker can find, in every theme and direction', async ({
  app,
  userData,
  shot,
}) => {
  test.setTimeout(600_000)
  const found: Record<string, string[]> = {}
  await visitScreens(app, userData, async (name) => {
    const here = await faultsInLooks(app, LOOKS, ({ name: look }) => shot(`${look}-${name}`))
    if (here.length > 0) found[name] = here
  })
  expect(found).toEqual({})
})

test('language and theme are chosen in the settings, at once and for the next start', async ({
  app,
  userData,
  appEntry,
}) => {
  const { page } = app
  const root = page.locator('html')
  await createLog(app, { folder: userData })
  await goTo(page, 'Settings')
  await choose(page, page, 'Theme', 'Dark')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await choose(page, page, 'Language', 'Русский')
  await expect(root).toHaveAttribute('lang', /^ru/)
  await expect(root).toHaveAttribute('dir', 'ltr')
  await expect(page.getByRole('heading', { level: 1, name: 'Настройки' })).toBeVisible()
  await choose(page, page, 'Язык', 'العربية')
  await expect(root).toHaveAttribute('lang', /^ar/)
  await expect(root).toHaveAttribute('dir', 'rtl')
  await app.close()
  const later = await launch({ userData, ...(appEntry === undefined ? {} : { entry: appEntry }) })
  try {
    await expect(later.page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(later.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  } finally {
    await later.close()
  }
})

test('high contrast is chosen in the settings, or asked for by the desktop', async ({ app, userData }) => {
  const { page } = app
  const root = page.locator('html')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await createLog(app, { folder: userData, demo: true })
  await goTo(page, 'Settings')
  await choose(page, page, 'Theme', 'High contrast, dark')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await expect(root).toHaveAttribute('data-contrast', 'more')
  await expect.poll(ground).toBe('rgb(0, 0, 0)')
  await choose(page, page, 'Theme', 'High contrast, light')
  await expect.poll(ground).toBe('rgb(255, 255, 255)')
  await choose(page, page, 'Theme', 'Light')
  await expect(root).not.toHaveAttribute('data-contrast')
  await page.emulateMedia({ contrast: 'more' })
  await expect(root).toHaveAttribute('data-contrast', 'more')
  await page.emulateMedia({ contrast: 'no-preference' })
  await expect(root).not.toHaveAttribute('data-contrast')
  // Colours that the desktop forces take every ground away: what is chosen and what has the focus have lines.
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(root).toHaveAttribute('data-contrast', 'more')
  const line = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await line(page.locator('.rail__item--here'))).toBe('solid')
  await goTo(page, 'Incidents')
  await rows(page).first().getByRole('gridcell').first().click()
  const chosen = page.locator('[role="row"][aria-selected="true"]')
  await expect(chosen).toHaveCount(1)
  expect(await line(chosen)).toBe('solid')
})

for (const language of ['ar', 'en-XB'] as const) {
  test(`every screen is laid out from right to left: ${language}`, async ({ app, userData, shot }) => {
    test.setTimeout(180_000)
    const { page } = app
    await shot(`${language}-00-before`)
    await createLog(app, { folder: userData, demo: true })
    await addIncident(page, { title: 'Рынок — «Ñandú» بغداد 42 (x)', when: '2017-04/2017-06' })
    await speak(app, language)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    const found: Record<string, string[]> = {}
    const check = async (name: string) => {
      await shot(`${language}-${name}`)
      // The test language has the layout of Arabic, and words of English.
      const here = language === 'ar' ? await faults(app, []) : []
      if (here.length > 0) found[name] = here
    }
    await visitSections(app, async (name, section) => {
      await check(name)
      // Nothing is wider than the window: a sign of lengths that were not mirrored.
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        section,
      ).toBeLessThanOrEqual(0)
    })
    await visitProfileEditor(app, check)
    expect(found).toEqual({})
    await page.keyboard.press('Control+1')
    await page.keyboard.press('n')
    await expect(page.getByRole('complementary')).toBeVisible()
    await shot(`${language}-10-form`)
    const [rail, form] = await Promise.all([
      page.getByRole('navigation').first().boundingBox(),
      page.getByRole('complementary').boundingBox(),
    ])
    expect(rail?.x ?? 0).toBeGreaterThan(form?.x ?? Number.POSITIVE_INFINITY)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('textbox').first()).toBeVisible()
    await shot(`${language}-11-locked`)
  })
}

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'ar'],
  ['dark', 'ar'],
  ['light', 'ru'],
] as const) {
  test(`the way of a brief is laid out, at 100 % and at 200 %: ${theme} ${language}`, async ({
    app,
    userData,
    shot,
  }) => {
    test.setTimeout(600_000)
    const { page } = app
    const folder = path.join(userData, 'out')
    mkdirSync(folder)
    await createLog(app, { folder: userData, demo: true })
    if (language !== 'en') await speak(app, language)
    await useTheme(app, theme)
    const found: Record<string, string[]> = {}
    const whole = page.viewportSize() ?? { width: 1280, height: 800 }
    const check = async (name: string) => {
      await shot(`${theme}-${language}-brief-${name}`)
      const here = await layoutFaults(app)
      if (here.length > 0) found[name] = here
    }
    await visitBriefWay(app, language, folder, async (name) => {
      await check(name)
      // Twice the zoom is half the window.
      await page.setViewportSize({ width: Math.round(whole.width / 2), height: Math.round(whole.height / 2) })
      await drawnAnew(app)
      await check(`${name}-200`)
      // A low window: lists scroll before anything lies on them.
      await page.setViewportSize({ width: whole.width, height: Math.round(whole.height * 0.75) })
      if (name.endsWith('choice')) await check(`${name}-low`)
      await page.setViewportSize(whole)
    })
    expect(found).toEqual({})
  })
}
