import type { Page } from '@playwright/test'
import { isRowKind } from '../../src/shared/ipc/rows.ts'
import type { EditableKind } from '../../src/shared/ipc/views.ts'
import { allPortions } from '../support/allRecords.ts'
import { fillFormByKeyboard, formValues } from '../support/e2eFormWalk.ts'
import { createLog, panel, type RecordName, type Section, sectionKeys } from '../support/e2eSteps.ts'
import { controlsOf } from '../support/formControls.ts'
import { expect, type RunningApp, test } from './fixtures.ts'

// Each kind of record by keyboard alone: every field is filled, saved, opened again, and holds what was typed.

interface Form {
  readonly kind: EditableKind
  readonly section: Section
  readonly name: RecordName
  /** Fields that nothing can be chosen for here, and what is no value of its own. */
  readonly without: readonly string[]
}

/** In an order in which each finds the records it links to. */
const FORMS: readonly Form[] = [
  { kind: 'organisations', section: 'Organisations', name: 'Organisation', without: [] },
  {
    kind: 'persons',
    section: 'People',
    name: 'Person',
    // Asked for only in a log that was set to.
    without: ['sexualOrientation', 'sexualOrientationNote', 'genderIdentity', 'genderIdentityNote'],
  },
  { kind: 'sources', section: 'Sources', name: 'Source', without: [] },
  // A file of evidence is added elsewhere.
  { kind: 'sourceItems', section: 'Source items', name: 'Source item', without: ['evidence'] },
  { kind: 'incidents', section: 'Incidents', name: 'Incident', without: [] },
  // No act of the incident that is found first has a name.
  { kind: 'claims', section: 'Claims', name: 'Claim', without: ['about.act'] },
  { kind: 'contacts', section: 'Public contacts', name: 'Public contact', without: [] },
  { kind: 'actions', section: 'Actions', name: 'Action', without: [] },
]

/** Others of their kind, for what links to its like. */
async function addOthers(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { recordsSave } = window.daybook
    const add = async (kind: Parameters<typeof recordsSave>[0]['kind'], fields: object) => {
      const reply = await recordsSave({ kind, id: null, fields: { ...fields } })
      if (!reply.ok) throw new Error(`${kind}: ${reply.error.code}`)
      return reply.value.id
    }
    await add('organisations', { name: 'Another organisation', kind: 'police' })
    await add('persons', { codeName: 'Another person', roles: ['witness'] })
    const source = await add('sources', { name: 'Another source', kind: 'media', reliability: 'F' })
    await add('sourceItems', { title: 'Another item', itemType: 'interview', source, accessedAt: '2017' })
    await add('incidents', {
      title: 'Another incident',
      summary: '',
      when: '2016',
      where: {},
      violationTypes: [],
      status: 'unknown',
    })
    await add('claims', {
      statement: 'Another claim',
      kind: 'event',
      status: 'not-assessed',
      credibility: 6,
    })
  })
}

/** Paths of the fields of a record that hold something, list positions left out. */
function filledPaths(value: unknown, path = ''): readonly string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) {
    const inside = value.flatMap((each) => filledPaths(each, path))
    return value.length === 0 ? [] : [path, ...inside]
  }
  if (typeof value !== 'object') return [path]
  const inside = Object.entries(value).flatMap(([name, each]) =>
    filledPaths(each, path === '' ? name : `${path}.${name}`),
  )
  return path === '' ? inside : [path, ...inside]
}

/** The one record of a kind as the log holds it, its locked fields included. */
async function recordOf(page: Page, kind: EditableKind): Promise<object> {
  const portions = await allPortions(page)
  const record = portions
    .flatMap((portion) => Object.values(portion[kind] ?? {}))
    .find((each) => JSON.stringify(each).includes('Words for'))
  if (record === undefined) throw new Error(`no ${kind}`)
  if (isRowKind(kind)) {
    return page.evaluate(
      async ([asked, id]) => {
        const reply = await window.daybook.recordsWhole({ kind: asked, ids: [id] })
        if (!reply.ok) throw new Error(reply.error.code)
        return reply.value.records[0] ?? {}
      },
      [kind, record.id] as const,
    )
  }
  if (kind !== 'persons' && kind !== 'sources') return record
  const locked = await page.evaluate(
    async ([asked, id]) => {
      const reply = await window.daybook.recordsReveal({ kind: asked, id })
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.value.fields
    },
    [kind, record.id] as const,
  )
  return { ...record, ...locked }
}

async function newByKeyboard({ page }: RunningApp, { section, name }: Form): Promise<void> {
  await page.keyboard.press(sectionKeys(section))
  await expect(page.getByRole('heading', { name: section, level: 1 })).toBeVisible()
  await page.keyboard.press('n')
  await expect(panel(page, name)).toBeVisible()
}

/** Opens all of the form of the record that was saved last. */
async function showAll(page: Page, { kind, name }: Form): Promise<void> {
  const form = panel(page, name)
  if (kind === 'persons' || kind === 'sources') {
    await form.getByRole('button', { name: 'Show locked fields' }).click()
    await expect(form.getByRole('button', { name: 'Hide them again' })).toBeVisible()
  }
  await form.getByRole('button', { name: /^More/ }).click()
}

test('every field of every kind is filled by keyboard, saved, and there again', async ({
  app,
  userData,
  shot,
}) => {
  test.setTimeout(600_000)
  const { page } = app
  await createLog(app, { folder: userData })
  await addOthers(page)
  for (const form of FORMS) {
    await test.step(form.kind, async () => {
      await newByKeyboard(app, form)
      // A form opens on its first field; tags are above it.
      await page.keyboard.press('Shift+Tab')
      await fillFormByKeyboard(page)
      await page.keyboard.press('Control+s')
      await expect(panel(page, form.name).getByRole('button', { name: 'Move to bin' })).toBeVisible()
      await shot(`form-${form.kind}`)

      const record = await recordOf(page, form.kind)
      const expected = controlsOf(form.kind)
        .map(({ path }) => path)
        .filter((path) => !form.without.includes(path))
      const filled = new Set(filledPaths(record))
      expect(expected.filter((path) => !filled.has(path))).toEqual([])

      // What the form shows of it is what it holds: nothing to save, and the same once opened anew.
      await showAll(page, form)
      const shown = await formValues(page)
      await page.keyboard.press('Escape')
      await expect(panel(page, form.name)).toBeHidden()
      await page
        .getByRole('gridcell', { name: /^Words for/ })
        .first()
        .dblclick()
      await showAll(page, form)
      expect(await formValues(page)).toEqual(shown)
      await expect(panel(page, form.name).getByText('Not saved')).toHaveCount(0)
      await page.keyboard.press('Escape')
    })
  }
})
