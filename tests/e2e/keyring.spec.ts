import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { makeAgeKey, unsealBytes } from '../../src/brief/signing/ageSeal.ts'
import { parsePublicKey } from '../../src/brief/signing/minisignKey.ts'
import { verifyBytes } from '../../src/brief/signing/minisignSignature.ts'
import { readTar } from '../../src/brief/signing/tarArchive.ts'
import { newBrief, reviewToRelease, tickAll, writeBrief } from '../support/e2eBrief.ts'
import { faults } from '../support/e2eFaults.ts'
import { choose, createLog, goTo } from '../support/e2eSteps.ts'
import { expect, test, useTheme } from './fixtures.ts'

test('keys are made, handed on, rotated and retired; a brief is signed and sealed with them', async ({
  app,
  userData,
  shot,
}) => {
  test.setTimeout(240_000)
  const { page } = app
  const folders = ['log', 'out'].map((name) => path.join(userData, name))
  for (const folder of folders) mkdirSync(folder)
  const [log = '', out = ''] = folders
  await createLog(app, { folder: log, demo: true })
  await goTo(page, 'Settings')
  const section = page.getByRole('region', { name: 'Signing and sealing' })
  await expect(section.getByText('No keys yet.')).toBeVisible()

  await section.getByRole('button', { name: 'New signing key…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make' }).click()
  await expect(dialog.getByText('Give the key a name.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Northern desk')
  await dialog.getByRole('button', { name: 'Make' }).click()
  // What was made is shown at once, to be handed on.
  await expect(dialog.getByRole('img', { name: 'QR code of the public key' })).toBeVisible()
  const publicKey = await dialog.getByText(/^RW[A-Za-z0-9+/]{54}$/).textContent()
  await expect(dialog.getByText(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)).toBeVisible()
  await shot('keyring-public-key')
  expect(await faults(app, [])).toEqual([])
  await page.keyboard.press('Escape')

  const theirs = await makeAgeKey()
  await section.getByRole('button', { name: 'Add a key of others…' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Desk officer')
  await dialog.getByRole('textbox', { name: 'Their public key' }).fill(theirs.publicKey.slice(0, -1))
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByText('This is no public key')).toBeVisible()
  // The button was disabled for a moment, which takes the focus away; the dialog has it, so that keys still reach it.
  await expect(dialog.and(page.locator(':focus')).or(dialog.locator(':focus'))).toHaveCount(1)
  await shot('keyring-add')
  await dialog.getByRole('textbox', { name: 'Their public key' }).fill(` ${theirs.publicKey}\n`)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('img', { name: 'QR code of the public key' })).toBeVisible()
  await expect(dialog.getByText(theirs.publicKey)).toBeVisible()
  await page.keyboard.press('Escape')
  // One dialog took the place of another; the focus is back on what opened the first.
  await expect(section.getByRole('button', { name: 'Add a key of others…' })).toBeFocused()

  await newBrief(page)
  await tickAll(page, 'Incidents')
  await reviewToRelease(page)
  await choose(page, page, 'Sign with', 'Northern desk')
  await expect(page.getByText('One signature ties briefs to one hand')).toBeVisible()
  await shot('keyring-release')
  expect(await faults(app, [])).toEqual([])
  await writeBrief(app, out)
  const listed = await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /^brief-/ })
    .allInnerTexts()
  expect(listed.map((name) => name.replace(/^brief-[0-9a-f]{12}/, 'brief')).sort()).toEqual([
    'brief.json',
    'brief.json.minisig',
    'brief.pdf',
    'brief.pdf.minisig',
  ])
  const key = parsePublicKey(publicKey ?? '')
  if (key === null) throw new Error('no public key')
  for (const name of listed.filter((each) => !each.endsWith('.minisig'))) {
    const signature = readFileSync(path.join(out, `${name}.minisig`), 'utf8')
    expect((await verifyBytes(readFileSync(path.join(out, name)), signature, key)).ok).toBe(true)
  }

  await newBrief(page)
  await tickAll(page, 'Incidents')
  await reviewToRelease(page)
  await choose(page, page, 'Sign with', 'Northern desk')
  await choose(page, page, 'Seal for', 'Desk officer')
  await writeBrief(app, out)
  const [sealed = '', more] = await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /^brief-/ })
    .allInnerTexts()
  expect([sealed.endsWith('.tar.age'), more]).toEqual([true, undefined])
  const opened = await unsealBytes(readFileSync(path.join(out, sealed)), [theirs.secret])
  if (!opened.ok) throw new Error(opened.error)
  expect(readTar(opened.value)?.map(({ name }) => name.replace(/^.*?\./, ''))).toEqual([
    'pdf',
    'pdf.minisig',
    'json',
    'json.minisig',
  ])

  await goTo(page, 'Settings')
  await section.getByRole('button', { name: 'Replace: Northern desk' }).click()
  await shot('keyring-replace')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(section.getByRole('list', { name: 'Keys of this log' }).getByRole('listitem')).toHaveCount(2)
  await section.getByRole('button', { name: 'Retire: Desk officer' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Retire', exact: true }).click()
  await expect(section.getByText(/^Retired/)).toHaveCount(2)
  await section.scrollIntoViewIfNeeded()
  await shot('keyring-settings')
  expect(await faults(app, [])).toEqual([])
  await useTheme(app, 'dark')
  await shot('keyring-settings-dark')
  await section.getByRole('button', { name: 'Public key: Northern desk' }).first().click()
  await shot('keyring-public-key-dark')
  await page.keyboard.press('Escape')
  await choose(page, page, 'Language', 'العربية')
  await page.locator('[aria-labelledby="settings-keyring"]').scrollIntoViewIfNeeded()
  await shot('keyring-settings-arabic')
  await page.locator('[aria-labelledby="settings-keyring"] .key-list__actions button').first().click()
  await shot('keyring-public-key-arabic')
})
