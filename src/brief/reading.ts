/** "How to read this brief": grades, standards, what redaction means, and the standing notes. */
import { type BriefData, STANDING_NOTES } from '../core/redaction/briefData.ts'
import { CREDIBILITIES, RELIABILITIES } from '../core/vocabularyCodes.ts'
import type { PageWords } from './briefPage.ts'

export interface Reading {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly scales: readonly {
    readonly title: string
    readonly steps: readonly { readonly grade: string; readonly words: string }[]
  }[]
}

/** Notes that have words are printed; a code without words is of a newer catalogue and is left out. */
export function reading(data: BriefData, { say }: PageWords): Reading {
  const wanted = new Set(data.notes)
  const notes = STANDING_NOTES.filter((note) => wanted.has(note)).map((note) => say(`note.${note}`))
  const { place, count } = data.profile
  const policies = { date: dateShown(data), place, count }
  return {
    title: say('heading.read'),
    paragraphs: [...notes, say('read.policies', policies)],
    scales: [
      {
        title: say('read.reliability'),
        steps: RELIABILITIES.map((grade) => ({ grade, words: say(`reliability.${grade}`) })),
      },
      {
        title: say('read.credibility'),
        steps: CREDIBILITIES.map((grade) => ({ grade: String(grade), words: say(`credibility.${grade}`) })),
      },
    ],
  }
}

const A_MONTH = /^-?\d{4}-(?:0[1-9]|1[0-2])$/

/** How fine dates are on these pages: an annex has no rows, and counts by month or quarter whatever the profile allows. */
function dateShown({ layout, profile, statistics }: BriefData): BriefData['profile']['date'] {
  if (layout !== 'annex' || (profile.date !== 'day' && profile.date !== 'month')) return profile.date
  const isByMonth = statistics.byKindAndPeriod?.periods.some((period) => A_MONTH.test(period)) ?? false
  return isByMonth ? 'month' : 'quarter'
}
