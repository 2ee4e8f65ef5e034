import {
  addIncident,
  addLink,
  choose,
  columnTexts,
  createLog,
  goTo,
  lock,
  panel,
  pick,
  rows,
  saveForm,
  unlock,
} from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

test('a record is edited, deleted to the bin, brought back, and every step undone and redone', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first()
  const redo = page.getByRole('button', { name: 'Redo', exact: true })
  await expect(undo).toBeDisabled()
  await addIncident(page, { title: 'First wording', when: '2017-04', summary: 'Seen by two.' })
  const cell = (title: string) => page.getByRole('gridcell', { name: title })

  await cell('First wording').dblclick()
  const form = panel(page, 'Incident')
  await expect(form.getByRole('textbox', { name: 'Summary' })).toHaveValue('Seen by two.')
  await form.getByRole('textbox', { name: 'Title, in one sentence' }).fill('Second wording')
  await expect(form.getByText('Not saved')).toBeVisible()
  await saveForm(form)
  await expect(cell('Second wording')).toBeVisible()
  await form.getByRole('button', { name: 'Close' }).click()

  await undo.click()
  await expect(cell('First wording')).toBeVisible()
  await redo.click()
  await expect(cell('Second wording')).toBeVisible()

  await cell('Second wording').click()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(0)
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText('“Second wording” is in the bin.')
  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(cell('Second wording')).toBeVisible()

  await cell('Second wording').dblclick()
  await panel(page, 'Incident').getByRole('button', { name: 'Move to bin' }).click()
  await expect(panel(page, 'Incident')).toBeHidden()
  await goTo(page, 'Bin')
  await expect(page.getByRole('table', { name: 'Deleted records' })).toContainText('Second wording')
  await page.getByRole('button', { name: 'Put back: Second wording' }).click()
  await expect(page.getByText('The bin is empty')).toBeVisible()
  await goTo(page, 'Incidents')
  await expect(cell('Second wording')).toBeVisible()

  await lock(page)
  await unlock(page)
  await cell('Second wording').dblclick()
  await expect(form.getByRole('textbox', { name: 'Summary' })).toHaveValue('Seen by two.')
})

test('a date that cannot be read is explained beside its field, and nothing typed is lost', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await page.getByRole('button', { name: 'New incident' }).first().click()
  const form = panel(page, 'Incident')
  const when = form.getByRole('textbox', { name: 'When' })
  const save = form.getByRole('button', { name: 'Save', exact: true })
  await form.getByRole('textbox', { name: 'Summary' }).fill('A long account.')
  await form.getByRole('textbox', { name: 'Latitude' }).fill('43,3')
  await when.fill('the day after')
  await save.click()
  await expect(when).toHaveAttribute('aria-invalid', 'true')
  await expect(when).toHaveAccessibleDescription(/This date cannot be read\. Try 2017-04-01/)
  await expect(form.getByRole('textbox', { name: 'Title, in one sentence' })).toBeFocused()
  await expect(form.getByText('Latitude and longitude belong together')).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Summary' })).toHaveValue('A long account.')
  await expect(when).toHaveValue('the day after')
  expect(await page.evaluate(() => window.daybook.logState({}))).toMatchObject({ value: { canUndo: false } })

  await form.getByRole('textbox', { name: 'Title, in one sentence' }).fill('A car is seen')
  await form.getByRole('textbox', { name: 'Longitude' }).fill('45.7')
  await when.fill('about April 2017')
  await expect(form.getByText('Understood as about April 2017')).toBeVisible()
  await saveForm(form)
  await expect(page.getByRole('gridcell', { name: 'about April 2017' })).toBeVisible()
})

test('partial dates stand in the table in words, and the saved state is told', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  const dates: readonly (readonly [string, string])[] = [
    ['2017', '2017'],
    ['April 2017', 'April 2017'],
    ['2017-04-01', '1 April 2017'],
    ['about 2017', 'about 2017'],
    ['Feb–Apr 2017', 'Feb – Apr 2017'],
    ['2017?', '2017 (uncertain)'],
    ['2017-21', 'spring 2017'],
    ['2017-04/..', 'since April 2017'],
  ]
  for (const [typed] of dates) await addIncident(page, { title: `Typed ${typed}`, when: typed })
  for (const [typed, words] of dates) {
    const row = rows(page).filter({
      has: page.getByRole('gridcell', { name: `Typed ${typed}`, exact: true }),
    })
    await expect(row.getByRole('gridcell').first()).toHaveText(words)
  }
  const foot = page.getByRole('contentinfo')
  await expect(foot).toContainText(`${dates.length} of ${dates.length} records`)
  await expect(foot).toContainText(/Saved \d{1,2}:\d{2}/)
  await expect(foot).toContainText('spring')
})

