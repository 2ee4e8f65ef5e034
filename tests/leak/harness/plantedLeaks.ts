/**
 * Exporters that leak, each in a way in which exporters have leaked. The harness must find every one of them: what it
 * would not find it could not promise either.
 */
import { createHash } from 'node:crypto'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { labelWithOwn } from '../../../src/brief/vocabularyLabel.ts'
import { type AnyRecord, KINDS } from '../../../src/core/records.ts'
import { EXPORTERS, type Exporter, type Form, type Made, RESOURCES } from './exportBrief.ts'
import { PDF_LEAKS } from './plantedPdfLeaks.ts'

export interface PlantedLeak {
  readonly name: string
  readonly form: Form
  readonly exporter: Exporter
}

type Json = Record<string, unknown>
type Row = Readonly<Record<string, unknown>>

const hash = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex')

/** The records behind the incidents that were chosen and are released, in entry order. */
const incidentsOf = ({ log, redacted }: Made) => {
  const released = new Set(redacted.records)
  return Object.values(log.incidents).filter(({ id }) => released.has(id))
}
const firstIncident = (made: Made) => incidentsOf(made)[0]
const allRecords = ({ log }: Made): readonly AnyRecord[] =>
  KINDS.flatMap((kind) => Object.values<AnyRecord>(log[kind]))
const names = ({ log }: Made): string[] =>
  Object.values(log.persons).flatMap(({ realName }) => realName ?? [])

/** Rows in the order of what stands beside them in the log. */
function ordered(rows: readonly Row[], keys: readonly string[]): Row[] {
  return rows
    .map((row, index) => ({ row, key: keys[index] ?? '' }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row)
}

const utf8 = new TextEncoder()
const inJson = (name: string, change: (data: Json, made: Made) => Json): PlantedLeak => ({
  name,
  form: 'json',
  exporter: async (made) => utf8.encode(JSON.stringify(change({ ...made.redacted.data }, made))),
})

const withFirstRow = (data: Json, more: Json): Json => {
  const [first, ...others] = data.incidents as Row[]
  return first === undefined ? data : { ...data, incidents: [{ ...first, ...more }, ...others] }
}

const JSON_LEAKS: readonly PlantedLeak[] = [
  inJson('rows in the order of entry', (data, made) => ({
    ...data,
    incidents: ordered(
      data.incidents as Row[],
      incidentsOf(made).map(({ createdAt }) => createdAt),
    ),
  })),
  inJson('rows in the order of ids', (data, made) => ({
    ...data,
    incidents: ordered(
      data.incidents as Row[],
      incidentsOf(made).map(({ id }) => id),
    ),
  })),
  inJson('rows in the order of exact days', (data, made) => ({
    ...data,
    incidents: ordered(
      data.incidents as Row[],
      incidentsOf(made).map(({ when }) => when),
    ),
  })),
  inJson('sources in the order of their names', (data, made) => ({
    ...data,
    sources: ordered(
      data.sources as Row[],
      Object.values(made.log.sources).map(({ name }) => name),
    ),
  })),
  inJson('how much was withheld', (data, made) => ({ ...data, withheld: made.redacted.withheld })),
  inJson('how many records were left out', (data, { log }) => ({
    ...data,
    leftOut: Object.keys(log.incidents).length - (data.incidents as Row[]).length,
  })),
  inJson('gaps in the numbering', (data, { log }) => ({
    ...data,
    incidents: (data.incidents as Row[]).map((row, index) => ({
      ...row,
      id: `i${index + Object.values(log.incidents).filter(({ confidentiality }) => confidentiality === 'RED').length}`,
    })),
  })),
  inJson('a mask as long as the value', (data, made) =>
    withFirstRow(data, { remarks: '█'.repeat(firstIncident(made)?.remarks?.length ?? 0) }),
  ),
  inJson('a key that only redacted rows have', (data, made) =>
    firstIncident(made)?.remarks === undefined ? data : withFirstRow(data, { redacted: true }),
  ),
  inJson('an internal id', (data, made) => withFirstRow(data, { id: firstIncident(made)?.id })),
  inJson('a pseudonym made of an id', (data, made) =>
    withFirstRow(data, { id: hash(firstIncident(made)?.id ?? '').slice(0, 8) }),
  ),
  inJson('a pseudonym made of a name', (data, made) => ({
    ...data,
    witness: hash(names(made)[0] ?? '', 'md5'),
  })),
  inJson('the initial of a name', (data, made) => ({
    ...data,
    witness: `${(names(made)[0] ?? '').charAt(0)}.`,
  })),
  inJson('the time of the last save', (data, made) => ({
    ...data,
    generated: allRecords(made)
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1),
  })),
  inJson('a finer date in one row', (data, made) =>
    withFirstRow(data, { since: firstIncident(made)?.createdAt.slice(0, 10) }),
  ),
  inJson('the weekday of an entry', (data, made) =>
    withFirstRow(data, { weekday: new Date(firstIncident(made)?.createdAt ?? 0).getUTCDay() }),
  ),
  inJson('digits after the comma', (data, made) => {
    const first = incidentsOf(made).find(({ where }) => where.lat !== undefined)
    return withFirstRow(data, { lat: first?.where.lat?.toFixed(4) })
  }),
  inJson('who reported a number', (data, made) => ({
    ...data,
    reporters: incidentsOf(made).filter(({ counts }) => counts.injured?.reportedBy !== undefined).length,
    reporter: incidentsOf(made).find(({ counts }) => counts.injured)?.counts.injured?.reportedBy?.length,
  })),
  inJson('the hash of an original', (data, { log }) => ({
    ...data,
    attachments: Object.values(log.evidence).map(({ sha256 }) => sha256.slice(0, 12)),
  })),
  inJson('how many people the log knows', (data, { log }) => ({
    ...data,
    people: Object.keys(log.persons).length,
  })),
  inJson('that the bin is not empty', (data, { log }) => ({ ...data, deleted: Object.keys(log.bin).length })),
  inJson('that something is half typed', (data, { log }) => ({
    ...data,
    drafts: Object.keys(log.drafts).length > 0,
  })),
  inJson('how often a record was changed', (data, { log }) => ({
    ...data,
    revisions: Object.keys(log.history).length,
  })),
  inJson('how many briefs there were before', (data, { log }) => ({
    ...data,
    serial: Object.keys(log.releases).length + 1,
  })),
  inJson('an order drawn from the log instead of the seed', (data, made) => ({
    ...data,
    incidents: ordered(
      data.incidents as Row[],
      (data.incidents as Row[]).map((_row, index) =>
        hash(`${names(made).length}${made.log.meta.createdAt}${index}${names(made)[0]}`),
      ),
    ),
  })),
  {
    name: 'white space at the end as long as a text',
    form: 'json',
    exporter: async (made) => {
      const clean = await EXPORTERS.json(made)
      const length = Object.values(made.log.claims).reduce(
        (sum, { nextStep }) => sum + (nextStep?.length ?? 0),
        0,
      )
      return Buffer.concat([clean, Buffer.from(' '.repeat(length % 97))])
    },
  },
]

