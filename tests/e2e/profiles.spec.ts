import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newBrief, readBriefJson, reviewToRelease, tickAll, writeBrief } from '../support/e2eBrief.ts'
import { faults } from '../support/e2eFaults.ts'
import { choose, createLog, expectReleased, goTo, lock, PASSPHRASE } from '../support/e2eSteps.ts'
import { expect, type RunningApp, test } from './fixtures.ts'

const REASON = 'The neighbours know the numbers already.'

/** The form of the profile that is open. */
const form = ({ page }: RunningApp) => page.locator('form.profile')

/** The ledger of a log that is locked, as the command line lists it. */
function ledger(folder: string): unknown[] {
  const passphrase = path.join(folder, 'passphrase')
  writeFileSync(passphrase, PASSPHRASE)
  const main = path.join(import.meta.dirname, '../../src/cli/main.ts')
  const log = path.join(folder, 'spring.daybook')
  const listed = execFileSync(
    process.execPath,
    [main, 'list', log, 'releases', '--json', '--passphrase-file', passphrase],
    { encoding: 'utf8' },
  )
  return listed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

async function openProfiles({ page }: RunningApp): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('button', { name: 'Open profiles' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible()
}

test('a copy is tightened freely, and loosened with a reason', async ({ app, userData, shot }) => {
  test.setTimeout(120_000)
  const { page } = app
  const out = path.join(userData, 'out')
  mkdirSync(out)
  await createLog(app, { folder: userData, demo: true })
  await openProfiles(app)
  await shot('profiles-shipped')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  const own = form(app)
  await expect(own.getByRole('heading', { level: 2, name: 'Public, copy' })).toBeVisible()
  await own.getByRole('textbox', { name: 'Name' }).fill('For neighbours')
  await choose(page, own, 'Dates', 'years')
  await expect(own.getByText('Dates: years instead of quarters.').first()).toBeVisible()
  await own.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(own.getByText('Not saved yet')).toBeHidden()

  await choose(page, own, 'Numbers of people', 'rounded to fives')
  await own.getByText('GREEN', { exact: true }).click()
  await shot('profiles-looser')
  await own.getByRole('textbox', { name: 'Find a field' }).fill('summ')
  await own.getByRole('button', { name: 'Incidents, Summary' }).scrollIntoViewIfNeeded()
  await shot('profiles-fields')
  await page.keyboard.press('Control+s')
  const asked = page.getByRole('dialog', { name: 'Save looser rules?' })
  await expect(asked.getByText('Takes records marked GREEN.')).toBeVisible()
  await asked.getByRole('button', { name: 'Save with this reason' }).click()
  await expect(asked.getByText('Write why.')).toBeVisible()
  await shot('profiles-reason')
  await asked.getByRole('textbox', { name: 'Why are these rules looser?' }).fill(REASON)
  await asked.getByRole('button', { name: 'Save with this reason' }).click()
  await expect(asked).toBeHidden()
  await expect(own.getByText(REASON)).toBeVisible()
  await shot('profiles-saved')
  expect(await faults(app, [])).toEqual([])

  await newBrief(page)
  await choose(page, page, 'Profile', 'For neighbours')
  await tickAll(page, 'Incidents')
  await tickAll(page, 'Claims')
  await shot('profiles-chooser')
  await reviewToRelease(page)
  const names = await writeBrief(app, out)
  const content = readBriefJson(path.join(out, names.find((file) => file.endsWith('.json')) ?? ''))
  expect(content.incidents.length).toBeGreaterThan(0)
  expect(content.incidents.filter(({ when }) => !/^\d{4}~?(\/\d{4}~?)?$/.test(when ?? ''))).toEqual([])
  await lock(page)
  await expectReleased(path.join(userData, 'spring.daybook'))
  expect(ledger(userData)).toMatchObject([{ profile: 'For neighbours', profileReason: REASON }])
})

test('what is not saved asks before it is left; what is deleted can be undone', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await openProfiles(app)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  const own = form(app)
  await own.getByRole('textbox', { name: 'Name' }).fill('')
  await own.getByRole('textbox', { name: /^Smallest group/ }).fill('0')
  await own.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(own.getByText('Give the profile a name.')).toBeVisible()
  await expect(own.getByText('Write a whole number from 1 to 1,000.')).toBeVisible()
  await expect(own.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.getByRole('button', { name: /^Advocacy partner/ }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await own.getByRole('button', { name: 'Discard changes' }).click()
  await expect(own.getByRole('textbox', { name: 'Name' })).toHaveValue('Public, copy')
  await own.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Public', exact: true })).toBeVisible()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /^Public, copy/ })).toBeVisible()
})
