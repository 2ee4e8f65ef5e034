import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { reviewToRelease, tickAll, writeBrief } from '../support/e2eBrief.ts'
import { filesBelow, findTexts } from '../support/e2eBytes.ts'
import {
  addIncident,
  createLog,
  expectOpen,
  goTo,
  lock,
  panel,
  tryPassphrase,
  unlock,
} from '../support/e2eSteps.ts'
import { answerOpenDialog, expect, launch, type RunningApp, test } from './fixtures.ts'

// The laptop is taken after a day's work. Whatever was typed, imported, searched for or half typed must not be found
// in any byte that Daybook, Chromium or the temporary folder has left, after a quit as after a sudden end.

const PLANTED = {
  passphrase: 'Oxbow-Lanternfish under seventeen gables',
  wrongPassphrase: 'Oxbow-Zeppelin under eighteen gables',
  title: 'Marmot-Halyard is taken from Vintrevallo',
  cyrillic: 'Щелковицын-Яблонь видел огни',
  summary: 'The door was painted heliotrope-umber that week.',
  realName: 'Quenby Istvanthorpe-Nakashidze',
  phone: '+995 322 019 7731',
  sourceName: 'Curlew-Basalt',
  search: 'zymurgy-palimpsest',
  halfTyped: 'Half a thought about Drosselmeyerville',
  deleted: 'Kestrel-Abacus was only a rumour of the baths',
  reason: 'Because Tamarind-Gusset recognised the boots.',
} as const

const RECORDS = [
  {
    type: 'source',
    id: 'n6kd01w3hk6s56b6k9fw',
    createdAt: '2017-04-25T14:26:07Z',
    updatedAt: '2017-05-04T10:49:15Z',
    confidentiality: 'RED',
    name: PLANTED.sourceName,
    kind: 'person',
    reliability: 'B',
    contacts: [{ kind: 'phone', value: PLANTED.phone }],
  },
  {
    type: 'person',
    id: 'jch4a72r0q7855am9emx',
    createdAt: '2017-04-25T14:26:07Z',
    updatedAt: '2017-05-04T10:49:15Z',
    confidentiality: 'RED',
    codeName: 'Plover-Nine',
    realName: PLANTED.realName,
    roles: ['victim'],
  },
]