test('the table sorts, filters by query, and shows the columns chosen', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData, demo: true })
  // Sorted by several columns, a header also bears its place in the order.
  const head = (name: string) => page.getByRole('columnheader', { name: new RegExp(`^${name}( \\d)?$`) })
  const foot = page.getByRole('contentinfo')
  await expect(foot).toContainText('82 of 82 records')

  await head('Title').click()
  await expect(head('Title')).toHaveAttribute('aria-sort', 'ascending')
  const ascending = await columnTexts(page, 'Title')
  expect(ascending.length).toBeGreaterThan(10)
  expect(ascending).toEqual([...ascending].sort(new Intl.Collator('en', { numeric: true }).compare))
  await head('Title').click()
  await expect(head('Title')).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => (await columnTexts(page, 'Title'))[0]).not.toBe(ascending[0])
  await head('Status').click()
  await head('When').click({ modifiers: ['Shift'] })
  await expect(head('Status')).not.toHaveAttribute('aria-sort', 'none')
  await expect(head('When')).not.toHaveAttribute('aria-sort', 'none')

  const search = page.getByRole('searchbox', { name: 'Search this table' })
  await search.fill('label:RED')
  await expect(foot).toContainText('11 of 82 records')
  expect(new Set(await columnTexts(page, 'Label'))).toEqual(new Set(['RED']))
  await search.fill('label:RED when:2017-06')
  await expect(foot).not.toContainText('11 of 82')
  await search.fill('when:nonsense')
  await expect(page.getByText('The date in “when:nonsense” cannot be read.')).toBeVisible()
  await search.fill('colour:red')
  await expect(page.getByText('There is no search word “colour:red”', { exact: false })).toBeVisible()
  await search.fill('zzzznowhere')
  await expect(page.getByText('No record matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).first().click()
  await expect(foot).toContainText('82 of 82 records')

  await expect(head('Tags')).toHaveCount(0)
  await page.getByRole('button', { name: 'Columns' }).click()
  const chooser = page.getByRole('dialog', { name: 'Columns shown' })
  await chooser.getByText('Tags').click()
  await chooser.getByText('Place').click()
  await page.keyboard.press('Escape')
  await expect(head('Tags')).toBeVisible()
  await expect(head('Place')).toHaveCount(0)
  await goTo(page, 'Sources')
  await goTo(page, 'Incidents')
  await expect(head('Tags')).toBeVisible()
})

test('an incident is made, found, edited and deleted with the keyboard alone', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const type = (text: string) => page.keyboard.type(text)
  for (const title of ['Alpha at the bridge', 'Beta at the mill']) {
    await press('n')
    await expect(page.getByRole('textbox', { name: 'Title, in one sentence' })).toBeFocused()
    await type(title)
    await press('Tab', 'Tab')
    await expect(page.getByRole('textbox', { name: 'When' })).toBeFocused()
    await type(title.startsWith('Alpha') ? 'April 2017' : '2018')
    await press('Control+s')
    await expect(page.getByRole('gridcell', { name: title })).toBeVisible()
    await press('Escape')
    await expect(panel(page, 'Incident')).toBeHidden()
    await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1)
  }
  await press('Control+Home')
  await expect(page.getByRole('gridcell', { name: '2018' })).toBeFocused()
  await press('ArrowDown', 'ArrowRight')
  await expect(page.getByRole('gridcell', { name: 'Alpha at the bridge' })).toBeFocused()
  await press('Enter')
  const form = panel(page, 'Incident')
  await expect(form.getByRole('textbox', { name: 'Title, in one sentence' })).toBeFocused()
  await press('End')
  await type(', at noon')
  await press('Control+s')
  await expect(page.getByRole('gridcell', { name: 'Alpha at the bridge, at noon' })).toBeVisible()
  await press('Escape')
  await expect(page.getByRole('gridcell', { name: 'Alpha at the bridge, at noon' })).toBeFocused()
  await press('Delete')
  await expect(rows(page)).toHaveCount(1)
  await press('Control+z')
  await expect(rows(page)).toHaveCount(2)
  await press('Control+Shift+z')
  await expect(rows(page)).toHaveCount(1)
  await press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await type('mill')
  await expect(rows(page)).toHaveCount(1)
  await press('Control+2')
  await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible()
  await press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('leaving a form with changes asks first', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await addIncident(page, { title: 'As it was', when: '2017' })
  await page.getByRole('gridcell', { name: 'As it was' }).dblclick()
  const title = page.getByRole('textbox', { name: 'Title, in one sentence' })
  await title.fill('As it might be')
  await page.getByRole('navigation').getByRole('button', { name: 'Sources', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: 'Discard your changes?' })
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(title).toHaveValue('As it might be')
  await page.getByRole('navigation').getByRole('button', { name: 'Sources', exact: true }).click()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible()
  await goTo(page, 'Incidents')
  await expect(page.getByRole('gridcell', { name: 'As it was' })).toBeVisible()
})

