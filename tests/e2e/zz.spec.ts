import { writeFileSync } from 'node:fs'
import { test, expect } from './fixtures.ts'
import { createLog, goTo, type Section } from '../support/e2eSteps.ts'
test('explore', async ({ app, userData }) => {
  test.setTimeout(120000)
  const p = app.page
  const dump = async (n: string) => { writeFileSync(`/tmp/e2e-app/${n}.yml`, await p.locator('body').ariaSnapshot()); await p.screenshot({ path: `/tmp/e2e-app/${n}.png` }) }
  p.on('console', (m) => console.log('console', m.type(), m.text()))
  await dump('unlock')
  await createLog(app, { folder: userData, demo: true })
  for (const s of ['Incidents','Sources','Source items','Claims','Claims board','Brief','Import','Bin','Settings'] as Section[]) { await goTo(p, s); await dump(s.replace(' ','_')) }
  await goTo(p, 'Incidents'); await p.keyboard.press('n'); await dump('form')
})
