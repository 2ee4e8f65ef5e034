import { createLog } from '../support/e2eSteps.ts'
import { answerOpenDialog, launch, test } from './fixtures.ts'

test('explore', async ({ app, userData, appEntry }) => {
  await createLog(app, { folder: userData })
  await app.close()
  const later = await launch({ userData, ...(appEntry === undefined ? {} : { entry: appEntry }) })
  const open = later.page.getByRole('button', { name: /^Open (a|another) log…$/ })
  for (let i = 0; i < 3; i++) {
    console.log(await open.count())
    await new Promise((r) => setTimeout(r, 500))
  }
  await answerOpenDialog(later, null)
  console.log(await open.count())
  await open.click({ timeout: 3000 }).catch((e) => console.log(String(e)))
  console.log(await later.page.locator('body').ariaSnapshot())
  await later.close()
})
