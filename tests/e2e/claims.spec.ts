import type { Page } from '@playwright/test'
import { createLog, escapeRegExp, goTo } from '../support/e2eSteps.ts'
import { expect, test } from './fixtures.ts'

// A claim's page in the demo log, opened from the board and read as a person reads it.

const openClaim = (page: Page, statement: string) =>
  page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${escapeRegExp(statement)}`) })
    .click()
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test.beforeEach(async ({ app, userData }) => {
  await createLog(app, { folder: userData, demo: true })
  await goTo(app.page, 'Claims board')
})

test('three articles that quote one are one root', async ({ app }) => {
  const { page } = app
  await openClaim(page, 'Security forces in Chechnya')
  await expect(title(page)).toBeFocused()
  const graph = section(page, 'Where it comes from')
  await expect(graph).toContainText(
    '8 source items; 4 independent sources for, 1 independent source against.',
  )
  await expect(graph.getByRole('button', { name: /quotes “First newspaper report/ })).toHaveCount(3)
  await graph.getByRole('button', { name: 'The same as a list' }).click()
  await expect(graph.getByRole('listitem').filter({ hasText: '(listed above)' }).first()).toBeVisible()
})
