import type { Page } from '@playwright/test'
import { INCIDENT_STATUSES } from '../../src/core/vocabularyCodes.ts'
import type { Catalogue } from '../../src/shared/i18n/catalogue.ts'
import { allPortions } from '../support/allRecords.ts'
import { loadCatalogues } from '../support/catalogues.ts'
import { whatHasFocus } from '../support/e2eFormWalk.ts'
import { speakAnywhere } from '../support/e2eScreens.ts'
import { createLog, PASSPHRASE, type Section, sectionKeys } from '../support/e2eSteps.ts'
import { type Entry, enterFields, readTable, tabTo } from '../support/e2eTyping.ts'
import { ENTERED, type EnteredLanguage } from '../support/enteredRecords.ts'
import { expect, test } from './fixtures.ts'

// A day's work without a pointer: sources, incidents and claims are entered by keys alone, one after another.

type Words = (key: keyof Catalogue) => string

/** Enters records of one kind one after another, in forms that follow each other. */
async function enterAll(
  page: Page,
  words: Words,
  section: Section,
  forms: readonly (readonly Entry[])[],
): Promise<void> {
  await page.keyboard.press(sectionKeys(section))
  await expect(page.getByRole('navigation').locator('[aria-current="page"]')).toContainText(
    words(`kind.${section.toLowerCase()}` as keyof Catalogue),
  )
  await page.keyboard.press('n')
  for (const [index, entries] of forms.entries()) {
    const first = entries[0]?.field ?? ''
    await expect.poll(async () => whatHasFocus(page)).toMatchObject({ name: first, value: '' })
    await enterFields(page, entries)
    const isLast = index === forms.length - 1
    await page.keyboard.press(isLast ? 'Control+s' : 'Control+Enter')
  }
  await expect(page.getByRole('button', { name: words('table.delete') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
}

/** Every record is a row of the table, and shows what was entered. */
async function expectRows(
  page: Page,
  section: Section,
  expected: readonly (readonly string[])[],
): Promise<void> {
  await page.keyboard.press(sectionKeys(section))
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(expected.length + 1))
  await expect(page.locator('[role="gridcell"]:focus')).toBeVisible()
  const table = await readTable(page)
  const missing = expected.filter((texts) => !table.some((row) => texts.every((text) => row.includes(text))))
  expect({ missing, table: missing.length === 0 ? [] : table }).toEqual({ missing: [], table: [] })
}

for (const language of ['en', 'ar'] as const satisfies readonly EnteredLanguage[]) {
  test(`twenty incidents, ten sources and five claims are entered by keyboard: ${language}`, async ({
    app,
    userData,
    shot,
  }) => {
    test.setTimeout(180_000)
    const { page } = app
    const catalogue = (await loadCatalogues()).get(language) ?? {}
    const words: Words = (key) => String(catalogue[key] ?? key)
    const { incidents, sources, claims } = ENTERED[language]
    await createLog(app, { folder: userData })
    if (language !== 'en') await speakAnywhere(app, language)

    await enterAll(
      page,
      words,
      'Sources',
      sources.map(({ name, kind, reliability, reason }) => [
        { field: words('records.source.name'), value: name, how: 'type' },
        { field: words('records.source.kind'), value: kind, how: 'choose' },
        { field: words('records.source.reliability'), value: `${reliability} ·`, how: 'choose' },
        { field: words('records.source.reliabilityReason'), value: reason, how: 'type' },
      ]),
    )
    const itemType = { en: 'Note of a conv', ar: 'تدوين محادثة' }[language]
    const statusOf = (index: number) =>
      words(`status.incident.${INCIDENT_STATUSES[index % INCIDENT_STATUSES.length] ?? 'unknown'}`)
    await enterAll(
      page,
      words,
      'Incidents',
      incidents.map(({ title, when, country, town, violation }, index) => [
        { field: words('records.incident.title'), value: title, how: 'type' },
        { field: words('records.incident.when'), value: when, how: 'type' },
        { field: words('records.incident.status'), value: statusOf(index), how: 'choose' },
        { field: words('records.place.name'), value: town, how: 'type' },
        { field: words('records.place.country'), value: country, how: 'find' },
        { field: words('records.incident.violationTypes'), value: violation, how: 'find' },
      ]),
    )
    await enterAll(
      page,
      words,
      'Claims',
      claims.map(({ statement, status, about, item, source }) => [
        { field: words('records.claim.statement'), value: statement, how: 'type' },
        { field: words('records.claim.status'), value: status, how: 'choose' },
        { field: words('records.claim.about.add'), value: '', how: 'press' },
        { field: words('records.claim.about.id'), value: about, how: 'find' },
        { field: words('records.claim.evidenceFor.add'), value: '', how: 'press' },
        { field: words('table.sourceItems.new'), value: '', how: 'press' },
        { field: words('records.item.title'), value: item, how: 'type' },
        { field: words('records.item.itemType'), value: itemType, how: 'find' },
        { field: words('records.item.source'), value: source, how: 'find' },
        // The dialog saves, and gives the new item to the claim.
        { field: words('records.item.source'), value: '', how: 'save' },
        { field: words('records.evidenceLink.quote'), value: statement, how: 'type' },
      ]),
    )
    await shot(`keyboard-${language}`)

    await page.keyboard.press('Control+l')
    await expect(page.getByRole('textbox', { name: words('unlock.passphrase.label') })).toBeFocused()
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 })

    await expectRows(
      page,
      'Incidents',
      incidents.map(({ title, country, town, violation }, index) => [
        title,
        town,
        country,
        violation,
        statusOf(index),
      ]),
    )
    await expectRows(
      page,
      'Sources',
      sources.map(({ name, kind, reliability }) => [name, kind, reliability]),
    )
    await expectRows(
      page,
      'Claims',
      claims.map(({ statement, status }) => [statement, status]),
    )
    await expectRows(
      page,
      'Source items',
      claims.map(({ item, source }) => [item, source]),
    )
    const records = (await allPortions(page)).flatMap((portion) => Object.values(portion.incidents ?? {}))
    expect(records.map(({ title, when }) => `${title} ${when}`).sort()).toEqual(
      incidents.map(({ title, when }) => `${title} ${when}`).sort(),
    )
  })
}

