import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Locator, Page } from '@playwright/test'
import { newBrief, reviewToRelease, tickAll, writeBrief } from '../support/e2eBrief.ts'
import {
  addIncident,
  createLog,
  expectOpen,
  goTo,
  lock,
  panel,
  pick,
  saveForm,
  tryPassphrase,
  unlock,
} from '../support/e2eSteps.ts'
import { filesBelow, findTexts } from '../support/scanBytes.ts'
import { answerOpenDialog, expect, launch, type RunningApp, test } from './fixtures.ts'

// The laptop is taken after a day's work. Whatever was typed, imported, searched for or half typed must not be found
// in any byte that Daybook, Chromium or the temporary folder has left, after a quit as after a sudden end.

/** Typed into the window. */
const TYPED = {
  passphrase: 'Oxbow-Lanternfish under seventeen gables',
  wrongPassphrase: 'Oxbow-Zeppelin under eighteen gables',
  title: 'Marmot-Halyard is taken from Vintrevallo',
  cyrillic: 'Щелковицын-Яблонь видел огни',
  arabic: 'شوهد زبرجد الكهفاني عند الجسر',
  summary: 'The door was painted heliotrope-umber that week.',
  remarks: 'Ask Wistaria-Pemmican about the second car.',
  tag: 'zephyr-calabash',
  search: 'zymurgy-palimpsest',
  halfTyped: 'Half a thought about Drosselmeyerville',
  deleted: 'Kestrel-Abacus was only a rumour of the baths',
  undone: 'Ptarmigan-Sextant was taken back at once',
  reason: 'Because Tamarind-Gusset recognised the boots.',
  statement: 'Corduroy-Nightjar paid the driver of the lorry',
  personCodeName: 'Bandicoot-Twelve',
  personRealName: 'Жихарева-Самоцветова Аглая',
  personRisk: 'Her brother-in-law Quillfeather knows the district chief',
  personOccupation: 'repairs theodolites in Mirkwaldsk',
  personOrigin: 'the hamlet of Upper Snaffleburg',
  organisation: 'Society of Friends of Gossamer-Anvil',
} as const

/** In a file of records that was imported. */
const IMPORTED = {
  realName: 'Quenby Istvanthorpe-Nakashidze',
  codeName: 'Plover-Nine',
  otherName: 'Կարապետյան Զարուհի',
  transliteration: 'Karapetyan-Zarouhi',
  health: 'needs tablets of brand Velocirapril',
  phone: '+995 322 019 7731',
  mail: 'ocelot.basilica@mailbox.invalid',
  explainedBy: 'Thaddeus Okonjo-Brambleby',
  consentNote: 'She nodded under the pergola of Nr 44',
  sourceName: 'Curlew-Basalt',
  bias: 'cousin of the owner of Umbrellabakery',
  identityWhere: 'in the sealed tin behind the samovar-shelf',
  itemTitle: 'Voice message of Hoopoe-Cinnabar',
  author: 'Эсмеральдов Пантелеймон',
  url: 'https://hideaway-marzipan.invalid/post/7731',
  originalText: 'رأيت الشاحنة الزرقاء قرب طاحونة البستنجي',
  translator: 'Ludmilla Fenwick-Abernathy',
  quote: 'they carried him past the gazebo-turnstile',
  fileName: 'IMG_heron_lullaby_4417.jpg',
  device: 'Kumquatphone 11 of the night watchman',
  metadata: 'GPSLatitude=43.31825117',
  custody: 'handed over at the tram depot Zinnia-Kvass',
  sha256: '5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9',
  place: 'Kroketnaya lane 17, third cellar',
  town: 'Ambergristan',
  reportedBy: 'the nurse Obsidienne',
  madeBy: 'Spokesman Hartebeest-Lacquer',
  nextStep: 'Call the owner of the Periwinkle garage',
  askedFor: 'Release of Dragoman-Thistle before Friday',
} as const

