import { createLog, goTo, panel, pick, saveForm } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

// Names of places: offered while one types, kept as they are typed, and added where the gazetteer has none.

test('a region is offered in any spelling, and a town is added to the log', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await page.keyboard.press('n')
  const incident = panel(page, 'Incident')
  await incident.getByRole('textbox', { name: 'Title, in one sentence' }).fill('A man is taken away')
  await incident.getByRole('textbox', { name: 'When' }).fill('April 2017')
  await pick(page, incident, 'Country', 'Russia')

  const region = incident.getByRole('combobox', { name: 'Region' })
  // The list opens on a keystroke once the table of places has been read.
  await expect(async () => {
    await region.fill('')
    await region.pressSequentially('чеченская')
    await expect(page.getByRole('option', { name: 'Chechnya' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await shot('places-01-offered')
  await region.press('ArrowDown')
  await region.press('Enter')
  await expect(region).toHaveValue('Chechnya')

  const district = incident.getByRole('combobox', { name: 'District' })
  await district.fill('Somewhere beyond')
  await district.press('Tab')
  await expect(district).toHaveValue('Somewhere beyond')

  const town = incident.getByRole('combobox', { name: 'Town or village' })
  await town.pressSequentially('Tavrignolo')
  await page.getByRole('option', { name: /Tavrignolo/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a place' })
  await expect(dialog.getByRole('combobox', { name: 'Part of the region' })).toHaveValue('Chechnya')
  await dialog.getByRole('textbox', { name: 'Also called' }).fill('Тавриньоло, Tavriniolo')
  await shot('places-02-added')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(town).toHaveValue('Tavrignolo')

  await town.clear()
  await town.pressSequentially('Тавр')
  await page.getByRole('option', { name: 'Tavrignolo' }).click()
  await expect(town).toHaveValue('Tavrignolo')
  await saveForm(incident)

  await goTo(page, 'Settings')
  await expect(page.getByText('Tavrignolo, Тавриньоло, Tavriniolo')).toBeVisible()
  await shot('places-03-settings')
  await page.getByRole('button', { name: 'Remove Tavrignolo' }).click()
  await expect(page.getByText('No places added yet.')).toBeVisible()
})
