/**
 * "How to read this": what a brief's grades, standards, marks and numbers mean. It explains what occurs in this brief
 * and nothing else; a bar or a grade that is not there would be looked for. One module for the pages and the window.
 */
import { type BriefContent, STANDING_NOTES } from '../../core/redaction/briefData.ts'
import { MENTION_TOKENS } from '../../core/redaction/mentions/mentionSpan.ts'
import { coarsenDate } from '../../core/redaction/policies/date.ts'
import type { BriefSay } from './briefSay.ts'

type Note = (typeof STANDING_NOTES)[number]

/**
 * Paragraphs in print order. A note's code without words is of a newer catalogue and is left out.
 *
 * @param data as it is written in the file: with tokens for what is masked, not with words for them.
 */
export function readingParagraphs(data: BriefContent, say: BriefSay): string[] {
  const wanted = new Set(data.notes)
  const { place, count } = data.profile
  const policies = { date: dateShown(data), place, count: data.layout === 'annex' ? 'none' : count }
  return [
    ...STANDING_NOTES.filter((note) => wanted.has(note)).flatMap((note) => noteInWords(note, data, say)),
    say('read.policies', policies),
  ]
}

function noteInWords(note: Note, data: BriefContent, say: BriefSay): string[] {
  switch (note) {
    case 'grades':
      if (data.claims.length > 0) return [say('note.grades')]
      // An annex counts sources by their grade, and claims by their status alone.
      return data.statistics.bySource.length > 0 ? [say('read.sourceGrades')] : []
    case 'standards':
      return data.claims.length > 0 ? [say('note.standards')] : []
    case 'redaction':
      return [
        [
          say('note.redaction'),
          ...(hasBar(data) ? [say('read.bar')] : []),
          ...(hasMask(data) ? [say('read.mask')] : []),
        ].join(' '),
      ]
    default:
      return [say(`note.${note}`)]
  }
}

/** Does a claim stand there without its words? */
const hasBar = ({ claims }: BriefContent): boolean =>
  claims.some(
    ({ status, wording, statement }) => status !== 'superseded' && wording === null && statement === null,
  )

/** Is a word taken out of any text that a person wrote? */
function hasMask({ title, introduction, incidents, claims, actions }: BriefContent): boolean {
  const texts = [
    title,
    introduction,
    ...incidents.flatMap((incident) => [incident.title, incident.summary, incident.place.site]),
    ...claims.flatMap(({ wording, statement }) => [wording, statement]),
    ...actions.flatMap(({ addressedTo, askedFor }) => [addressedTo, askedFor]),
  ]
  return texts.some((text) => text !== null && MENTION_TOKENS.some((token) => text.includes(token)))
}

const A_MONTH = /^-?\d{4}-(?:0[1-9]|1[0-2])$/

/** The time a brief covers, no finer than its pages give dates; null where it has none. */
export function periodShown(data: BriefContent): string | null {
  const { period, layout } = data
  return period === null || layout !== 'annex' ? period : coarsenDate(period, dateShown(data))
}

/** How fine dates are on these pages: an annex has no rows, and counts by month or quarter whatever the profile allows. */
function dateShown({ layout, profile, statistics }: BriefContent): BriefContent['profile']['date'] {
  if (layout !== 'annex' || (profile.date !== 'day' && profile.date !== 'month')) return profile.date
  const isByMonth = statistics.byKindAndPeriod?.periods.some((period) => A_MONTH.test(period)) ?? false
  return isByMonth ? 'month' : 'quarter'
}