/** Sends keys as fast as they can be taken in, not waiting for what each does. */
async function pressAtOnce(
  page: Page,
  keys: readonly (readonly [key: string, code: number])[],
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await Promise.all(
    keys.flatMap(([key, windowsVirtualKeyCode]) =>
      (['keyDown', 'keyUp'] as const).map((type) =>
        session.send('Input.dispatchKeyEvent', {
          type,
          key,
          code: key,
          windowsVirtualKeyCode,
          ...(type === 'keyDown' && key === 'Enter' ? { text: '\r' } : {}),
        }),
      ),
    ),
  )
}

const [ENTER, TAB, UP] = [
  ['Enter', 13],
  ['Tab', 9],
  ['ArrowUp', 38],
] as const

test('keys that are faster than the lists lose nothing', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Title, in one sentence' })).toBeFocused()

  // The button of a short list has the focus again before the next key comes.
  await tabTo(page, 'Status')
  await pressAtOnce(page, [ENTER, UP, ENTER, TAB])
  await expect.poll(async () => (await whatHasFocus(page)).name).toBe('Status: add a note')
  await expect(page.getByRole('button', { name: 'Unlikely Status' })).toBeVisible()

  // A list closes when the form is scrolled; what was typed stays, and the choice is made.
  await tabTo(page, 'Country')
  const country = page.getByRole('combobox', { name: 'Country', exact: true })
  await page.keyboard.type('Mexi')
  await expect(page.getByRole('option').first()).toBeVisible()
  await country.evaluate((field) => field.closest('.panel__body')?.dispatchEvent(new Event('scroll')))
  await expect(country).toHaveValue('Mexi')
  await page.keyboard.type('co')
  await page.keyboard.press('Tab')
  await expect(country).toHaveValue('Mexico')

  // What nothing bears the name of is not taken for something else, and stays until it is given up.
  await tabTo(page, 'Claims')
  const claims = page.getByRole('combobox', { name: 'Claims', exact: true })
  await page.keyboard.type('nothing')
  await page.keyboard.press('Enter')
  await expect(claims).toHaveValue('nothing')
  await page.keyboard.press('Escape')
  await expect(claims).toHaveValue('')
  await expect(page.getByRole('complementary')).toBeVisible()
})

test('keys that are faster than the form lose nothing', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 8 })
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Title, in one sentence' })).toBeFocused()
  // Each letter has the rest of the form drawn anew: a form is never ready while somebody types.
  for (let at = 0; at < 12; at += 1) await page.keyboard.type('a')
  await pressAtOnce(page, [TAB, TAB, TAB])
  await expect.poll(async () => (await whatHasFocus(page)).name).toContain('Status')
})

test('a text of which nothing was chosen is not linked by Tab, and not dropped by a save', async ({
  app,
  shot,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await page.keyboard.press('n')
  const title = page.getByRole('textbox', { name: 'Title, in one sentence' })
  await expect(title).toBeFocused()
  await page.keyboard.type('Somebody was taken away')
  await tabTo(page, 'When')
  await page.keyboard.type('2017-04-01')
  await tabTo(page, 'Country')
  const country = page.getByRole('combobox', { name: 'Country', exact: true })
  await page.keyboard.type('Nowhere')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.keyboard.press('Tab')
  const problem = page.getByText('Choose one of the list, or clear the field.')
  await expect(problem).toBeVisible()
  await expect(country).toHaveValue('Nowhere')
  await shot('keyboard-unchosen')

  const remove = page.getByRole('button', { name: 'Move to bin', exact: true })
  for (const keys of ['Control+s', 'Control+Enter']) {
    await page.keyboard.press(keys)
    await expect(country).toBeFocused()
    await expect(country).toHaveValue('Nowhere')
    await expect(problem).toBeVisible()
    await expect(title).toHaveValue('Somebody was taken away')
    await expect(remove).toBeHidden()
  }
  await page.keyboard.press('Escape')
  await expect(problem).toBeHidden()
  await expect(country).toHaveValue('')
  await page.keyboard.type('Mexi')
  await page.keyboard.press('Control+s')
  await expect(problem).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(problem).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect(remove).toBeVisible()

  // In the form of a record that is there, the keys for another one save and stay.
  await title.focus()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('End')
  await page.keyboard.type(' again')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary').getByText('Not saved', { exact: true })).toBeHidden()
  await expect(title).toHaveValue('Somebody was taken away again')
  await expect(remove).toBeVisible()
})
