import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { choose, createLog, goTo, rows } from '../support/e2eSteps.ts'
import { answerOpenDialog, expect, type RunningApp, test } from './fixtures.ts'

const UCDP_HEADER =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,' +
  'dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,' +
  'number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,' +
  'where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,' +
  'region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,' +
  'high,low,gwnoa,gwnob'

/** Rows of the shape of UCDP GED; the third has a date that does not exist, the fifth a latitude beyond the pole. */
function smallUcdp(): string {
  const row = (id: number, day: string, latitude: string) =>
    [
      id,
      `"TST-2019-1-${id}"`,
      2019,
      1,
      '"Clear"',
      1,
      299,
      299,
      '"Testland: Government"',
      1,
      1,
      '"Government - Others"',
      1,
      1,
      '"Government"',
      2,
      2,
      '"Others"',
      1,
      `"""Herald,2019-01-0${(id % 9) + 1},A headline"""`,
      '"Herald"',
      '"2019-01-02"',
      '"A headline"',
      '"Herald"',
      1,
      '"Rami village"',
      '"Rami village"',
      '"Idlib governorate"',
      '"Ariha district"',
      latitude,
      36.5,
      '"POINT (36.5 35.7)"',
      181154,
      '"Syria"',
      652,
      '"Middle East"',
      1,
      1,
      day,
      day,
      0,
      2,
      0,
      0,
      2,
      3,
      2,
      652,
      '',
    ].join(',')
  return [
    UCDP_HEADER,
    row(1, '2019-01-03', '35.7'),
    row(2, '2019-02-04', '35.8'),
    row(3, '2019-02-30', '35.7'),
    row(4, '2019-03-05', '35.9'),
    row(5, '2019-04-06', '95.7'),
    row(6, '2019-05-07', '36.1'),
  ].join('\n')
}

const count = (page: Page, name: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd[1]')

async function chooseFile(app: RunningApp, file: string): Promise<void> {
  await answerOpenDialog(app, [file])
  await goTo(app.page, 'Import')
  await app.page.getByRole('button', { name: 'Choose a file…' }).click()
}

test('a UCDP file: preview, rejected rows, label, one step to undo, nothing new the second time', async ({
  app,
  userData,
  shot,
}) => {
  const { page } = app
  await createLog(app, { folder: userData })
  const file = path.join(userData, 'ged.csv')
  writeFileSync(file, smallUcdp())
  await chooseFile(app, file)
  await expect(page.getByRole('heading', { name: 'What importing ged.csv would do' })).toBeVisible()
  await expect(page.getByText('Recognised as UCDP Georeferenced Event Dataset. 6 rows.')).toBeVisible()
  await expect(count(page, 'New')).toHaveText('4')
  await expect(count(page, 'Rejected')).toHaveText('2')
  const rejected = page.getByRole('table', { name: '2 rejected rows' })
  const row = (at: number) => rejected.getByRole('row').nth(at)
  await expect(row(0)).toContainText('RowColumnReasonWhat stands there')
  await expect(row(1).getByRole('cell').nth(0)).toHaveText('3')
  await expect(row(1).getByRole('cell').nth(1)).toHaveText('date_start')
  await expect(row(1).getByRole('cell').nth(2)).toHaveText('The date cannot be read without guessing')
  await expect(row(1).getByRole('cell').nth(3)).toHaveText('2019-02-30')
  await expect(rejected.getByText('95.7')).toBeVisible()
  await expect(rejected.getByText('latitude')).toBeVisible()
  // Nothing is saved yet.
  expect(await page.evaluate(() => window.daybook.logState({}))).toMatchObject({ value: { canUndo: false } })

  await choose(page, page, 'Sharing label of the new records', 'CLEAR')
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await shot('import-preview')
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await expect(page.getByText('ged.csv is imported')).toBeVisible()
  await expect(page.getByText('4 new, 0 updated, 0 unchanged, 2 rejected.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the incidents' }).click()
  await expect(rows(page)).toHaveCount(4)
  await expect(page.getByRole('gridcell', { name: 'CLEAR' })).toHaveCount(4)
  await expect(page.getByRole('gridcell', { name: '3 January 2019' })).toBeVisible()

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(page.getByText('No incidents yet')).toBeVisible()
  await goTo(page, 'Sources')
  await expect(page.getByText('No sources yet')).toBeVisible()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await expect(page.getByText('No sources yet')).toBeHidden()

  await chooseFile(app, file)
  await expect(count(page, 'New')).toHaveText('0')
  await expect(count(page, 'Unchanged')).toHaveText('4')
  await expect(page.getByRole('button', { name: 'Import', exact: true }).last()).toBeDisabled()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Cancelled. The log is as before.')).toBeVisible()
})

test('a foreign table asks for a mapping file and says its columns', async ({ app, userData, shot }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  const file = path.join(userData, 'cases.csv')
  const mapping = path.join(userData, 'mapping.json')
  writeFileSync(
    file,
    'Case no.,Date,Province,Deaths,Reported by\nA-1,03/04/2017,North,2,Herald\nA-2,2017,South,x,Herald\nA-3,13/04/2017,East,,Courier\n',
  )
  writeFileSync(mapping, '{"format": "csv"}')
  await chooseFile(app, file)
  await expect(page.getByRole('heading', { name: 'What do the columns of cases.csv mean?' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Columns of the file' }).getByRole('listitem')).toHaveText([
    'Case no.',
    'Date',
    'Province',
    'Deaths',
    'Reported by',
  ])
  await shot('import-mapping')
  await answerOpenDialog(app, [mapping])
  await page.getByRole('button', { name: 'Choose a mapping file…' }).click()
  await expect(page.getByRole('alert')).toContainText('The mapping file is not as it should be.')
  writeFileSync(
    mapping,
    JSON.stringify({
      format: 'csv',
      kind: 'incidents',
      columns: {
        'Case no.': { field: 'externalId' },
        Date: { field: 'when', date: 'dmy' },
        Province: { field: 'where.admin1' },
        Deaths: { field: 'counts.killed.best' },
        'Reported by': { field: 'source.name' },
      },
      constants: { 'where.country': 'RU', status: 'possible' },
    }),
  )
  await page.getByRole('button', { name: 'Choose a mapping file…' }).click()
  await expect(count(page, 'New')).toHaveText('2')
  await expect(count(page, 'Rejected')).toHaveText('1')
  const rejected = page.getByRole('table', { name: '1 rejected row' }).getByRole('row').nth(1)
  await expect(rejected.getByRole('cell')).toHaveText([
    '2',
    'Deaths',
    'Not a whole number of zero or more',
    'x',
  ])
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await expect(page.getByText('2 new, 0 updated, 0 unchanged, 1 rejected.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the incidents' }).click()
  await expect(page.getByRole('gridcell', { name: '3 April 2017', exact: true })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'RED' })).toHaveCount(2)
})

