/** Runs many pairs through every profile and form, and says what was compared. */
import type { Profile } from '../../../src/core/redaction/profile.ts'
import { type Counterexample, compareForm, redactPair, smallestPair } from './comparePair.ts'
import { EXPORTERS, type Exporter, type Form } from './exportBrief.ts'
import { makeBase, makePair } from './pair.ts'
import { whatHappened } from './whatHappened.ts'

export interface RunOptions {
  readonly seed: number
  /** The number of the first pair; 0 when absent. A run can be shared out, since each pair comes from its number. */
  readonly from?: number
  readonly pairs: number
  readonly profiles: readonly Profile[]
  readonly forms: readonly Form[]
  /** Every how many pairs a PDF is set; the other forms are made of each. */
  readonly pdfEvery: number
  readonly exporters?: Readonly<Record<Form, Exporter>>
  readonly onPair?: (done: number) => void
}

export interface Failure extends Counterexample {
  readonly form: Form
}

export interface Report {
  readonly seed: number
  readonly from: number
  readonly pairs: number
  readonly profiles: readonly string[]
  /** Briefs compared, by form. */
  readonly compared: Readonly<Record<Form, number>>
  readonly bytes: number
  /** By profile. */
  readonly rows: Readonly<Record<string, { readonly held: number; readonly eligible: number }>>
  /** How many briefs went through what (whatHappened.ts). */
  readonly happened: Readonly<Record<string, number>>
  readonly failures: readonly Failure[]
}

/** Stops looking for more when so many were found: each is shrunk, which takes its time. */
const MOST_FAILURES = 3
/** How often a form is made while a counterexample is shrunk. */
const MOST_TRIES: Readonly<Partial<Record<Form, number>>> = { pdf: 60 }
const MOST_TRIES_OF_TEXT = 600

export async function runPairs(options: RunOptions): Promise<Report> {
  const exporters = options.exporters ?? EXPORTERS
  const compared: Record<Form, number> = { json: 0, geojson: 0, csv: 0, claimreview: 0, page: 0, pdf: 0 }
  const rows: Record<string, { held: number; eligible: number }> = {}
  const happened: Record<string, number> = {}
  const failures: Failure[] = []
  const { from = 0 } = options
  let bytes = 0
  for (let number = from; number < from + options.pairs && failures.length < MOST_FAILURES; number += 1) {
    const base = makeBase(options.seed, number)
    for (const [index, profile] of options.profiles.entries()) {
      const pair = makePair(options.seed, number, profile, base)
      const made = redactPair(pair)
      const before = rows[profile.name] ?? { held: 0, eligible: 0 }
      rows[profile.name] = {
        held: before.held + made.held,
        eligible: before.eligible + made.eligible,
      }
      for (const what of whatHappened(made)) happened[what] = (happened[what] ?? 0) + 1
      const isPdfDue = (number + index) % options.pdfEvery === 0
      for (const form of options.forms.filter((each) => each !== 'pdf' || isPdfDue)) {
        const result = await compareForm(made, exporters[form])
        compared[form] += 1
        bytes += result.bytes
        if (result.firstDifference === null) continue
        failures.push({
          ...(await smallestPair(pair, exporters[form], MOST_TRIES[form] ?? MOST_TRIES_OF_TEXT)),
          form,
        })
        break
      }
    }
    options.onPair?.(number + 1 - from)
  }
  const profiles = options.profiles.map(({ name }) => name)
  const { seed, pairs } = options
  return { seed, from, pairs, profiles, compared, bytes, rows, happened, failures }
}

/** The share of eligible rows that the briefs held, over all profiles; 0 without any. */
export function shareHeld({ rows }: Report): number {
  const all = Object.values(rows)
  const eligible = all.reduce((sum, each) => sum + each.eligible, 0)
  return eligible === 0 ? 0 : all.reduce((sum, each) => sum + each.held, 0) / eligible
}