test('a source item names its source in place, and what it derives from counts as one', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await goTo(page, 'Source items')
  const form = panel(page, 'Source item')
  for (const title of ['The first report', 'A report that quotes it']) {
    await page.getByRole('button', { name: 'New source item' }).first().click()
    await form.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
    await pick(page, form, 'Type', 'News')
    if (title === 'The first report') {
      await form.getByRole('button', { name: 'New source', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'New source' })
      await dialog.getByRole('textbox', { name: 'Name or code name' }).fill('Harbour Paper')
      await choose(page, dialog, 'Reliability', 'B')
      await dialog.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(dialog).toBeHidden()
      const source = form.getByRole('combobox', { name: 'Source', exact: true })
      await expect(source).toHaveValue('Harbour Paper')
      // Emptied by its button, which goes away: who works by keyboard stands in the field then.
      await source.focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(source).toHaveValue('')
      await expect(source).toBeFocused()
      await pick(page, form, 'Source', 'Harbour Paper')
    } else {
      await pick(page, form, 'Source', 'Harbour Paper')
      await addLink(page, form, {
        add: 'Add an item it derives from',
        row: 'Derivation 1',
        field: 'Source item',
        typed: 'The first report',
      })
    }
    await saveForm(form)
  }
  await form.getByRole('button', { name: 'Close' }).click()
  await goTo(page, 'Claims')
  await page.getByRole('button', { name: 'New claim' }).first().click()
  const claim = panel(page, 'Claim')
  await claim.getByRole('textbox', { name: 'Statement' }).fill('The ferry did not run')
  for (const [index, typed] of ['The first report', 'A report that quotes it'].entries())
    await addLink(page, claim, {
      add: 'Add evidence for it',
      row: `Evidence for ${index + 1}`,
      field: 'Source item',
      typed,
    })
  await expect(claim.getByText('1 independent source')).toBeVisible()
  await saveForm(claim)
  await expect(rows(page)).toHaveCount(1)
})

test('an item in the same words is suggested, and linked only when somebody says so', async ({
  app,
  userData,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await page.evaluate(async () => {
    const { recordsSave } = window.daybook
    const quote =
      'The ferry was held at the pier until the morning, said the harbour master, and nobody left it.'
    const add = async (kind: Parameters<typeof recordsSave>[0]['kind'], fields: object) => {
      const reply = await recordsSave({ kind, id: null, fields: { ...fields } })
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.value.id
    }
    const source = await add('sources', { name: 'Harbour Paper', kind: 'media', reliability: 'F' })
    const item = { itemType: 'interview', source, accessedAt: '2017-05', quote }
    await add('sourceItems', { ...item, title: 'The first report', publishedAt: '2017-04-01' })
    await add('sourceItems', { ...item, title: 'A later report', publishedAt: '2017-04-03' })
  })
  await goTo(page, 'Source items')
  await rows(page).filter({ hasText: 'A later report' }).getByRole('gridcell').first().dblclick()
  const alike = panel(page, 'Source item').getByRole('region', { name: 'Items in the same words' })
  await alike.getByRole('button', { name: 'Look for them' }).click()
  await expect(alike.getByText('The first report')).toBeVisible()
  await expect(rows(page).filter({ hasText: 'A later report' })).not.toContainText('The first report')
  await alike.getByRole('button', { name: 'This one republishes it' }).click()
  await expect(alike.getByText('No other item has a passage of this one')).toBeVisible()
  await expect(rows(page).filter({ hasText: 'A later report' })).toContainText('The first report')
})