const inPage = (name: string, change: (page: Json, made: Made) => Json): PlantedLeak => ({
  name,
  form: 'page',
  exporter: async (made) => {
    const untrusted: Json = JSON.parse(new TextDecoder().decode(await EXPORTERS.page(made)))
    return utf8.encode(JSON.stringify(change(untrusted, made)))
  },
})

const PAGE_LEAKS: readonly PlantedLeak[] = [
  inPage('a bar as wide as the secret', (page, made) => ({
    ...page,
    bar: `${String(page.bar)}${'\u2007'.repeat((names(made)[0] ?? '').length)}`,
  })),
  inPage('a page break that hangs on a hidden text', (page, made) => ({
    ...page,
    breakBefore: allRecords(made).reduce((sum, { remarks }) => sum + (remarks?.length ?? 0), 0) % 40,
  })),
  inPage('a row of the table for what was left out', (page, { log }) => ({
    ...page,
    leftOut: Object.values(log.incidents).map(({ confidentiality }) =>
      confidentiality === 'RED' ? '—' : '',
    ),
  })),
  {
    name: 'a label that says more to those who know',
    form: 'pdf',
    exporter: async (made) => {
      const label = labelWithOwn(made.redacted.labels)
      const marked = names(made).reduce((sum, name) => sum + name.length, 0) % 13
      const set = await briefPdf(made.redacted.data, {
        resourcesDir: RESOURCES,
        label: (code, language) => label(code, language) + '\u00a0'.repeat(marked),
      })
      if (!set.ok) throw new Error(set.error.code)
      return set.value.bytes
    },
  },
]

export const PLANTED_LEAKS: readonly PlantedLeak[] = [...JSON_LEAKS, ...PAGE_LEAKS, ...PDF_LEAKS]