test('closing the dialog or an unknown file leaves the log as it was', async ({ app, userData }) => {
  const { page } = app
  await createLog(app, { folder: userData })
  await answerOpenDialog(app, null)
  await goTo(page, 'Import')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('No file was chosen. The log is as before.')).toBeVisible()
  const file = path.join(userData, 'picture.bin')
  writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 1, 2, 3]))
  await chooseFile(app, file)
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await page.evaluate(() => window.daybook.logState({}))).toMatchObject({ value: { canUndo: false } })
})

test('the UCDP sample: every row is accounted for, and the second import has nothing new', async ({
  app,
  userData,
}) => {
  const folder = process.env.DAYBOOK_TEST_DATA
  const file = path.resolve(folder ?? '', 'ucdp-ged/ucdp_sample_23.csv')
  test.skip(folder === undefined || !existsSync(file), 'skipped: DAYBOOK_TEST_DATA not set')
  const { page } = app
  await createLog(app, { folder: userData })
  await chooseFile(app, file)
  const label = page.getByText(/^Recognised as UCDP .* rows\./)
  await expect(label).toBeVisible({ timeout: 30_000 })
  const numberOf = async (name: string) => Number((await count(page, name).textContent())?.replace(/\D/g, ''))
  const total = Number(/([\d,]+) rows/.exec((await label.textContent()) ?? '')?.[1]?.replace(',', ''))
  expect(total).toBe(parse(readFileSync(file), { bom: true }).length - 1)
  const [fresh, rejected] = [await numberOf('New'), await numberOf('Rejected')]
  expect(fresh + rejected).toBe(total)
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await expect(page.getByText(/ is imported$/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Import another file' }).click()
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(count(page, 'Unchanged')).toHaveText(new Intl.NumberFormat('en').format(fresh), {
    timeout: 30_000,
  })
  expect(await numberOf('New')).toBe(0)
  expect(await numberOf('Updated')).toBe(0)
})
