import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  addIncident,
  createLog,
  expectOpen,
  expectReleased,
  lock,
  PASSPHRASE,
  passphraseField,
  rows,
  tryPassphrase,
  unlock,
} from '../support/e2eSteps.ts'
import { answerOpenDialog, answerSaveDialog, expect, launch, test } from './fixtures.ts'

const TITLE = 'Two cars are stopped at the mill'
const OTHER_TITLE = 'Water is cut off at the hostel'
/** docs/format/vault-v1.md: two superblocks, two commit records, then frames. */
const SUPERBLOCK_LENGTH = 4_096
const FRAMES_START = 16_384

/** A copy with one bit of one byte turned round. */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x40
  return copy
}
/** The end of what was written; room may have been made beyond it. */
function lastWritten(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return end
}
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('creating a log checks the passphrase first, and writes only where it was told', async ({
  app,
  userData,
}) => {
  const { page } = app
  const create = page.getByRole('button', { name: 'Create…' })
  const first = page.getByRole('textbox', { name: 'Passphrase', exact: true })
  const second = page.getByRole('textbox', { name: 'Passphrase again' })
  const file = path.join(userData, 'new.daybook')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Create a log' }).click()
  await expect(first).toBeFocused()
  await expect(first).toHaveAttribute('type', 'password')
  await expect(page.getByText('There is no reset.')).toBeVisible()

  await create.click()
  await expect(page.getByText('Type the passphrase.')).toBeVisible()
  await first.fill('short')
  await expect(page.getByRole('meter', { name: 'Strength' })).toHaveAttribute('aria-valuetext', 'Too short')
  await create.click()
  await expect(page.getByText(/^Use at least \d+ characters/)).toBeVisible()
  await expect(first).toHaveAttribute('aria-invalid', 'true')
  await first.fill(PASSPHRASE)
  await expect(page.getByRole('meter', { name: 'Strength' })).toHaveAttribute(
    'aria-valuetext',
    /^(Good|Strong)/,
  )
  await second.fill(`${PASSPHRASE} `)
  await create.click()
  await expect(page.getByText('The two passphrases are not the same.')).toBeVisible()
  expect(existsSync(file)).toBe(false)

  await answerSaveDialog(app, null)
  await second.fill(PASSPHRASE)
  await create.click()
  await expect(page.getByText('No file was chosen. Nothing was written.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the passphrase' }).first().click()
  await expect(first).toHaveAttribute('type', 'text')

  await answerSaveDialog(app, file)
  await create.click()
  await expectOpen(page)
  await expect(page.getByText('No incidents yet')).toBeVisible()
  expect(existsSync(file)).toBe(true)
})

test('a wrong passphrase is told as such, the file stays as it was, the right one opens it', async ({
  app,
  userData,
}) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await lock(page)
  await expectReleased(file)
  const before = hashOf(file)
  const files = readdirSync(userData).sort()
  await tryPassphrase(page, `${PASSPHRASE}s`)
  await expect(page.getByRole('alert')).toContainText('That passphrase does not open this log.')
  await expect(passphraseField(page)).toHaveValue('')
  expect(hashOf(file)).toBe(before)
  expect(readdirSync(userData).sort()).toEqual(files)
  await unlock(page)
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

test('a damaged file is told from a wrong passphrase with the place of the damage, and is not touched', async ({
  app,
  userData,
}) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await lock(page)
  await expectReleased(file)
  const sound = readFileSync(file)
  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['a bit of a record', (bytes) => flipped(bytes, FRAMES_START + 100)],
    ['cut off', (bytes) => bytes.subarray(0, FRAMES_START + 100)],
    ['empty', (bytes) => bytes.subarray(0, 0)],
    ['both beginnings', (bytes) => flipped(flipped(bytes, 70), SUPERBLOCK_LENGTH + 70)],
  ]
  for (const [name, damage] of damages) {
    const damaged = damage(sound)
    writeFileSync(file, damaged)
    await tryPassphrase(page, PASSPHRASE)
    const alert = page.getByRole('alert')
    await expect(alert, name).toContainText('damaged')
    if (name === 'a bit of a record') await expect(alert).toContainText(/At byte [\d,]+\./)
    await expect(alert.getByRole('button', { name: 'Rescue what can be read…' })).toBeVisible()
    await expect(passphraseField(page)).toBeEnabled()
    expect(readFileSync(file).equals(damaged), name).toBe(true)
  }
  writeFileSync(file, sound)
  await unlock(page)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
})

