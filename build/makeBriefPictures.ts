// Draws the pictures of briefs in docs/pictures from the worked example: `node build/makeBriefPictures.ts`. It needs
// pdftoppm (poppler) and is run when a layout changes.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { briefPdf } from '../src/brief/briefPdf.ts'
import { labelWithOwn } from '../src/brief/vocabularyLabel.ts'
import type { BriefLanguage, BriefLayout } from '../src/core/redaction/briefData.ts'
import { PROFILES } from '../src/core/redaction/profile.ts'
import { redact } from '../src/core/redaction/redact.ts'
import { loadGazetteer } from '../src/shared/shippedPlaces.ts'
import { logFromRecordsForm } from '../tests/support/sampleLog.ts'

const ROOT = path.join(import.meta.dirname, '..')
const RESOURCES = path.join(ROOT, 'resources')
const DOTS_PER_INCH = '60'

interface Picture {
  readonly name: string
  readonly layout: BriefLayout
  readonly language: BriefLanguage
  readonly profile: 'public' | 'un'
  readonly page: number
  readonly title: string
}

const PICTURES: readonly Picture[] = [
  {
    name: 'brief',
    layout: 'general',
    language: 'en',
    profile: 'public',
    page: 1,
    title: 'Worked example: a synthetic log',
  },
  {
    name: 'brief-ru',
    layout: 'general',
    language: 'ru',
    profile: 'public',
    page: 1,
    title: 'Рабочий пример: вымышленный журнал',
  },
  {
    name: 'brief-ar',
    layout: 'general',
    language: 'ar',
    profile: 'public',
    page: 1,
    title: 'مثال عملي: سجل افتراضي',
  },
  {
    name: 'brief-annex',
    layout: 'annex',
    language: 'en',
    profile: 'un',
    page: 1,
    title: 'Worked example: a synthetic log',
  },
]

const gazetteer = await loadGazetteer()
const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-pictures-'))
try {
  for (const picture of PICTURES) await draw(picture)
} finally {
  rmSync(folder, { recursive: true })
}

async function draw({ name, layout, language, profile, page, title }: Picture): Promise<void> {
  const records = path.join(RESOURCES, `demo/records${language === 'ru' ? '.ru' : ''}.jsonl`)
  const log = logFromRecordsForm(readFileSync(records, 'utf8'))
  const { incidents, claims, contacts, actions } = log
  const made = redact({
    log,
    selection: {
      incidents: Object.keys(incidents),
      claims: Object.keys(claims),
      contacts: Object.keys(contacts),
      actions: Object.keys(actions),
    },
    profile: PROFILES[profile] ?? failed(`no profile ${profile}`),
    gazetteer: gazetteer.withOwn(log.places),
    seed: '5'.repeat(64),
    asOf: '2019-06-30',
    language,
    layout,
    title,
  })
  const set = await briefPdf(made.data, { resourcesDir: RESOURCES, label: labelWithOwn(made.labels) })
  if (!set.ok) return failed(set.error.code)
  const file = path.join(folder, `${name}.pdf`)
  writeFileSync(file, set.value.bytes)
  const [at, target] = [String(page), path.join(ROOT, 'docs/pictures', name)]
  execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, '-f', at, '-l', at, '-singlefile', '-png', file, target])
}

function failed(why: string): never {
  throw new Error(why)
}