/** In a table that was imported: a cell that was taken, and one that was refused. */
const TABLED = {
  tabled: 'Пропажа у моста Чибисовка-Дальняя',
  refused: 'about the time of the Jackdaw fair',
} as const

const CANARIES = [...Object.values(TYPED), ...Object.values(IMPORTED), ...Object.values(TABLED)]

/** Where programs keep what they do not want to lose, and what they do not mind losing. */
const CACHES = [
  'TMPDIR',
  'TMP',
  'TEMP',
  'XDG_CONFIG_HOME',
  'XDG_CACHE_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
]

const ID = (index: number) => `n6kd01w3hk6s56b6k9f${'abcdefgh'.charAt(index)}`
const record = (type: string, id: string, fields: object) => ({
  type,
  id,
  createdAt: '2017-04-25T14:26:07Z',
  updatedAt: '2017-05-04T10:49:15Z',
  confidentiality: 'RED',
  ...fields,
})
const RECORDS = [
  record('person', ID(0), {
    codeName: IMPORTED.codeName,
    realName: IMPORTED.realName,
    otherNames: [{ text: IMPORTED.otherName, transliterations: [IMPORTED.transliteration] }],
    roles: ['victim'],
    health: IMPORTED.health,
    contacts: [{ kind: 'email', value: IMPORTED.mail }],
    consents: [
      {
        purpose: 'analyse',
        state: 'given-orally',
        explainedBy: IMPORTED.explainedBy,
        note: IMPORTED.consentNote,
      },
    ],
  }),
  record('source', ID(1), {
    name: IMPORTED.sourceName,
    kind: 'person',
    reliability: 'B',
    person: ID(0),
    bias: IMPORTED.bias,
    protection: { realIdentityHeld: true, realIdentityWhere: IMPORTED.identityWhere },
    contacts: [{ kind: 'phone', value: IMPORTED.phone }],
  }),
  record('evidence', ID(2), {
    fileName: IMPORTED.fileName,
    mediaType: 'image/jpeg',
    size: 44_170,
    sha256: IMPORTED.sha256,
    device: IMPORTED.device,
    custody: [{ when: '2017-04-25T14:26:07Z', what: 'received', note: IMPORTED.custody }],
    metadata: [{ name: 'GPS', value: IMPORTED.metadata }],
  }),
  record('source-item', ID(3), {
    title: IMPORTED.itemTitle,
    itemType: 'interview',
    source: ID(1),
    accessedAt: '2017-05-02',
    author: IMPORTED.author,
    url: IMPORTED.url,
    originalText: IMPORTED.originalText,
    translator: IMPORTED.translator,
    evidence: [ID(2)],
  }),
  record('incident', ID(4), {
    title: 'A man is taken at night',
    summary: '',
    when: '2017-04-13',
    where: { text: IMPORTED.place, name: IMPORTED.town, country: 'RU', precision: 1 },
    violationTypes: ['030104000000'],
    status: 'possible',
    acts: [{ act: '030104000000', victim: ID(0) }],
    counts: { detained: { best: 3, reportedBy: IMPORTED.reportedBy } },
  }),
  record('claim', ID(5), {
    statement: 'The man was held in a cellar',
    kind: 'event',
    status: 'rumour',
    credibility: 4,
    about: [ID(4)],
    madeBy: IMPORTED.madeBy,
    evidenceFor: [{ item: ID(3), quote: IMPORTED.quote }],
    nextStep: IMPORTED.nextStep,
  }),
  record('action', ID(6), {
    what: 'petition',
    addressedTo: 'The prosecutor',
    about: [ID(4)],
    askedFor: IMPORTED.askedFor,
  }),
]