test('after the work nothing planted is found in any byte on disk', async ({ appEntry }) => {
  test.setTimeout(150_000)
  const work = mkdtempSync(path.join(os.tmpdir(), 'daybook-leak-'))
  const folder = (name: string) => {
    const made = path.join(work, name)
    mkdirSync(made)
    return made
  }
  const [profile, vault, temporary, out, inbox] = ['profile', 'vault', 'temporary', 'out', 'inbox'].map(
    folder,
  )
  if (!profile || !vault || !temporary || !out || !inbox) throw new Error('no folders')
  const said: Buffer[] = []
  const start = async (): Promise<RunningApp> => {
    const app = await launch({
      userData: profile,
      env: { TMPDIR: temporary, TMP: temporary, TEMP: temporary, XDG_CONFIG_HOME: temporary },
      ...(appEntry === undefined ? {} : { entry: appEntry }),
    })
    for (const stream of [app.electron.process().stdout, app.electron.process().stderr])
      stream?.on('data', (chunk: Buffer) => said.push(chunk))
    return app
  }
  const searched = [profile, vault, temporary, out]
  const planted = Object.values(PLANTED)
  try {
    const app = await start()
    await dayOfWork(app, { vault, out, inbox })
    await app.close()
    expect(findTexts(searched, planted)).toEqual([])

    const later = await start()
    await answerOpenDialog(later, [path.join(vault, 'spring.daybook')])
    await later.page.getByRole('button', { name: /^Open a log…/ }).click()
    await tryPassphrase(later.page, PLANTED.passphrase)
    await expectOpen(later.page)
    await later.page.getByRole('gridcell', { name: PLANTED.title }).dblclick()
    await panel(later.page, 'Incident').getByRole('textbox', { name: 'Summary' }).fill(PLANTED.halfTyped)
    const pid = await later.evaluate(() => process.pid)
    process.kill(pid, 'SIGKILL')
    await later.exitCode
    await later.close()
    expect(findTexts(searched, planted)).toEqual([])

    const words = Buffer.concat(said).toString('utf8')
    expect(planted.filter((text) => words.includes(text))).toEqual([])
    // There was something to search: the log, its earlier copy, the browser's profile.
    expect(statSync(path.join(vault, 'spring.daybook')).size).toBeGreaterThan(1_000)
    expect(filesBelow(profile).length).toBeGreaterThan(0)
    expect(readdirSync(out)).toHaveLength(2)

    // And the search finds what is there: each text in each encoding.
    const control = folder('control')
    for (const [index, text] of planted.entries()) {
      const little = Buffer.from(`x${text}`, 'utf16le')
      writeFileSync(path.join(control, `${index}.a`), `before ${text} after`)
      writeFileSync(path.join(control, `${index}.b`), little)
      writeFileSync(path.join(control, `${index}.c`), Buffer.from(little).swap16())
    }
    const seen = findTexts([control], planted).map(({ file, text, encoding }) => [
      path.basename(file),
      text,
      encoding,
    ])
    for (const [index, text] of planted.entries()) {
      expect(seen).toContainEqual([`${index}.a`, text, 'utf8'])
      expect(seen).toContainEqual([`${index}.b`, text, 'utf16le'])
      expect(seen).toContainEqual([`${index}.c`, text, 'utf16be'])
    }
    expect(
      findTexts([inbox], planted)
        .map(({ text }) => text)
        .sort(),
    ).toEqual([PLANTED.phone, PLANTED.realName, PLANTED.sourceName].sort())
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
})

interface Places {
  readonly vault: string
  readonly out: string
  readonly inbox: string
}

async function dayOfWork(app: RunningApp, { vault, out, inbox }: Places): Promise<void> {
  const { page } = app
  await createLog(app, { folder: vault, passphrase: PLANTED.passphrase })
  await addIncident(page, { title: PLANTED.title, when: '2017-04-03', summary: PLANTED.summary })
  await addIncident(page, { title: PLANTED.cyrillic, when: '2017' })
  await addIncident(page, { title: PLANTED.deleted, when: '2018' })
  await page.getByRole('gridcell', { name: PLANTED.deleted }).click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('gridcell', { name: PLANTED.deleted })).toHaveCount(0)
  await page.getByRole('searchbox').fill(PLANTED.search)
  await expect(page.getByText('No record matches')).toBeVisible()
  await page.getByRole('searchbox').fill('')

  const file = path.join(inbox, 'records.jsonl')
  writeFileSync(file, `${RECORDS.map((record) => JSON.stringify(record)).join('\n')}\n`)
  await answerOpenDialog(app, [file])
  await goTo(page, 'Import')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('Every row can be read.')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await expect(page.getByText('2 new, 0 updated, 0 unchanged, 0 rejected.')).toBeVisible()
  await goTo(page, 'Sources')
  await expect(page.getByRole('gridcell', { name: PLANTED.sourceName })).toBeVisible()

  await goTo(page, 'Claims')
  await page.getByRole('button', { name: 'New claim' }).first().click()
  const claim = panel(page, 'Claim')
  await claim.getByRole('textbox', { name: 'Statement' }).fill('A lorry came twice')
  await claim.getByRole('button', { name: /Sharing label$/ }).click()
  await page.getByRole('option', { name: /^CLEAR/ }).click()
  await claim.getByRole('button', { name: 'Save', exact: true }).click()
  await claim.getByRole('button', { name: 'Change status…' }).click()
  const assess = page.getByRole('dialog', { name: 'Change the status' })
  await assess.getByRole('textbox', { name: 'Reason' }).fill(PLANTED.reason)
  await assess.getByRole('button', { name: 'Save assessment' }).click()
  await expect(assess).toBeHidden()

  await goTo(page, 'Brief')
  await tickAll(page, 'Claims')
  await reviewToRelease(page)
  await writeBrief(app, out)
  await lock(page)
  await tryPassphrase(page, PLANTED.wrongPassphrase)
  await expect(page.getByRole('alert')).toBeVisible()
  await unlock(page, PLANTED.passphrase)
  await goTo(page, 'Incidents')
  await page.getByRole('button', { name: 'New incident' }).first().click()
  await panel(page, 'Incident').getByRole('textbox', { name: 'Summary' }).fill(PLANTED.halfTyped)
}