test('what is still whole is rescued into a new log, and what is lost is said', async ({ app, userData }) => {
  const { page } = app
  const file = await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await addIncident(page, { title: OTHER_TITLE, when: '2017-05' })
  await lock(page)
  await expectReleased(file)
  const bytes = readFileSync(file)
  const damaged = flipped(bytes, lastWritten(bytes) - 40)
  writeFileSync(file, damaged)
  await tryPassphrase(page, PASSPHRASE)
  await page.getByRole('button', { name: 'Rescue what can be read…' }).click()

  const rescued = path.join(userData, 'rescued.daybook')
  await answerSaveDialog(app, null)
  await passphraseField(page).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Choose a new file…' }).click()
  await expect(page.getByText('No file was chosen. Nothing was written.')).toBeVisible()
  await answerSaveDialog(app, rescued)
  await page.getByRole('button', { name: 'Choose a new file…' }).click()
  await expect(page.getByText('rescued into “rescued.daybook”')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/bytes could not be read/)).toBeVisible()
  expect(readFileSync(file).equals(damaged)).toBe(true)

  await answerOpenDialog(app, [rescued])
  await page.getByRole('button', { name: 'Open the new log…' }).click()
  await expect(page.getByRole('heading', { name: 'Unlock rescued' })).toBeVisible()
  await unlock(page)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: OTHER_TITLE })).toHaveCount(0)
})

test('wrong tries in a row cost a wait, and waiting is enough', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await lock(page)
  const message = page.getByRole('alert')
  await tryPassphrase(page, 'wrong number 1')
  await expect(message).toContainText('That passphrase does not open this log.')
  // The wait doubles, so at some try even a slow machine is quicker than it.
  let tries = 1
  await expect(async () => {
    tries += 1
    await passphraseField(page).fill(`wrong number ${tries}`)
    await passphraseField(page).press('Enter')
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await expect(message).toContainText('Too many wrong passphrases in a row.', { timeout: 1 })
  }).toPass({ timeout: 45_000, intervals: [0] })
  expect(tries).toBeGreaterThan(2)
  await expect(page.getByRole('status').filter({ hasText: /^Wait \d+ seconds? before/ })).toBeVisible()
  const button = page.getByRole('button', { name: 'Unlock', exact: true })
  await expect(button).toBeDisabled()
  // The way round the window's own countdown is closed in main.
  const direct = await page.evaluate((passphrase) => window.daybook.logUnlock({ passphrase }), PASSPHRASE)
  expect(direct).toMatchObject({ ok: false, error: { code: 'vault/throttled' } })
  await expect(button).toBeEnabled({ timeout: 30_000 })
  await unlock(page)
})

test('the button, Ctrl L, the screen lock and sleep lock at once, and nothing saved is lost', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  const ways: readonly (() => Promise<unknown>)[] = [
    () => page.getByRole('button', { name: 'Lock', exact: true }).click(),
    async () => {
      // With a form open and the focus in a field.
      await page.getByRole('grid').getByRole('gridcell').first().dblclick()
      await page.getByRole('textbox', { name: 'Summary' }).focus()
      await page.keyboard.press('Control+l')
    },
    async () => {
      // With a dialog in front.
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.press('Control+L')
    },
    () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
    () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend')),
    () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()),
  ]
  for (const way of ways) {
    await way()
    await expect(passphraseField(page)).toBeVisible()
    await expect(page.getByText(TITLE)).toHaveCount(0)
    await unlock(page)
    await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
  }
})

test('the log locks by itself when nobody is there, and where only asking tells that the screen is locked', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: TITLE, when: '2017-04' })
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 599
  })
  // Longer than from one look to the next.
  await page.waitForTimeout(6_000)
  await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
  const aways: readonly (() => Promise<unknown>)[] = [
    () =>
      app.evaluate(({ powerMonitor }) => {
        powerMonitor.getSystemIdleTime = () => 601
      }),
    () =>
      app.evaluate(({ powerMonitor }) => {
        powerMonitor.getSystemIdleState = () => 'locked'
      }),
  ]
  for (const goAway of aways) {
    await goAway()
    await expect(passphraseField(page)).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText(TITLE)).toHaveCount(0)
    await app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 0
      powerMonitor.getSystemIdleState = () => 'active'
    })
    await unlock(page)
    await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
  }
})

test('a log is opened again after the application was closed; what is no log is said to be none', async ({
  app,
  userData,
  appEntry,
}) => {
  const file = await createLog(app, { folder: userData })
  await addIncident(app.page, { title: TITLE, when: '2017-04' })
  await app.close()
  const later = await launch({ userData, ...(appEntry === undefined ? {} : { entry: appEntry }) })
  try {
    const { page } = later
    const open = page.getByRole('button', { name: /^Open (a|another) log…/ })
    await answerOpenDialog(later, null)
    await open.click()
    await expect(open).toBeEnabled()

    const foreign = path.join(userData, 'letter.txt')
    writeFileSync(foreign, 'Dear all,\n'.repeat(100))
    await answerOpenDialog(later, [foreign])
    await open.click()
    await tryPassphrase(page, PASSPHRASE)
    await expect(page.getByRole('alert')).toContainText('is no Daybook log')

    await answerOpenDialog(later, [file])
    await open.click()
    await expect(page.getByRole('heading', { name: 'Unlock spring' })).toBeVisible()
    await unlock(page)
    await expect(page.getByRole('gridcell', { name: TITLE })).toBeVisible()
  } finally {
    await later.close()
  }
})