test('after the work nothing planted is found in any byte on disk', async ({ appEntry }) => {
  test.setTimeout(400_000)
  expect(new Set(CANARIES).size).toBeGreaterThanOrEqual(50)
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
      env: Object.fromEntries(CACHES.map((name) => [name, temporary])),
      ...(appEntry === undefined ? {} : { entry: appEntry }),
    })
    for (const stream of [app.electron.process().stdout, app.electron.process().stderr])
      stream?.on('data', (chunk: Buffer) => said.push(chunk))
    return app
  }
  const searched = [profile, vault, temporary, out]
  try {
    const app = await start()
    await dayOfWork(app, { vault, out, inbox })
    await app.close()
    expect(findTexts(searched, CANARIES)).toEqual([])

    const later = await start()
    await answerOpenDialog(later, [path.join(vault, 'spring.daybook')])
    await later.page.getByRole('button', { name: /^Open a log…/ }).click()
    await tryPassphrase(later.page, TYPED.passphrase)
    await expectOpen(later.page)
    await later.page.getByRole('gridcell', { name: TYPED.title }).dblclick()
    await panel(later.page, 'Incident').getByRole('textbox', { name: 'Summary' }).fill(TYPED.halfTyped)
    const pid = await later.evaluate(() => process.pid)
    process.kill(pid, 'SIGKILL')
    await later.exitCode
    await later.close()
    expect(findTexts(searched, CANARIES)).toEqual([])

    const words = Buffer.concat(said).toString('utf8')
    expect(CANARIES.filter((text) => words.includes(text))).toEqual([])
    // There was something to search: the log, its earlier copy, the browser's profile.
    expect(statSync(path.join(vault, 'spring.daybook')).size).toBeGreaterThan(1_000)
    expect(filesBelow(profile).length).toBeGreaterThan(0)
    expect(readdirSync(out)).toHaveLength(2)

    // And the search finds what is there, packed and encoded: all that was imported, and one more in the profile.
    const seen = new Set(findTexts([inbox], CANARIES).map(({ text }) => text))
    expect([...Object.values(IMPORTED), ...Object.values(TABLED)].filter((text) => !seen.has(text))).toEqual(
      [],
    )
    const hidden = path.join(profile, 'Cache.bin')
    writeFileSync(hidden, gzipSync(`{"q":"${Buffer.from(`to ${TYPED.search}`).toString('base64')}"}`))
    expect(findTexts(searched, CANARIES).map(({ file, text }) => [file, text])).toEqual([
      [hidden, TYPED.search],
    ])
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
})

interface Places {
  readonly vault: string
  readonly out: string
  readonly inbox: string
}

async function dayOfWork(app: RunningApp, places: Places): Promise<void> {
  const { page } = app
  await createLog(app, { folder: places.vault, passphrase: TYPED.passphrase })
  await typeRecords(page)
  await importFiles(app, places.inbox)
  await typeClaim(page)

  await newBrief(page)
  await tickAll(page, 'Claims')
  await reviewToRelease(page)
  await writeBrief(app, places.out)
  await lock(page)
  await tryPassphrase(page, TYPED.wrongPassphrase)
  await expect(page.getByRole('alert')).toBeVisible()
  await unlock(page, TYPED.passphrase)
  await goTo(page, 'Incidents')
  await page.getByRole('button', { name: 'New incident' }).first().click()
  await panel(page, 'Incident').getByRole('textbox', { name: 'Summary' }).fill(TYPED.halfTyped)
}

/** Forms of several kinds; one record is deleted, one taken back, and something is searched for. */
async function typeRecords(page: Page): Promise<void> {
  await addIncident(page, { title: TYPED.title, when: '2017-04-03', summary: TYPED.summary })
  await page.getByRole('gridcell', { name: TYPED.title }).dblclick()
  const incident = panel(page, 'Incident')
  await fillMore(incident, { Remarks: TYPED.remarks, Tags: TYPED.tag })
  await addIncident(page, { title: TYPED.cyrillic, when: '2017' })
  await addIncident(page, { title: TYPED.arabic, when: '2016' })
  await addIncident(page, { title: TYPED.deleted, when: '2018' })
  await page.getByRole('gridcell', { name: TYPED.deleted }).click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('gridcell', { name: TYPED.deleted })).toHaveCount(0)
  await addIncident(page, { title: TYPED.undone, when: '2019' })
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(page.getByRole('gridcell', { name: TYPED.undone })).toHaveCount(0)
  await page.getByRole('searchbox').fill(TYPED.search)
  await expect(page.getByText('No record matches')).toBeVisible()
  await page.getByRole('searchbox').fill('')

  await goTo(page, 'People')
  await page.getByRole('button', { name: 'New person' }).first().click()
  const person = panel(page, 'Person')
  await person.getByRole('textbox', { name: 'Code name' }).fill(TYPED.personCodeName)
  await fillMore(person, {
    'Real name': TYPED.personRealName,
    'What the risk is': TYPED.personRisk,
    Occupation: TYPED.personOccupation,
    Origin: TYPED.personOrigin,
  })
}

/** Fills fields under "More", saves and closes. */
async function fillMore(form: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  await form.getByRole('button', { name: /^More/ }).click()
  for (const [name, text] of Object.entries(fields))
    await form.getByRole('textbox', { name, exact: true }).fill(text)
  await saveForm(form)
  await form.getByRole('button', { name: 'Close' }).click()
  await expect(form).toBeHidden()
}

/** A file of records, and a table with a mapping of its columns; one of its rows cannot be read. */
async function importFiles(app: RunningApp, inbox: string): Promise<void> {
  const { page } = app
  const [records, table, mapping] = ['records.jsonl', 'cases.csv', 'mapping.json'].map((name) =>
    path.join(inbox, name),
  )
  if (!records || !table || !mapping) throw new Error('no files')
  writeFileSync(records, `${RECORDS.map((each) => JSON.stringify(each)).join('\n')}\n`)
  writeFileSync(table, `Case,Date\n${TABLED.tabled},2017-04-03\nAnother,${TABLED.refused}\n`)
  const columns = { Case: { field: 'title' }, Date: { field: 'when' } }
  writeFileSync(
    mapping,
    JSON.stringify({ format: 'csv', kind: 'incidents', columns, constants: { status: 'possible' } }),
  )
  await goTo(page, 'Import')
  await answerOpenDialog(app, [records])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('Every row can be read.')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await expect(page.getByText('7 new, 0 updated, 0 unchanged, 0 rejected.')).toBeVisible()
  await page.getByRole('button', { name: 'Import another file' }).click()
  await answerOpenDialog(app, [table])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await answerOpenDialog(app, [mapping])
  await page.getByRole('button', { name: 'Choose a mapping file…' }).click()
  await expect(page.getByRole('table', { name: '1 rejected row' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).last().click()
  await expect(page.getByText('1 new, 0 updated, 0 unchanged, 1 rejected.')).toBeVisible()
  await goTo(page, 'Sources')
  await expect(page.getByRole('gridcell', { name: IMPORTED.sourceName })).toBeVisible()
}

/** A claim that a brief may show, assessed with a reason that none may, and an organisation. */
async function typeClaim(page: Page): Promise<void> {
  await goTo(page, 'Organisations')
  await page.getByRole('button', { name: 'New organisation' }).first().click()
  const organisation = panel(page, 'Organisation')
  await organisation.getByRole('textbox', { name: 'Name', exact: true }).fill(TYPED.organisation)
  await pick(page, organisation, 'Kind', 'Police')
  await saveForm(organisation)
  await organisation.getByRole('button', { name: 'Close' }).click()

  await goTo(page, 'Claims')
  await page.getByRole('button', { name: 'New claim' }).first().click()
  const claim = panel(page, 'Claim')
  await claim.getByRole('textbox', { name: 'Statement' }).fill(TYPED.statement)
  await claim.getByRole('button', { name: /Sharing label$/ }).click()
  await page.getByRole('option', { name: /^CLEAR/ }).click()
  await claim.getByRole('button', { name: 'Save', exact: true }).click()
  await claim.getByRole('button', { name: 'Change status…' }).click()
  const assess = page.getByRole('dialog', { name: 'Change the status' })
  await assess.getByRole('textbox', { name: 'Reason' }).fill(TYPED.reason)
  await assess.getByRole('button', { name: 'Save assessment' }).click()
  await expect(assess).toBeHidden()
}
